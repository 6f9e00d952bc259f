package dev.parley.platform.outgoing.addresses;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// What the names of hosts stand for, asked anew each time.
@FunctionalInterface
public interface Names {
    /// Every address of `host`, at least one.
    ///
    /// @throws UnknownHostException when there is none, or none in time
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
