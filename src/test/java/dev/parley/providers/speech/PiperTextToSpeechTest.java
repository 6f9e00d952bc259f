package dev.parley.providers.speech;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.providers.ProviderFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The program piper, stood in for by scripts.
@EnabledOnOs({OS.LINUX, OS.MAC})
class PiperTextToSpeechTest {
    @TempDir Path folder;
    private Path model;

    @BeforeEach
    void keepAVoice() throws IOException {
        model = Files.writeString(folder.resolve("es_MX-ald-medium.onnx"), "weights");
        describe("{\"audio\":{\"sample_rate\":22050},\"language\":{\"code\":\"es_MX\"}}");
    }

    @Test
    void speaksALineInTheVoiceOfTheFile() throws IOException {
        var piper =
                piper(
                        "cat > %s/in; echo \"$@\" > %s/args; printf abcdef"
                                .formatted(folder, folder));
        var voice = piper.voices().getFirst();

        assertThat(voice.id()).isEqualTo("piper.es_MX-ald-medium");
        assertThat(voice.language()).isEqualTo("Spanish");
        try (var speech = piper.speak(voice.id(), "¿Qué\ntal? $(reboot)")) {
            assertThat(speech.sampleRate()).isEqualTo(22_050);
            assertThat(speech.samples().readAllBytes()).isEqualTo("abcdef".getBytes(UTF_8));
        }
        assertThat(Files.readString(folder.resolve("in"))).isEqualTo("¿Qué tal? $(reboot)\n");
        assertThat(Files.readString(folder.resolve("args")).strip())
                .isEqualTo("--model " + model + " --output-raw");
    }

    @Test
    void saysWhenTheProgramFails() throws IOException {
        for (var script : new String[] {"exit 3", "exit 0", "cat >/dev/null; printf a"}) {
            var piper = piper(script);
            assertThatThrownBy(() -> piper.speak("piper.es_MX-ald-medium", "Hola"))
                    .as(script)
                    .isInstanceOf(ProviderFailure.class);
        }
        var piper = piper("printf abcdef");
        assertThatThrownBy(() -> piper.speak("piper.other", "Hola"))
                .isInstanceOf(ProviderFailure.class);
    }

    @Test
    void takesNoFileThatIsNoVoice() throws IOException {
        describe("{\"audio\":{\"sample_rate\":1}}");
        assertThatThrownBy(() -> piper("exit 0")).hasMessageContaining("rate");
        Files.delete(Path.of(model + ".json"));
        assertThatThrownBy(() -> piper("exit 0")).hasMessageContaining(".onnx.json");
        Files.delete(model);
        assertThatThrownBy(() -> piper("exit 0")).hasMessageContaining("no file");
    }

    private void describe(String json) throws IOException {
        Files.writeString(Path.of(model + ".json"), json);
    }

    private PiperTextToSpeech piper(String script) throws IOException {
        var file = Files.createTempFile(folder, "piper", "");
        Files.write(file, ("#!/bin/sh\n" + script + "\n").getBytes(UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new PiperTextToSpeech(file, model);
    }
}
