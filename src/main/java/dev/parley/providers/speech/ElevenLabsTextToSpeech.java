package dev.parley.providers.speech;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/// Speech streamed by ElevenLabs, after its public reference: "Stream speech", `POST
/// /v1/text-to-speech/{voice_id}/stream`.
public final class ElevenLabsTextToSpeech implements TextToSpeech {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RATE = 16_000;

    private final SpeechConfig.ElevenLabs config;
    private final String base;
    private final SpeechEndpoint endpoint;

    public ElevenLabsTextToSpeech(SpeechConfig.ElevenLabs config) {
        this.config = config;
        this.base = config.baseUrl().toString().replaceAll("/+$", "") + "/v1/text-to-speech/";
        this.endpoint = new SpeechEndpoint(config.baseUrl());
    }

    @Override
    public List<Voice> voices() {
        return config.voices();
    }

    @Override
    public String describe() {
        return config.model() + " at " + config.baseUrl();
    }

    @Override
    public Speech speak(String voice, String text) {
        var url =
                base
                        + config.names().getOrDefault(voice, voice)
                        + "/stream?output_format=pcm_16000";
        var body = JSON.createObjectNode().put("text", text).put("model_id", config.model());
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .header("xi-api-key", config.apiKey())
                        .POST(BodyPublishers.ofString(body.toString()));
        return begun(endpoint.speak(request, _ -> RATE));
    }

    /// Nothing stands before the samples, so the first of them shows that there are any.
    private static Speech begun(Speech speech) {
        var samples = new PushbackInputStream(speech.samples());
        try {
            int first = samples.read();
            if (first < 0) {
                throw new ProviderFailure(Reason.GARBAGE, "an answer without sound");
            }
            samples.unread(first);
            return new Speech(speech.sampleRate(), samples, speech.stop());
        } catch (IOException e) {
            close(speech);
            throw new ProviderFailure(Reason.UNREACHABLE, "broken off", e);
        } catch (ProviderFailure e) {
            close(speech);
            throw e;
        }
    }

    private static void close(Speech speech) {
        try (InputStream _ = speech.samples()) {
            speech.close();
        } catch (IOException _) {
            // it is being given up anyway
        }
    }
}
