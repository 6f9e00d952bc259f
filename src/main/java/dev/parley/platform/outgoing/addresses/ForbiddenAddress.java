package dev.parley.platform.outgoing.addresses;

import java.net.UnknownHostException;

/// A name stands for an address that may not be called, or a connection was about to go to one.
public final class ForbiddenAddress extends UnknownHostException {
    public ForbiddenAddress(String message) {
        super(message);
    }
}
