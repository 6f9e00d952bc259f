package dev.parley.live;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Why a conversation ended, and whose fault it was.
public enum EndReason {
    /// The caller said stop, hung up, or was lost and did not come back.
    USER_HANGUP(Fault.CALLER),
    /// The agent said goodbye.
    AGENT_HANGUP(Fault.AGENT),
    /// The caller kept silent.
    INACTIVITY(Fault.CALLER),
    MAX_DURATION_REACHED(Fault.PLATFORM),
    /// The agent has passed the caller on to somebody else.
    TRANSFERRED(Fault.AGENT),
    /// A machine has answered the call we made.
    VOICEMAIL_REACHED(Fault.CALLER),
    /// The person we called was on the phone.
    BUSY(Fault.CALLER),
    /// The person we called did not answer.
    NO_ANSWER(Fault.CALLER),
    /// The carrier could not make the call.
    ERROR_CARRIER(Fault.PROVIDER),
    /// What the call was asked with is worth nothing any longer: a revoked key, an organization
    /// that is gone.
    ACCESS_REVOKED(Fault.CALLER),
    /// The caller sent more than anybody can say.
    ERROR_FLOOD(Fault.CALLER),
    /// The agent could not answer several times in a row.
    ERROR_PROVIDER(Fault.PROVIDER),
    /// The server goes down for maintenance.
    ERROR_RESTART(Fault.PLATFORM),
    /// A mistake of ours.
    ERROR_INTERNAL(Fault.PLATFORM);

    /// Who made a conversation end.
    public enum Fault {
        CALLER,
        AGENT,
        PROVIDER,
        PLATFORM;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Fault fault;

    EndReason(Fault fault) {
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /// The name that is stored and answered, for example `user_hangup`.
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
