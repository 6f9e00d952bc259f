package dev.parley.metrics;

import dev.parley.providers.ProviderFailure;
import dev.parley.providers.speech.TextToSpeech;
import java.util.List;
import java.util.Optional;

/// A voice that is measured.
record MeteredTextToSpeech(TextToSpeech voice, ProviderMetrics.Row row) implements TextToSpeech {
    @Override
    public List<Voice> voices() {
        return voice.voices();
    }

    @Override
    public boolean canSpeak() {
        return voice.canSpeak();
    }

    @Override
    public String describe() {
        return voice.describe();
    }

    @Override
    public Optional<byte[]> sample(String name) {
        return voice.sample(name);
    }

    @Override
    public Speech speak(String name, String text) {
        long asked = System.nanoTime();
        try {
            var speech = voice.speak(name, text);
            row.answeredAfter(System.nanoTime() - asked);
            return speech;
        } catch (ProviderFailure e) {
            row.failed(e);
            throw e;
        }
    }
}
