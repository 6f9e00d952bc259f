package dev.parley.connections;

import dev.parley.live.EndReason;

/// Why the server closes a socket, in the numbers of RFC 6455 and one of our own.
enum CloseCode {
    ENDED(1000),
    NOT_TEXT(1007),
    POLICY(1008),
    TOO_BIG(1009),
    OUR_FAULT(1011),
    RESTARTING(1012),
    FULL(1013),
    TAKEN(4409);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static CloseCode of(EndReason reason) {
        return switch (reason) {
            case USER_HANGUP,
                    AGENT_HANGUP,
                    INACTIVITY,
                    MAX_DURATION_REACHED,
                    TRANSFERRED,
                    VOICEMAIL_REACHED,
                    BUSY,
                    NO_ANSWER ->
                    ENDED;
            case ERROR_FLOOD, ACCESS_REVOKED -> POLICY;
            case ERROR_PROVIDER, ERROR_CARRIER, ERROR_INTERNAL -> OUR_FAULT;
            case ERROR_RESTART -> RESTARTING;
        };
    }
}
