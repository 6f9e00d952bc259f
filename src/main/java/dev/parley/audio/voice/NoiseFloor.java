package dev.parley.audio.voice;

/// How loud a line is when nobody speaks: follows what is quieter at once, and what is louder
/// slowly, so that speech does not raise it.
final class NoiseFloor {
    /// Decibels a frame: 1.5 a second.
    private static final double RISE = 0.03;

    private static final double FALL = 0.3;
    private static final double LOWEST = -75;

    private double floor = -50;

    /// How far the next frame rises above the floor, in decibels.
    double rise(double level) {
        floor += level < floor ? FALL * (level - floor) : Math.min(RISE, level - floor);
        floor = Math.max(floor, LOWEST);
        return level - floor;
    }
}
