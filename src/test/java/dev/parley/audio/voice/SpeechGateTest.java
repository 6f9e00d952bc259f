package dev.parley.audio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.Pcm;
import dev.parley.audio.voice.SpeechGate.Change;
import dev.parley.testing.SpeechLike;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpeechGateTest {
    @Test
    void beginsAfterThreeFramesAndEndsAfterTen() {
        assertThat(changes("...vvvvvvvvvvv............")).containsExactly("BEGAN 5", "ENDED 23");
    }

    @Test
    void takesAClickForNothing() {
        assertThat(changes("...v.......vv.......v.v....")).isEmpty();
    }

    @Test
    void keepsTheGapsWithinWords() {
        assertThat(changes("vvvv.....vvvv.........vvvv")).containsExactly("BEGAN 2");
    }

    @ParameterizedTest
    @EnumSource(
            value = VoiceConfig.Choice.class,
            names = {"WEBRTC", "ENERGY"})
    void hearsSpeechAndNotSilence(VoiceConfig.Choice choice) {
        var gate = new SpeechGate();
        var heard = new ArrayList<String>();
        try (var detector = VoiceDetectors.of(new VoiceConfig(choice)).open()) {
            int frame = 0;
            for (var part :
                    List.of(
                            SpeechLike.silence(1),
                            SpeechLike.say(2, 120),
                            SpeechLike.silence(1),
                            SpeechLike.say(1, 220),
                            SpeechLike.silence(1))) {
                for (int at = 0; at + Pcm.FRAME <= part.length; at += Pcm.FRAME, frame++) {
                    var samples = new short[Pcm.FRAME];
                    System.arraycopy(part, at, samples, 0, Pcm.FRAME);
                    var change = gate.hear(detector.isVoice(samples));
                    if (change != Change.NONE) {
                        heard.add(change + " " + frame * Pcm.FRAME_MILLIS / 100);
                    }
                }
            }
        }

        // in tenths of a second
        assertThat(heard).hasSize(4);
        assertThat(heard.get(0)).isIn("BEGAN 10", "BEGAN 11");
        assertThat(heard.get(1)).isIn("ENDED 31", "ENDED 32", "ENDED 33", "ENDED 34");
        assertThat(heard.get(2)).isIn("BEGAN 40", "BEGAN 41");
    }

    @Test
    void tellsAnEchoFromSomebodyElse() {
        var guard = new EchoGuard();
        var agent = SpeechLike.say(2, 210);
        var caller = SpeechLike.say(2, 120);
        var frame = new short[Pcm.FRAME];
        int echoes = 0;
        int voices = 0;
        int frames = agent.length / Pcm.FRAME;
        for (int i = 20; i < frames; i++) {
            System.arraycopy(agent, i * Pcm.FRAME, frame, 0, Pcm.FRAME);
            guard.played(frame, i * 20_000_000L);
            // 200 milliseconds late, at -20 decibels
            for (int j = 0; j < Pcm.FRAME; j++) {
                frame[j] = (short) (agent[(i - 10) * Pcm.FRAME + j] / 10);
            }
            echoes += guard.isEcho(frame, i * 20_000_000L) ? 1 : 0;
            for (int j = 0; j < Pcm.FRAME; j++) {
                frame[j] += caller[i * Pcm.FRAME + j];
            }
            voices += guard.isEcho(frame, i * 20_000_000L) ? 0 : 1;
        }

        assertThat(echoes).isEqualTo(frames - 20);
        assertThat(voices).isGreaterThan((frames - 20) * 8 / 10);
    }

    private static List<String> changes(String frames) {
        var gate = new SpeechGate();
        var changes = new ArrayList<String>();
        for (int i = 0; i < frames.length(); i++) {
            var change = gate.hear(frames.charAt(i) == 'v');
            if (change != Change.NONE) {
                changes.add(change + " " + i);
            }
        }
        return changes;
    }
}
