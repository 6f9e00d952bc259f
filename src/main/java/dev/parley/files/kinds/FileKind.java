package dev.parley.files.kinds;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The kinds of files that are kept.
public enum FileKind {
    PDF("application/pdf", Use.READ, new PdfForm(), "pdf"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Use.READ,
            new DocxForm(),
            "docx"),
    TEXT("text/plain", Use.READ, TextForm.PLAIN, "txt"),
    MARKDOWN("text/markdown", Use.READ, TextForm.PLAIN, "md", "markdown"),
    HTML("text/html", Use.READ, TextForm.HTML, "html", "htm"),
    CSV("text/csv", Use.READ, TextForm.PLAIN, "csv"),
    JSON("application/json", Use.READ, TextForm.JSON, "json"),
    PNG("image/png", Use.SHOWN, ImageForm.PNG, "png"),
    JPEG("image/jpeg", Use.SHOWN, ImageForm.JPEG, "jpg", "jpeg"),
    WEBP("image/webp", Use.SHOWN, ImageForm.WEBP, "webp"),
    GIF("image/gif", Use.SHOWN, ImageForm.GIF, "gif"),
    // a document with scripts that looks like a picture: never shown from here (X3)
    SVG("image/svg+xml", Use.READ, TextForm.SVG, "svg"),
    WAV("audio/wav", Use.HEARD, AudioForm.WAV, "wav"),
    MP3("audio/mpeg", Use.HEARD, AudioForm.MP3, "mp3"),
    OGG("audio/ogg", Use.HEARD, AudioForm.OGG, "ogg", "oga"),
    OPUS("audio/ogg; codecs=opus", Use.HEARD, AudioForm.OPUS, "opus"),
    M4A("audio/mp4", Use.HEARD, AudioForm.M4A, "m4a"),
    FLAC("audio/flac", Use.HEARD, AudioForm.FLAC, "flac"),
    WEBM("audio/webm", Use.HEARD, AudioForm.WEBM, "webm");

    /// What a file is good for.
    private enum Use {
        /// Read by people and by hives; saved by a browser, never shown.
        READ,
        /// A picture of pixels.
        SHOWN,
        /// Sound.
        HEARD
    }

    /// What the bytes of a kind look like.
    interface Form {
        /// What is wrong with `bytes`, if anything.
        Optional<String> fault(Bytes bytes) throws java.io.IOException;
    }

    private final String mediaType;
    private final Use use;
    private final Form form;
    private final List<String> extensions;

    FileKind(String mediaType, Use use, Form form, String... extensions) {
        this.mediaType = mediaType;
        this.use = use;
        this.form = form;
        this.extensions = List.of(extensions);
    }

    /// The kind a name promises.
    public static Optional<FileKind> of(String fileName) {
        var extension =
                fileName.substring(fileName.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
        return fileName.indexOf('.') < 0
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(kind -> kind.extensions.contains(extension))
                        .findFirst();
    }

    /// The endings a name may have, as people read them.
    public static String endings(boolean onlySound) {
        return Arrays.stream(values())
                .filter(kind -> !onlySound || kind.isSound())
                .map(kind -> "." + kind.extensions.getFirst())
                .collect(Collectors.joining(", "));
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean isSound() {
        return use == Use.HEARD;
    }

    /// Whether a browser may show or play it in the place of this server: nothing that can hold a
    /// script (X3).
    public boolean isInline() {
        return use != Use.READ;
    }

    Form form() {
        return form;
    }
}
