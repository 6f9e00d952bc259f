package dev.parley.hives.ingestion;

import dev.parley.hives.apart.ReadApart;
import dev.parley.hives.crawling.Fetch;
import dev.parley.hives.passages.PassageStore;
import dev.parley.hives.passages.SourceStore;
import dev.parley.platform.database.Database;
import dev.parley.platform.ids.Ids;
import java.time.InstantSource;

/// What every reading works with.
///
/// @param apart who reads documents
/// @param web who fetches pages
record Tools(
        Database database,
        PassageStore passages,
        SourceStore sources,
        ReadApart apart,
        Fetch web,
        Ids ids,
        InstantSource clock) {}
