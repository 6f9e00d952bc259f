package dev.parley.providers.carriers;

import java.net.URI;

/// Which telephone company the server's numbers come from, and as whom it is asked.
public sealed interface CarrierConfig {
    record Twilio(Account account) implements CarrierConfig {}

    record Plivo(Account account) implements CarrierConfig {}

    /// Numbers that ring nowhere, for development and tests.
    record Simulated() implements CarrierConfig {}

    /// An account with a company.
    ///
    /// @param user a public name: Twilio's account SID, Plivo's auth id
    record Account(URI api, String user, String password) {
        /// Without the password, so that no log ever has it.
        @Override
        public String toString() {
            return "Account[api=" + api + ", user=" + user + "]";
        }
    }
}
