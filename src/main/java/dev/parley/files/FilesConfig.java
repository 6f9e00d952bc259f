package dev.parley.files;

import dev.parley.files.blobs.BlobConfig;
import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Where files are kept, and how much of them.
///
/// @param maxBytes of one file
/// @param quotaBytes of all files of one organization
/// @param linkLife how long the address of a file is good
public record FilesConfig(BlobConfig blobs, long maxBytes, long quotaBytes, Duration linkLife) {
    private static final Setting<Integer> MAX =
            Setting.number(
                    "PARLEY_FILE_MAX_MIB", 100, 1, 100_000, "the most one file may weigh, MiB");
    private static final Setting<Integer> QUOTA =
            Setting.number(
                    "PARLEY_FILE_QUOTA_MIB",
                    10_240,
                    1,
                    Integer.MAX_VALUE,
                    "the most all files of one organization may weigh together, MiB");
    private static final Setting<Integer> LINK_HOURS =
            Setting.number(
                    "PARLEY_FILE_LINK_HOURS",
                    24,
                    1,
                    24 * 365,
                    "how long the address of a file is good before a record has to be read again");

    public static final List<Setting<?>> SETTINGS =
            Stream.of(List.of(MAX, QUOTA, LINK_HOURS), BlobConfig.SETTINGS)
                    .<Setting<?>>flatMap(List::stream)
                    .toList();

    public static FilesConfig from(Settings settings) {
        return new FilesConfig(
                BlobConfig.from(settings),
                (long) settings.get(MAX) << 20,
                (long) settings.get(QUOTA) << 20,
                Duration.ofHours(settings.get(LINK_HOURS)));
    }
}
