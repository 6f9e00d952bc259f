package dev.parley.platform.outgoing;

import dev.parley.platform.http.WebAddress;
import dev.parley.platform.outgoing.NotReached.Reason;
import dev.parley.platform.outgoing.addresses.AddressRule;
import dev.parley.platform.outgoing.addresses.Literal;
import dev.parley.platform.outgoing.addresses.Names;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where an address leads: outside, to a place the operator named, to a part of this server, or
/// nowhere.
final class Destinations {
    private static final String LOCALHOST = "localhost";

    private final Set<HostAndPort> allowed;
    private final List<OwnEndpoint> own;
    private final Names names;
    private final AddressRule rule;

    Destinations(Set<HostAndPort> allowed, List<OwnEndpoint> own, Names names, AddressRule rule) {
        this.allowed = allowed;
        this.own = List.copyOf(own);
        this.names = names;
        this.rule = rule;
    }

    /// @param url what to ask for, in ASCII
    /// @param isTrusted whether its address was vouched for and needs no look
    record Destination(URI url, boolean isTrusted) {}

    /// Where `address` leads; empty when it is none or leads nowhere.
    Optional<Destination> find(String address) {
        return read(address).flatMap(this::find);
    }

    /// Reads `address` with the one parser there is (S5).
    static Optional<URI> read(String address) {
        return WebAddress.fault(address).isPresent()
                ? Optional.empty()
                : Optional.of(URI.create(URI.create(address).toASCIIString()));
    }

    Optional<Destination> find(URI url) {
        var place = HostAndPort.of(url);
        for (var endpoint : own) {
            if (endpoint.host().equals(place.host())) {
                return find(endpoint, url);
            }
        }
        if (allowed.contains(place)) {
            return Optional.of(new Destination(url, true));
        }
        return isForbidden(place.host())
                ? Optional.empty()
                : Optional.of(new Destination(url, false));
    }

    /// Whether a call to `address` may be sent, as things are now. A name that stands for nothing
    /// may still come to.
    boolean mayReach(String address) {
        var found = find(address);
        if (found.isEmpty() || found.get().isTrusted()) {
            return found.isPresent();
        }
        var host = HostAndPort.of(found.get().url()).host();
        if (Literal.isMeant(host)) {
            return true;
        }
        try {
            return names.resolve(host).stream().noneMatch(rule::forbids);
        } catch (UnknownHostException _) {
            return true;
        }
    }

    private static Optional<Destination> find(OwnEndpoint endpoint, URI url) {
        var path = url.getRawPath();
        boolean isPlain =
                "http".equalsIgnoreCase(url.getScheme()) && HostAndPort.of(url).port() == 80;
        if (!isPlain || !endpoint.holds(path)) {
            return Optional.empty();
        }
        var base = endpoint.base().get().toString();
        var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return Optional.of(
                new Destination(URI.create(base.replaceFirst("/$", "") + path + query), true));
    }

    /// Whether `host` can be told to lead nowhere without asking anybody.
    private boolean isForbidden(String host) {
        if (Literal.isMeant(host)) {
            return Literal.read(host).map(rule::forbids).orElse(true);
        }
        return host.equals(LOCALHOST) || host.endsWith("." + LOCALHOST);
    }

    static NotReached forbidden() {
        return new NotReached(Reason.FORBIDDEN);
    }
}
