package dev.parley.deliveries;

import com.fasterxml.jackson.annotation.JsonValue;

/// A delivery's id, `evt.…`; the receiver sees it as `webhook-id`.
record DeliveryId(@JsonValue String value) {
    @Override
    public String toString() {
        return value;
    }
}
