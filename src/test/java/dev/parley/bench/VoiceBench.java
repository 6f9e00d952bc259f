package dev.parley.bench;

import dev.parley.audio.Pcm;
import dev.parley.audio.voice.SpeechGate;
import dev.parley.audio.voice.VoiceConfig;
import dev.parley.audio.voice.VoiceDetectors;
import dev.parley.testing.SpeechLike;
import io.github.givimad.libfvadjni.VoiceActivityDetector;
import io.github.givimad.libfvadjni.VoiceActivityDetector.Mode;
import io.github.givimad.libfvadjni.VoiceActivityDetector.SampleRate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// How well each detector tells voice from noise, on labelled sound that is made here: speech-like
/// phrases of four speakers with pauses between, clean and under four kinds of noise at three
/// levels, five minutes each.
final class VoiceBench {
    private static final long SEED = 20_261_126;
    private static final int SECONDS = 300;
    private static final double[] LEVELS = {20, 10, 5};
    private static final double[] PITCHES = {105, 130, 185, 225};

    private VoiceBench() {}

    /// Sound, and whether somebody speaks in each frame of it.
    private record Labelled(double[] samples, boolean[] isSpeech) {}

    static void run() throws IOException {
        VoiceActivityDetector.loadLibrary();
        var detectors = new LinkedHashMap<String, Supplier<Predicate<short[]>>>();
        for (var mode : Mode.values()) {
            detectors.put(
                    "webrtc " + mode.name().toLowerCase(java.util.Locale.ROOT), () -> webRtc(mode));
        }
        detectors.put("energy", () -> ours(VoiceConfig.Choice.ENERGY));
        detectors.put("webrtc above noise", () -> ours(VoiceConfig.Choice.WEBRTC));
        var speech = speech(new Random(SEED));
        var noises = new LinkedHashMap<String, double[]>();
        noises.put("babble", babble(new Random(SEED + 1)));
        noises.put("hum", hum());
        noises.put("keyboard", keyboard(new Random(SEED + 2)));
        noises.put("music", music(new Random(SEED + 3)));

        System.out.printf("%d minutes of labelled sound, seed %d%n", 13 * SECONDS / 60, SEED);
        System.out.println("miss %: frames of speech not heard; alarm %: frames of none heard;");
        System.out.println("begins/min: speech that began where there was none; delay ms: median");
        System.out.printf("%n%-22s", "");
        detectors.keySet().forEach(name -> System.out.printf("%-30s", name));
        System.out.println();
        print("clean", speech, detectors);
        noises.forEach((name, noise) -> {
            for (double level : LEVELS) {
                print(name + " " + (int) level + " dB", mixed(speech, noise, level), detectors);
            }
        });
        cost(speech, detectors);
    }

    private static void print(
            String name, Labelled sound, Map<String, Supplier<Predicate<short[]>>> detectors) {
        System.out.printf("%-22s", name);
        detectors.forEach((_, make) -> System.out.printf("%-30s", judged(sound, make.get())));
        System.out.println();
    }

    private static String judged(Labelled sound, Predicate<short[]> detector) {
        var gate = new SpeechGate();
        var frame = new short[Pcm.FRAME];
        int missed = 0;
        int voiced = 0;
        int alarms = 0;
        int silent = 0;
        int falseBegins = 0;
        int sinceSpeech = 1_000;
        int speechFor = 0;
        var delays = new int[10_000];
        int begins = 0;
        for (int i = 0; i < sound.isSpeech().length; i++) {
            copy(sound, i, frame);
            boolean isVoice = detector.test(frame);
            boolean isSpeech = sound.isSpeech()[i];
            missed += isSpeech && !isVoice ? 1 : 0;
            voiced += isSpeech ? 1 : 0;
            alarms += !isSpeech && isVoice ? 1 : 0;
            silent += isSpeech ? 0 : 1;
            sinceSpeech = isSpeech ? 0 : sinceSpeech + 1;
            speechFor = isSpeech ? speechFor + 1 : 0;
            if (gate.hear(isVoice) == SpeechGate.Change.BEGAN) {
                falseBegins += sinceSpeech > 10 ? 1 : 0;
                if (isSpeech) {
                    delays[begins++] = speechFor * Pcm.FRAME_MILLIS;
                }
            }
        }
        var sorted = Arrays.copyOf(delays, begins);
        Arrays.sort(sorted);
        return "%4.1f %5.1f %5.1f/min %4d"
                .formatted(
                        100.0 * missed / voiced,
                        100.0 * alarms / silent,
                        falseBegins * 60.0 / SECONDS,
                        begins == 0 ? 0 : sorted[begins / 2]);
    }

    private static void cost(Labelled sound, Map<String, Supplier<Predicate<short[]>>> detectors) {
        System.out.println();
        var frame = new short[Pcm.FRAME];
        detectors.forEach((name, make) -> {
            var detector = make.get();
            long best = Long.MAX_VALUE;
            int heard = 0;
            for (int round = 0; round < 5; round++) {
                long began = System.nanoTime();
                for (int i = 0; i < sound.isSpeech().length; i++) {
                    copy(sound, i, frame);
                    heard += detector.test(frame) ? 1 : 0;
                }
                best = Math.min(best, System.nanoTime() - began);
            }
            System.out.printf(
                    "%-22s %.1f µs a frame of 20 ms (%d heard)%n",
                    name, best / 1_000.0 / sound.isSpeech().length, heard);
        });
    }

