package dev.parley.call;

import dev.parley.call.sound.Sound;
import dev.parley.call.sound.Wav;
import dev.parley.talk.TalkFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Says text with `espeak-ng`, where that is installed.
public final class Espeak {
    private Espeak() {}

    /// @throws TalkFailed when it cannot be said
    public static Sound say(String text) {
        try {
            var builder = new ProcessBuilder("espeak-ng", "--stdout", "--stdin", "-s", "165");
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            var process = builder.start();
            try (var in = process.getOutputStream()) {
                in.write(text.getBytes(StandardCharsets.UTF_8));
            }
            var sound = Wav.read(process.getInputStream().readAllBytes());
            return sound.trimmed();
        } catch (IOException e) {
            throw new TalkFailed(
                    "--say needs espeak-ng (apt-get install espeak-ng); --wav FILE plays a file"
                            + " without it. It says: "
                            + e.getMessage());
        }
    }
}
