package dev.parley.providers.recognition;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Who listens: each of these that is set, in this order; when one fails the next takes over.
public record RecognitionConfig(
        Optional<Deepgram> deepgram, Optional<OpenAi> openAi, Optional<Path> whisperModel) {
    /// Nobody, so that words come from the caller's own device.
    public static final RecognitionConfig NONE =
            new RecognitionConfig(Optional.empty(), Optional.empty(), Optional.empty());

    private static final URI DEEPGRAM = URI.create("wss://api.deepgram.com/v1/listen");

    private static final Setting<Optional<String>> DEEPGRAM_KEY =
            Setting.secret(
                    "PARLEY_STT_DEEPGRAM_KEY", 1, "key of Deepgram, who then listens to callers");
    private static final Setting<Optional<URI>> DEEPGRAM_URL =
            Setting.url(
                    "PARLEY_STT_DEEPGRAM_URL",
                    "where Deepgram, or somebody who speaks its protocol, listens",
                    "ws",
                    "wss");
    private static final Setting<String> DEEPGRAM_MODEL =
            Setting.text("PARLEY_STT_DEEPGRAM_MODEL", "nova-3", "its model");
    private static final Setting<Optional<URI>> BASE_URL =
            Setting.url(
                    "PARLEY_STT_BASE_URL",
                    "an OpenAI-compatible endpoint for transcriptions such as"
                            + " http://127.0.0.1:8000/v1",
                    "http",
                    "https");
    private static final Setting<Optional<String>> API_KEY =
            Setting.secret("PARLEY_STT_API_KEY", 1, "its key, if it wants one");
    private static final Setting<String> MODEL =
            Setting.text("PARLEY_STT_MODEL", "whisper-1", "the model to ask there");
    private static final Setting<Optional<Path>> WHISPER_MODEL =
            Setting.optionalFolder(
                    "PARLEY_STT_WHISPER_MODEL",
                    "file with a model of whisper.cpp (ggml), which then listens in this process");

    public static final List<Setting<?>> SETTINGS =
            List.of(
                    DEEPGRAM_KEY,
                    DEEPGRAM_URL,
                    DEEPGRAM_MODEL,
                    BASE_URL,
                    API_KEY,
                    MODEL,
                    WHISPER_MODEL);

    public static RecognitionConfig from(Settings settings) {
        var url = settings.get(DEEPGRAM_URL);
        var model = settings.get(DEEPGRAM_MODEL);
        var key = settings.get(DEEPGRAM_KEY).or(() -> url.map(_ -> ""));
        var apiKey = settings.get(API_KEY).orElse("");
        return new RecognitionConfig(
                key.map(it -> new Deepgram(url.orElse(DEEPGRAM), it, model)),
                settings.get(BASE_URL).map(base -> new OpenAi(base, apiKey, settings.get(MODEL))),
                settings.get(WHISPER_MODEL));
    }

    /// @param key may be empty where somebody else speaks the protocol
    public record Deepgram(URI url, String key, String model) {
        /// Without the key, so that no log ever has it.
        @Override
        public String toString() {
            return "Deepgram[url=" + url + ", model=" + model + "]";
        }
    }

    /// @param baseUrl what comes before `/audio/transcriptions`
    /// @param apiKey may be empty
    public record OpenAi(URI baseUrl, String apiKey, String model) {
        /// Without the key, so that no log ever has it.
        @Override
        public String toString() {
            return "OpenAi[baseUrl=" + baseUrl + ", model=" + model + "]";
        }
    }
}