    private static void copy(Labelled sound, int at, short[] frame) {
        for (int j = 0; j < Pcm.FRAME; j++) {
            frame[j] =
                    (short)
                            Math.clamp(
                                    sound.samples()[at * Pcm.FRAME + j],
                                    Short.MIN_VALUE,
                                    Short.MAX_VALUE);
        }
    }

    private static Labelled speech(Random random) {
        int frames = SECONDS * 1_000 / Pcm.FRAME_MILLIS;
        var samples = new double[frames * Pcm.FRAME];
        var isSpeech = new boolean[frames];
        int at = 50;
        while (at < frames - 200) {
            int length = 25 + random.nextInt(100);
            var said = SpeechLike.say(length * 0.02, PITCHES[random.nextInt(PITCHES.length)]);
            for (int i = 0; i < said.length; i++) {
                samples[at * Pcm.FRAME + i] = said[i];
            }
            // a consonant without voice before every other phrase
            if (random.nextBoolean()) {
                for (int i = 0; i < 4 * Pcm.FRAME; i++) {
                    samples[at * Pcm.FRAME + i] += 900 * random.nextGaussian();
                }
            }
            Arrays.fill(isSpeech, at, at + length, true);
            at += length + 15 + random.nextInt(75);
        }
        return new Labelled(samples, isSpeech);
    }

    private static Labelled mixed(Labelled speech, double[] noise, double level) {
        double voice = 0;
        int count = 0;
        for (int i = 0; i < speech.isSpeech().length; i++) {
            for (int j = 0; speech.isSpeech()[i] && j < Pcm.FRAME; j++, count++) {
                voice += Math.pow(speech.samples()[i * Pcm.FRAME + j], 2);
            }
        }
        double power = Arrays.stream(noise).map(sample -> sample * sample).average().orElse(1);
        double gain = Math.sqrt(voice / count / power / Math.pow(10, level / 10));
        var samples = new double[speech.samples().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = speech.samples()[i] + gain * noise[i];
        }
        return new Labelled(samples, speech.isSpeech());
    }

    private static double[] babble(Random random) {
        var noise = new double[SECONDS * Pcm.RATE];
        for (int voice = 0; voice < 8; voice++) {
            int at = random.nextInt(Pcm.RATE);
            while (at < noise.length - 3 * Pcm.RATE) {
                var said = SpeechLike.say(0.5 + 2 * random.nextDouble(), 95 + 20 * voice);
                double gain = 0.4 + 0.6 * random.nextDouble();
                for (int i = 0; i < said.length; i++) {
                    noise[at + i] += gain * said[i];
                }
                at += said.length + random.nextInt(Pcm.RATE / 2);
            }
        }
        return noise;
    }

    private static double[] hum() {
        var noise = new double[SECONDS * Pcm.RATE];
        for (int i = 0; i < noise.length; i++) {
            double turn = 2 * Math.PI * 50 * i / Pcm.RATE;
            noise[i] = Math.sin(turn) + 0.5 * Math.sin(3 * turn) + 0.3 * Math.sin(7 * turn);
        }
        return noise;
    }

    private static double[] keyboard(Random random) {
        var noise = new double[SECONDS * Pcm.RATE];
        int at = 0;
        while (at < noise.length - Pcm.RATE) {
            for (int i = 0; i < 400; i++) {
                noise[at + i] += 10 * Math.exp(-i / 60.0) * random.nextGaussian();
            }
            at += Pcm.RATE / 10 + random.nextInt(Pcm.RATE / 4);
        }
        return noise;
    }

    private static double[] music(Random random) {
        var noise = new double[SECONDS * Pcm.RATE];
        int beat = Pcm.RATE / 2;
        for (int at = 0; at + beat <= noise.length; at += beat) {
            double root = 110 * Math.pow(2, random.nextInt(12) / 12.0);
            for (double ratio : new double[] {1, 1.26, 1.5, 2, 3}) {
                for (int i = 0; i < beat; i++) {
                    noise[at + i] +=
                            Math.exp(-3.0 * i / beat)
                                    * Math.sin(2 * Math.PI * root * ratio * i / Pcm.RATE);
                }
            }
        }
        return noise;
    }

    private static Predicate<short[]> webRtc(Mode mode) {
        try {
            var detector = VoiceActivityDetector.newInstance();
            detector.setSampleRate(SampleRate.fromValue(Pcm.RATE));
            detector.setMode(mode);
            return frame -> {
                try {
                    return detector.process(frame);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As calls use it.
    private static Predicate<short[]> ours(VoiceConfig.Choice choice) {
        return VoiceDetectors.of(new VoiceConfig(choice)).open()::isVoice;
    }
}
