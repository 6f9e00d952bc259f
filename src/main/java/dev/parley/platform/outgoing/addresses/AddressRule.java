package dev.parley.platform.outgoing.addresses;

import java.net.InetAddress;

/// Which addresses nobody may be sent to.
@FunctionalInterface
public interface AddressRule {
    boolean forbids(InetAddress address);
}
