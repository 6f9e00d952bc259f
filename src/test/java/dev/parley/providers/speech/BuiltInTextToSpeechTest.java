package dev.parley.providers.speech;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.providers.ProviderFailure;
import dev.parley.testing.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The program that speaks with the built-in voices, stood in for by scripts, so that this needs it
/// not.
@EnabledOnOs({OS.LINUX, OS.MAC})
class BuiltInTextToSpeechTest {
    @TempDir Path folder;

    @Test
    void offersVoicesOfEveryLanguageAndOneWithoutTheProgram() throws IOException {
        var installed = speaker("exit 0").voices();

        assertThat(installed).extracting(TextToSpeech.Voice::id).doesNotHaveDuplicates();
        assertThat(installed)
                .extracting(TextToSpeech.Voice::language)
                .contains("English", "Spanish", "Hindi");
        assertThat(installed).extracting(TextToSpeech.Voice::gender).contains("Male", "Female");
        assertThat(new BuiltInTextToSpeech(Optional.empty()).voices())
                .extracting(TextToSpeech.Voice::id)
                .containsExactly("built-in");
    }

    @Test
    void givesTheTextToTheProgramAsItIs() throws IOException {
        var wav = Files.write(folder.resolve("out.wav"), Samples.wav(500));
        var speaker =
                speaker(
                        "cat > %s/in; echo \"$@\" > %s/args; cat %s"
                                .formatted(folder, folder, wav));
        var text = "-v $(reboot) `x` \"quoted\" ¿Qué? नमस्ते";

        try (var speech = speaker.speak("built-in.es.male", text)) {
            assertThat(speech.sampleRate()).isEqualTo(8_000);
            assertThat(speech.samples().readAllBytes()).hasSize(500);
        }

        assertThat(Files.readString(folder.resolve("in"))).isEqualTo(text);
        assertThat(Files.readString(folder.resolve("args")).strip())
                .isEqualTo("-v es-419+m3 -b 1 --stdin --stdout");
    }

    @Test
    void saysWhenTheProgramFails() throws IOException {
        var wav = Files.write(folder.resolve("out.wav"), Samples.wav(500));

        assertThatThrownBy(() -> speaker("exit 3").speak("built-in", "Hello"))
                .isInstanceOf(ProviderFailure.class);
        assertThatThrownBy(() -> speaker("echo no sound").speak("built-in", "Hello"))
                .isInstanceOf(ProviderFailure.class);
        assertThatThrownBy(() -> speaker("exit 0").speak("unknown", "Hello"))
                .isInstanceOf(ProviderFailure.class);
        try (var speech = speaker("cat %s; exit 1".formatted(wav)).speak("built-in", "Hello")) {
            assertThatThrownBy(() -> speech.samples().readAllBytes())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void endsTheProgramWhenNobodyListensAnyMore() throws Exception {
        var wav = Files.write(folder.resolve("out.wav"), Samples.wav(500));
        var speaker = speaker("echo $$ > %s/pid; cat %s; exec sleep 600".formatted(folder, wav));

        try (var speech = speaker.speak("built-in", "Hello")) {
            assertThat(speech.samples().readNBytes(500)).hasSize(500);
        }

        var pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        var process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(20, java.util.concurrent.TimeUnit.SECONDS);
        }
    }

    @Test
    void hasARecordingOfItsOwnWhereTheProgramIsNot() throws Exception {
        var speaker = new BuiltInTextToSpeech(Optional.empty());

        var sample = speaker.sample("built-in").orElseThrow();

        try (var audio =
                javax.sound.sampled.AudioSystem.getAudioInputStream(
                        new ByteArrayInputStream(sample))) {
            assertThat(audio.getFormat().getChannels()).isEqualTo(1);
            assertThat(audio.getFrameLength() / audio.getFormat().getFrameRate()).isBetween(1f, 5f);
        }
        assertThat(sample.length).isLessThan(60_000);
        assertThatThrownBy(() -> speaker.speak("built-in", "Hello"))
                .isInstanceOf(ProviderFailure.class);
    }

    private BuiltInTextToSpeech speaker(String script) throws IOException {
        var file = Files.createTempFile(folder, "espeak", "");
        Files.write(file, ("#!/bin/sh\n" + script + "\n").getBytes(UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new BuiltInTextToSpeech(Optional.of(file));
    }
}
