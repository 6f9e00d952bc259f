package dev.parley.hives;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.hives.Hive.Content;
import dev.parley.platform.http.WebAddress;
import dev.parley.platform.json.Fields;
import dev.parley.platform.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The two bodies that say what a hive is made of. One that makes a hive names its files by
/// `file_ids`; one that replaces it is the content as it was answered, of whose files the ids count
/// and whose `internalProps` do not.
///
/// @param fileIds as given; the content has each once
/// @param filesAt the place of a file's id in the body, after its number
record HiveInput(Content content, List<String> fileIds, FilesAt filesAt) {
    private static final int MAX_FILES = 1_000;
    private static final int MAX_TEXT = 8_192;
    private static final int MAX_DEPTH = 10;
    private static final int MAX_HOURS = 8_760;
    private static final Pattern DIGITS = Pattern.compile("\\d{1,2}");
    private static final Set<String> TYPES =
            Arrays.stream(HiveType.values()).map(Enum::name).collect(Collectors.toSet());

    /// Where a body names its files.
    enum FilesAt {
        FILE_IDS("file_ids"),
        FILES("files");

        private final String field;

        FilesAt(String field) {
            this.field = field;
        }

        /// The place of the file with this number.
        List<Object> place(int index) {
            return switch (this) {
                case FILE_IDS -> List.of("body", field, index);
                case FILES -> List.of("body", field, index, "id");
            };
        }
    }

    /// The body that makes a hive.
    static HiveInput create(Fields body) {
        return read(body, FilesAt.FILE_IDS, body.optionalTexts("file_ids", MAX_FILES, 64));
    }

    /// The body that replaces one.
    static HiveInput update(Fields body) {
        body.optionalFreeObject("internalProps");
        return read(
                body,
                FilesAt.FILES,
                body.optionalObjects("files", 0, MAX_FILES, HiveInput::fileId));
    }

    /// The rest of a file's record is only looked at.
    private static String fileId(Fields file) {
        for (var text : List.of("orgId", "fileName", "fileUrl", "createdBy", "updatedBy")) {
            file.optionalText(text, 0, MAX_TEXT);
        }
        file.optionalTime("createdAt");
        file.optionalTime("updatedAt");
        return file.text("id", 1, 64);
    }

    private static HiveInput read(Fields body, FilesAt at, @Nullable List<String> fileIds) {
        var type = HiveType.valueOf(body.choice("hiveType", TYPES));
        var url = body.optionalText("url", 1, 512);
        if (url != null) {
            WebAddress.fault(url).ifPresent(fault -> body.wrong("url", fault, "url_parsing"));
        }
        switch (type) {
            case WEBSITE, GOOGLE_DOCS -> {
                if (url == null) {
                    body.wrong("url", "A source on the web needs its address", "missing");
                }
            }
            case DOCS -> {
                if (fileIds == null || fileIds.isEmpty()) {
                    body.wrong(at.field, "Documents need at least one file", "missing");
                }
            }
            case TRANSCRIPTS -> {
                // needs neither
            }
        }
        var files =
                fileIds == null
                        ? null
                        : fileIds.stream()
                                .distinct()
                                .map(id -> Json.object().put("id", id))
                                .toList();
        return new HiveInput(
                new Content(type, url, files, props(body), null),
                fileIds == null ? List.of() : fileIds,
                at);
    }

    private static @Nullable ObjectNode props(Fields body) {
        var props = body.optionalFreeObject("hiveProps");
        if (props != null) {
            body.optionalObject(
                    "hiveProps",
                    fields -> {
                        fields.flag("crawl_child_pages", false);
                        fields.optionalText("agent_id", 1, 64);
                        if (!isHours(props.path("refresh_hours"))) {
                            fields.wrong("refresh_hours", "Should be from 1 to 8760", "int_range");
                        }
                        return isDepth(props.path("depth"))
                                || fields.wrong("depth", "Should be from 0 to 10", "int_range")
                                        != null;
                    });
        }
        return props;
    }

    private static boolean isHours(JsonNode hours) {
        return hours.isMissingNode()
                || hours.isNull()
                || hours.isInt() && hours.intValue() >= 1 && hours.intValue() <= MAX_HOURS;
    }

    private static boolean isDepth(JsonNode depth) {
        if (depth.isTextual()) {
            return DIGITS.matcher(depth.textValue()).matches()
                    && Integer.parseInt(depth.textValue()) <= MAX_DEPTH;
        }
        return depth.isMissingNode()
                || depth.isNull()
                || depth.isNumber()
                        && depth.canConvertToExactIntegral()
                        && depth.canConvertToInt()
                        && depth.intValue() >= 0
                        && depth.intValue() <= MAX_DEPTH;
    }
}
