package dev.parley.sessions;

import dev.parley.platform.http.Access;
import dev.parley.platform.http.Credentials;
import dev.parley.platform.http.Principal;
import java.util.Optional;

/// Where somebody tries to sign in from: an IPv4 address, or the network of an IPv6 one, of which
/// one sender has 2⁶⁴. Behind a proxy it is the proxy's.
record Place(String address) implements Principal {
    /// Lets in anybody.
    static final Access ACCESS =
            new Access() {
                @Override
                public Optional<Principal> known(Credentials credentials) {
                    return Optional.of(admit(credentials));
                }

                @Override
                public Principal admit(Credentials credentials) {
                    return of(credentials.address());
                }
            };

    private static final int NETWORK_GROUPS = 4;

    static Place of(String address) {
        var groups = address.split(":");
        return groups.length <= NETWORK_GROUPS
                ? new Place(address)
                : new Place(String.join(":", java.util.Arrays.copyOf(groups, NETWORK_GROUPS)));
    }

    @Override
    public String name() {
        return "";
    }
}
