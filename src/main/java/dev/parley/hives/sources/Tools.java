package dev.parley.hives.sources;

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
public record Tools(
        Database database,
        PassageStore passages,
        SourceStore sources,
        ReadApart apart,
        Fetch web,
        Ids ids,
        InstantSource clock) {
    public static Tools of(
            Database database, ReadApart apart, Fetch web, Ids ids, InstantSource clock) {
        return new Tools(database, new PassageStore(), new SourceStore(), apart, web, ids, clock);
    }
}
