package dev.parley.audio;

/// The tones of a telephone's keys: two sines each, as ITU-T Q.23 pairs them, a tenth of a second
/// long with as much silence after it (Q.24 asks for 40 milliseconds at least).
public final class Tones {
    private static final int RATE = 8_000;
    private static final int TONE = RATE / 10;
    private static final int PAUSE = RATE / 2;
    private static final String KEYS = "123A456B789C*0#D";
    private static final int[] ROWS = {697, 770, 852, 941};
    private static final int[] COLUMNS = {1_209, 1_336, 1_477, 1_633};

    /// Of each of the two sines: a third of full scale, 9.5 dB below it.
    private static final double AMPLITUDE = 32_767 / 3.0;

    private Tones() {}

    /// The keys as 8 kHz µ-law.
    ///
    /// @param keys `0` to `9`, `*`, `#`, `A` to `D`, and `w` for half a second of silence
    public static byte[] mulaw(String keys) {
        int length = keys.chars().map(key -> key == 'w' ? PAUSE : 2 * TONE).sum();
        var sound = new byte[length];
        java.util.Arrays.fill(sound, G711.mulaw((short) 0));
        int at = 0;
        for (int i = 0; i < keys.length(); i++) {
            if (keys.charAt(i) == 'w') {
                at += PAUSE;
            } else {
                press(keys.charAt(i), sound, at);
                at += 2 * TONE;
            }
        }
        return sound;
    }

    private static void press(char key, byte[] sound, int at) {
        int place = KEYS.indexOf(key);
        if (place < 0) {
            throw new IllegalArgumentException("There is no such key: " + key);
        }
        double row = 2 * Math.PI * ROWS[place / 4] / RATE;
        double column = 2 * Math.PI * COLUMNS[place % 4] / RATE;
        for (int i = 0; i < TONE; i++) {
            double sample = AMPLITUDE * (Math.sin(row * i) + Math.sin(column * i));
            sound[at + i] = G711.mulaw((short) sample);
        }
    }
}
