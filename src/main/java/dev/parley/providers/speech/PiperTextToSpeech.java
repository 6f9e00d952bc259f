package dev.parley.providers.speech;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Voices of Piper on this machine: a neural voice in a file the operator names, spoken by the
/// program `piper` (https://github.com/OHF-Voice/piper1-gpl). A process a sentence loads the voice
/// each time, and keeps its licence, the GPL, on its own side.
public final class PiperTextToSpeech implements TextToSpeech {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "piper.";
    private static final Map<String, String> LANGUAGES =
            Map.of("en", "English", "es", "Spanish", "hi", "Hindi");

    private final SpeakingProgram program;
    private final Path model;
    private final Voice voice;
    private final int sampleRate;

    /// @param model a voice's `.onnx`, beside which its `.onnx.json` is
    /// @throws IOException when one of them is not there, or is no voice's
    public PiperTextToSpeech(Path program, Path model) throws IOException {
        this.program = new SpeakingProgram("piper", program);
        this.model = model;
        if (!Files.isReadable(model)) {
            throw new IOException("there is no file " + model);
        }
        var description = Path.of(model + ".json");
        if (!Files.isReadable(description)) {
            throw new IOException("there is no file " + description + " beside the voice");
        }
        var about = JSON.readTree(description.toFile());
        this.sampleRate = about.at("/audio/sample_rate").asInt();
        if (sampleRate < 8_000 || sampleRate > 48_000) {
            throw new IOException(description + " tells no rate of a voice");
        }
        this.voice = voice(model, about);
    }

    private static Voice voice(Path model, JsonNode about) {
        var name = String.valueOf(model.getFileName()).replaceFirst("\\.onnx$", "");
        var code = about.at("/language/code").asText(about.at("/espeak/voice").asText("en"));
        var language =
                LANGUAGES.getOrDefault(code.substring(0, Math.min(2, code.length())), "English");
        boolean isBritish = code.endsWith("GB");
        var accent = language.equals("Hindi") ? "Hindi" : isBritish ? "British" : "American";
        return new Voice(
                PREFIX + name.replaceAll("[^A-Za-z0-9._-]", "_"),
                name,
                "Neutral",
                language,
                accent,
                "A neural voice on this machine; needs no network and no key");
    }

    @Override
    public List<Voice> voices() {
        return List.of(voice);
    }

    @Override
    public String describe() {
        return "piper " + voice.name();
    }

    @Override
    public Speech speak(String id, String text) {
        if (!id.equals(voice.id())) {
            throw new ProviderFailure(Reason.REFUSED, "piper has no such voice");
        }
        // it speaks line by line
        var line = text.replaceAll("\\s+", " ").strip() + "\n";
        var arguments = List.of("--model", model.toString(), "--output-raw");
        var speech = program.speak(arguments, line, _ -> sampleRate);
        return begun(speech);
    }

    /// The first sound tells that the program has understood what it was asked.
    private static Speech begun(Speech speech) {
        try {
            var first = speech.samples().readNBytes(2);
            if (first.length < 2) {
                speech.close();
                throw new ProviderFailure(Reason.GARBAGE, "piper says nothing");
            }
            var all = new SequenceInputStream(new ByteArrayInputStream(first), speech.samples());
            return new Speech(speech.sampleRate(), all, speech.stop());
        } catch (IOException e) {
            throw new ProviderFailure(Reason.GARBAGE, "piper does not speak", e);
        }
    }
}
