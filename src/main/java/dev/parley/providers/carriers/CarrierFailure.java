package dev.parley.providers.carriers;

/// A carrier did not do what it was asked. Messages hold neither credentials nor numbers.
public abstract sealed class CarrierFailure extends RuntimeException {
    private CarrierFailure(String message) {
        super(message);
    }

    /// The number is somebody else's, or not on offer. Nothing was bought.
    public static final class NotAvailable extends CarrierFailure {
        public NotAvailable() {
            super("The number is not available");
        }
    }

    /// The carrier has no numbers in that country.
    public static final class UnknownCountry extends CarrierFailure {
        public UnknownCountry() {
            super("The carrier has no numbers there");
        }
    }

    /// No answer in time, a broken one, or one that says "later". What was asked for may have been
    /// done.
    public static final class Unreachable extends CarrierFailure {
        public Unreachable(String message) {
            super(message);
        }
    }

    /// The carrier does not accept this server's credentials. Nothing was done.
    public static final class CredentialsRefused extends CarrierFailure {
        public CredentialsRefused(String message) {
            super(message);
        }
    }

    /// The carrier's own rules forbid it: an address is wanted, the account is out of credit.
    /// Nothing was done.
    public static final class Rejected extends CarrierFailure {
        private static final int MAX_LENGTH = 200;

        private final String reason;

        /// @param reason in the carrier's words; may be empty
        public Rejected(String reason) {
            super("The carrier rejects it");
            var line = reason.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
            this.reason = line.substring(0, Math.min(line.length(), MAX_LENGTH));
        }

        /// In the carrier's words, one line; empty when it gave none.
        public String reason() {
            return reason;
        }
    }
}
