package dev.parley.providers.speech;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/// Speech from any server that speaks the protocol of OpenAI's `/audio/speech`.
public final class OpenAiTextToSpeech implements TextToSpeech {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SpeechConfig.OpenAi config;
    private final URI url;
    private final SpeechEndpoint endpoint;

    public OpenAiTextToSpeech(SpeechConfig.OpenAi config) {
        this.config = config;
        this.url = URI.create(config.baseUrl().toString().replaceAll("/+$", "") + "/audio/speech");
        this.endpoint = new SpeechEndpoint(url);
    }

    @Override
    public List<Voice> voices() {
        return config.voices();
    }

    @Override
    public String describe() {
        return config.model() + " at " + url;
    }

    @Override
    public Speech speak(String voice, String text) {
        return endpoint.speak(
                request(voice, text), samples -> WavHeader.read(samples).sampleRate());
    }

    private HttpRequest.Builder request(String voice, String text) {
        var body =
                JSON.createObjectNode()
                        .put("model", config.model())
                        .put("voice", config.names().getOrDefault(voice, voice))
                        .put("input", text)
                        .put("response_format", "wav");
        var request =
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json")
                        .header("Accept", "audio/wav")
                        .POST(BodyPublishers.ofString(body.toString()));
        return config.apiKey().isEmpty()
                ? request
                : request.header("Authorization", "Bearer " + config.apiKey());
    }
}
