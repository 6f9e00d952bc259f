package dev.parley.platform.database;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where everything is kept.
///
/// @param dataFolder files, secrets, and the embedded PostgreSQL
/// @param url another PostgreSQL; empty for the embedded one
/// @param binFolder the `bin` folder of a PostgreSQL installation to embed instead of ours
public record DatabaseConfig(Path dataFolder, Optional<URI> url, Optional<Path> binFolder) {
    private static final Setting<Path> DATA =
            Setting.folder("PARLEY_DATA", "data", "folder for everything that is kept");
    private static final Setting<Optional<URI>> URL =
            Setting.url(
                    "PARLEY_DATABASE_URL",
                    "a PostgreSQL 15 or newer, postgresql://user:password@host:port/database;"
                            + " an embedded one when not set",
                    "postgresql",
                    "postgres");
    private static final Setting<Optional<Path>> PG_BIN =
            Setting.optionalFolder(
                    "PARLEY_PG_BIN",
                    "bin folder of the PostgreSQL 18 to embed; the bundled one when not set");

    public static final List<Setting<?>> SETTINGS = List.of(DATA, URL, PG_BIN);

    public static DatabaseConfig from(Settings settings) {
        return new DatabaseConfig(settings.get(DATA), settings.get(URL), settings.get(PG_BIN));
    }
}
