package dev.parley;

import dev.parley.accounts.Authentication;
import dev.parley.conversations.AnsweredBefore;
import dev.parley.hives.HiveFiles;
import dev.parley.hives.HiveStore;
import dev.parley.hives.HivesResource;
import dev.parley.hives.Ingestion;
import dev.parley.hives.apart.ReadApart;
import dev.parley.hives.apart.ReadingLimits;
import dev.parley.hives.ingestion.Embedding;
import dev.parley.hives.ingestion.HiveEventsResource;
import dev.parley.hives.ingestion.ReadHive;
import dev.parley.hives.sources.ReadSources;
import dev.parley.hives.sources.Tools;
import dev.parley.platform.http.Route;
import java.util.List;
import java.util.stream.Stream;

/// What agents know: hives, and everything that reads them.
final class Knowledge implements AutoCloseable {
    private final Ground ground;
    private final ReadApart apart;
    private final ReadHive readHive;

    /// @param embedding asked when passages were kept
    Knowledge(Ground ground, Embedding embedding) {
        this.ground = ground;
        var config = ground.config();
        this.apart =
                new ReadApart(
                        ReadingLimits.DEFAULT, config.database().dataFolder().resolve("reading"));
        var tools =
                Tools.of(
                        ground.database(),
                        apart,
                        config.sources().web(ground.outgoing()),
                        ground.ids(),
                        ground.clock());
        var sources =
                new ReadSources(
                        tools,
                        config.sources(),
                        ground.files().records(),
                        ground.files().blobs(),
                        new AnsweredBefore(ground.database()));
        this.readHive =
                new ReadHive(
                        tools, sources, ground.jobs(), embedding, config.sources().hivesAtOnce());
        ground.jobs().handle(readHive.job());
    }

    Ingestion ingestion() {
        return readHive;
    }

    List<Route> routes(Authentication access) {
        var files = ground.files();
        var hives =
                new HivesResource(
                        ground.database(),
                        new HiveStore(),
                        new HiveFiles(ground.database(), files.records(), files.links()),
                        ground.outgoing(),
                        readHive,
                        ground.ids(),
                        ground.clock());
        return Stream.of(
                        hives.routes(access),
                        new HiveEventsResource(ground.database()).routes(access))
                .flatMap(List::stream)
                .toList();
    }

    /// Stops what is being read; it is read on after the next start.
    @Override
    public void close() {
        readHive.close();
        apart.close();
    }
}
