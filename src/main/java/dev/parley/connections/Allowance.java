package dev.parley.connections;

/// So much a second, and more for a moment (W4).
final class Allowance {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double atOnce;
    private double left;
    private long asOf;

    /// @param now `System.nanoTime()`
    Allowance(double perSecond, double atOnce, long now) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
        this.left = atOnce;
        this.asOf = now;
    }

    /// Whether `amount` is still allowed; takes it.
    boolean take(double amount, long now) {
        left = Math.min(atOnce, left + (now - asOf) / NANOS * perSecond) - amount;
        asOf = now;
        return left >= 0;
    }
}
