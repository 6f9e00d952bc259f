package dev.parley.providers.speech;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import dev.parley.providers.speech.TextToSpeech.Voice;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Who speaks.
///
/// @param program espeak-ng, which gives the built-in voices; empty when it is not there
/// @param piper a voice of Piper; empty when none is named
/// @param openAi empty when no endpoint is set
/// @param elevenLabs empty without a key
public record SpeechConfig(
        Optional<Path> program,
        Optional<PiperTextToSpeech> piper,
        Optional<OpenAi> openAi,
        Optional<ElevenLabs> elevenLabs) {
    /// Nobody but the built-in sample.
    public static final SpeechConfig NONE =
            new SpeechConfig(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final String PROGRAM_NAME = "espeak-ng";
    private static final Setting<String> PROGRAM =
            Setting.text(
                    "PARLEY_ESPEAK_NG",
                    PROGRAM_NAME,
                    "program that speaks with the built-in voices; `none` to go without");
    private static final Setting<String> PIPER =
            Setting.text("PARLEY_PIPER", "piper", "program that speaks with voices of Piper");
    private static final Setting<String> PIPER_VOICE =
            Setting.text(
                    "PARLEY_TTS_PIPER_VOICE",
                    "",
                    "a voice of Piper, such as en_US-lessac-medium.onnx, with its .onnx.json beside it");
    private static final Setting<Optional<URI>> BASE_URL =
            Setting.url(
                    "PARLEY_TTS_BASE_URL",
                    "an OpenAI-compatible endpoint for speech such as http://127.0.0.1:8880/v1;"
                            + " the built-in voices alone when not set",
                    "http",
                    "https");
    private static final Setting<Optional<String>> API_KEY =
            Setting.secret("PARLEY_TTS_API_KEY", 1, "its key, if it wants one");
    private static final Setting<String> MODEL =
            Setting.text("PARLEY_TTS_MODEL", "", "the model to ask there");
    private static final Setting<String> VOICES =
            Setting.text(
                    "PARLEY_TTS_VOICES",
                    "alloy,ash:Male,ballad:Male,coral:Female,echo:Male,fable:Neutral:English:British,"
                            + "nova:Female,onyx:Male,sage:Female,shimmer:Female,verse:Male",
                    "its voices, each a name with :Gender:Language:Accent behind it, as far as known");

    private static final Setting<Optional<String>> ELEVENLABS_KEY =
            Setting.secret(
                    "PARLEY_TTS_ELEVENLABS_KEY", 1, "key of ElevenLabs, who then speaks too");
    private static final Setting<Optional<URI>> ELEVENLABS_URL =
            Setting.url(
                    "PARLEY_TTS_ELEVENLABS_URL",
                    "where ElevenLabs is; https://api.elevenlabs.io when not set",
                    "http",
                    "https");
    private static final Setting<String> ELEVENLABS_MODEL =
            Setting.text("PARLEY_TTS_ELEVENLABS_MODEL", "eleven_flash_v2_5", "its model");
    private static final Setting<String> ELEVENLABS_VOICES =
            Setting.text(
                    "PARLEY_TTS_ELEVENLABS_VOICES",
                    "Rachel=21m00Tcm4TlvDq8ikWAM:Female",
                    "its voices, each a name, = and its id there, with :Gender:Language:Accent");
    private static final URI ELEVENLABS = URI.create("https://api.elevenlabs.io");

    public static final List<Setting<?>> SETTINGS =
            List.of(
                    PROGRAM,
                    PIPER,
                    PIPER_VOICE,
                    BASE_URL,
                    API_KEY,
                    MODEL,
                    VOICES,
                    ELEVENLABS_KEY,
                    ELEVENLABS_URL,
                    ELEVENLABS_MODEL,
                    ELEVENLABS_VOICES);

    private static final Set<String> GENDERS = Set.of("Male", "Female", "Neutral");
    private static final Set<String> LANGUAGES = Set.of("English", "Spanish", "Hindi");
    private static final Set<String> ACCENTS =
            Set.of("American", "Indian", "Australian", "British", "Hindi", "Middle Eastern");
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e&&[^,:]]{1,48}");

    /// An endpoint that speaks OpenAI's protocol.
    ///
    /// @param baseUrl what comes before `/audio/speech`
    /// @param apiKey may be empty: most local servers want none
    /// @param names what the endpoint calls a voice, by its id here
    public record OpenAi(
            URI baseUrl,
            String apiKey,
            String model,
            List<Voice> voices,
            Map<String, String> names) {
        /// Without the key, so that no log ever has it.
        @Override
        public String toString() {
            return "OpenAi[baseUrl=" + baseUrl + ", model=" + model + ", voices=" + names + "]";
        }
    }

    /// ElevenLabs, or somebody who speaks its protocol.
    ///
    /// @param baseUrl what comes before `/v1`
    /// @param names what it calls a voice, by its id here
    public record ElevenLabs(
            URI baseUrl,
            String apiKey,
            String model,
            List<Voice> voices,
            Map<String, String> names) {
        /// Without the key, so that no log ever has it.
        @Override
        public String toString() {
            return "ElevenLabs[baseUrl=" + baseUrl + ", model=" + model + ", voices=" + names + "]";
        }
    }

    public static SpeechConfig from(Settings settings) {
        return new SpeechConfig(
                program(settings), piper(settings), openAi(settings), elevenLabs(settings));
    }

    private static Optional<ElevenLabs> elevenLabs(Settings settings) {
        var url = settings.get(ELEVENLABS_URL).orElse(ELEVENLABS);
        var model = settings.get(ELEVENLABS_MODEL);
        var listed = settings.get(ELEVENLABS_VOICES);
        return settings.get(ELEVENLABS_KEY)
                .map(key -> {
                    var voices = new Listed("elevenlabs.", ELEVENLABS_VOICES.name());
                    voices.read(listed, settings);
                    return new ElevenLabs(url, key, model, voices.voices, voices.names);
                });
    }

    private static Optional<Path> program(Settings settings) {
        var name = settings.get(PROGRAM);
        if (name.equals("none")) {
            return Optional.empty();
        }
        var found =
                name.contains("/")
                        ? Optional.of(Path.of(name)).filter(Files::isExecutable)
                        : onPath(name);
        if (found.isEmpty() && !name.equals(PROGRAM_NAME)) {
            settings.mistake("PARLEY_ESPEAK_NG names no program that is there: " + name);
        }
        return found;
    }

    private static Optional<PiperTextToSpeech> piper(Settings settings) {
        var voice = settings.get(PIPER_VOICE);
        if (voice.isEmpty()) {
            return Optional.empty();
        }
        var name = settings.get(PIPER);
        var found =
                name.contains("/")
                        ? Optional.of(Path.of(name)).filter(Files::isExecutable)
                        : onPath(name);
        try {
            if (found.isPresent()) {
                return Optional.of(new PiperTextToSpeech(found.get(), Path.of(voice)));
            }
            settings.mistake("PARLEY_PIPER names no program that is there: " + name);
        } catch (IOException e) {
            settings.mistake("PARLEY_TTS_PIPER_VOICE: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static Optional<Path> onPath(String name) {
        var folders = System.getenv().getOrDefault("PATH", "");
        return Pattern.compile(java.io.File.pathSeparator)
                .splitAsStream(folders)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<OpenAi> openAi(Settings settings) {
        var key = settings.get(API_KEY).orElse("");
        var model = settings.get(MODEL);
        var listed = settings.get(VOICES);
        var baseUrl = settings.get(BASE_URL);
        if (baseUrl.isEmpty()) {
            return Optional.empty();
        }
        if (model.isEmpty()) {
            settings.mistake("PARLEY_TTS_MODEL must name a model when PARLEY_TTS_BASE_URL is set");
        }
        var voices = new Listed("speech.", VOICES.name());
        voices.read(listed, settings);
        return Optional.of(new OpenAi(baseUrl.get(), key, model, voices.voices, voices.names));
    }

    /// The voices an operator has written down.
    private static final class Listed {
        private final String prefix;
        private final String setting;
        private final List<Voice> voices = new ArrayList<>();
        private final Map<String, String> names = new LinkedHashMap<>();

        /// @param prefix of the voices' ids here
        Listed(String prefix, String setting) {
            this.prefix = prefix;
            this.setting = setting;
        }

        void read(String list, Settings settings) {
            for (var entry : list.split(",")) {
                add(entry.strip(), settings);
            }
        }

        private void add(String entry, Settings settings) {
            var parts = entry.split(":");
            var gender = parts.length > 1 ? parts[1] : "Neutral";
            var language = parts.length > 2 ? parts[2] : "English";
            var accent =
                    parts.length > 3 ? parts[3] : language.equals("Hindi") ? "Hindi" : "American";
            boolean isGood =
                    parts.length <= 4
                            && NAME.matcher(parts[0]).matches()
                            && GENDERS.contains(gender)
                            && LANGUAGES.contains(language)
                            && ACCENTS.contains(accent);
            if (!isGood) {
                settings.mistake(
                        "%s has \"%s\"; a voice is written like nova:Female:English:American, with %s, %s, %s"
                                .formatted(
                                        setting,
                                        entry,
                                        sorted(GENDERS),
                                        sorted(LANGUAGES),
                                        sorted(ACCENTS)));
                return;
            }
            var both = parts[0].split("=", 2);
            var id = prefix + both[0].replaceAll("[^A-Za-z0-9._-]", "_");
            if (names.put(id, both[both.length - 1]) != null) {
                settings.mistake(setting + " names " + both[0] + " twice");
            }
            voices.add(
                    new Voice(
                            id,
                            both[0],
                            gender,
                            language,
                            accent,
                            "Spoken by the model of this server's operator"));
        }
    }

    private static String sorted(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining("|"));
    }
}
