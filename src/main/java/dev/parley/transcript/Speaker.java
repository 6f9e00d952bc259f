package dev.parley.transcript;

import com.fasterxml.jackson.annotation.JsonValue;

/// Who spoke a line of a transcript; the wire form is the contract's.
public enum Speaker {
    USER("USER"),
    AI("AI"),
    TOOL("TOOL"),
    TOOL_REQUEST("AI - TOOL REQUEST");

    private final String wire;

    Speaker(String wire) {
        this.wire = wire;
    }

    /// The contract's spelling.
    @JsonValue
    public String wire() {
        return wire;
    }
}
