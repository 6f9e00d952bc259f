package dev.parley.actions.calling;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.outgoing.Answer;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Pattern;

/// What an endpoint answered, as text for a model or for people: data, whatever it says.
final class AnswerText {
    static final int MOST = 16 * 1_024;
    private static final int MOST_OF_FAILURE = 1_024;
    private static final Pattern CHARSET = Pattern.compile("charset=\"?iso-8859-1");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]+|\\uFEFF");

    private AnswerText() {}

    static String of(Answer answer) {
        boolean isFine = hasSucceeded(answer);
        var text = text(answer, isFine ? MOST : MOST_OF_FAILURE);
        if (isFine) {
            return text.isEmpty() ? "Done; the answer is empty." : text;
        }
        var status = "Failed with status " + answer.status() + ".";
        return text.isEmpty() ? status : status + " The answer was: " + text;
    }

    /// The text of the answer alone, its first 16 KiB.
    static String body(Answer answer) {
        return text(answer, MOST);
    }

    static boolean hasSucceeded(Answer answer) {
        return answer.status() >= 200 && answer.status() < 300;
    }

    private static String text(Answer answer, int most) {
        var type = answer.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        if (isBinary(type)) {
            return "(not text)";
        }
        int length = Math.min(most, answer.body().length);
        var text = new String(answer.body(), 0, length, charset(type));
        if (text.endsWith("\uFFFD") && length < answer.body().length) {
            // The cut went through a character.
            text = text.substring(0, text.length() - 1);
        }
        return CONTROLS.matcher(text).replaceAll(" ").strip();
    }

    private static Charset charset(String type) {
        return CHARSET.matcher(type).find() ? ISO_8859_1 : UTF_8;
    }

    private static boolean isBinary(String type) {
        return type.startsWith("image/")
                || type.startsWith("audio/")
                || type.startsWith("video/")
                || type.startsWith("font/")
                || type.startsWith("application/octet-stream")
                || type.startsWith("application/pdf")
                || type.startsWith("application/zip");
    }
}
