package dev.parley.organizations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.platform.json.Fields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How an organization looks where its callers are. Pictures are addresses of files; nothing here
/// loads them.
@JsonInclude(JsonInclude.Include.ALWAYS)
record Branding(
        @Nullable String name,
        @Nullable String brandColor,
        @Nullable String buttonColor,
        @Nullable String secondaryColor,
        @Nullable String textColor,
        @Nullable String favicon,
        @Nullable String faviconUrl,
        @Nullable String logo,
        @Nullable String logoUrl) {
    private static final Pattern COLOR = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>\\\\]+");

    /// No look of one's own.
    static final Branding NONE = new Branding(null, null, null, null, null, null, null, null, null);

    private static final int MAX_ADDRESS = 2_048;

    static Branding read(Fields body) {
        return new Branding(
                body.optionalText("name", 1, 128),
                color(body, "brandColor"),
                color(body, "buttonColor"),
                color(body, "secondaryColor"),
                color(body, "textColor"),
                body.optionalText("favicon", 1, 256),
                address(body, "faviconUrl"),
                body.optionalText("logo", 1, 256),
                address(body, "logoUrl"));
    }

    /// Only what is a colour and nothing else: it is put into the styles of pages (X1).
    private static @Nullable String color(Fields body, String name) {
        var text = body.optionalText(name, 1, 16);
        return text == null || COLOR.matcher(text).matches()
                ? text
                : body.wrong(name, "Input should be a colour such as #2f6f62", "value_error");
    }

    private static @Nullable String address(Fields body, String name) {
        var text = body.optionalText(name, 1, MAX_ADDRESS);
        return text == null || ADDRESS.matcher(text).matches()
                ? text
                : body.wrong(name, "Input should be an http or https address", "url_parsing");
    }
}
