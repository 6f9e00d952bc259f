package dev.parley.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.outgoing.NotReached.Reason;
import dev.parley.platform.outgoing.addresses.PublicAddresses;
import dev.parley.testing.Peer;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is public and what is not, with the listener that must stay alone.
class ForbiddenAddressesTest {
    private final Peer listener = Peer.on("0.0.0.0", Peer.answering(200, "inside"));
    private final PublicAddresses rule = new PublicAddresses();

    @AfterEach
    void close() {
        listener.close();
    }

    @Test // S1
    void refusesLiteralAddresses() {
        var literals = ForbiddenHosts.literals();
        try (var client = Clients.of(ForbiddenAddressesTest::unknown, rule)) {
            for (var host : literals) {
                refuses(client, host);
            }
        }

        assertThat(literals).hasSizeGreaterThan(200);
        assertThat(listener.accepts()).isZero();
    }

    @Test // S3, S5
    void refusesEverySpellingOfThem() {
        var spelled = ForbiddenHosts.spelled();
        // Were one of them taken for a name, it would lead to the listener.
        try (var client = Clients.of(_ -> List.of(ip("8.8.8.8")), rule)) {
            for (var host : spelled) {
                refuses(client, host);
            }
        }

        assertThat(spelled).hasSizeGreaterThan(200);
        assertThat(listener.accepts()).isZero();
    }

    @Test // S1, S2, S3
    void refusesNamesThatStandForThem() {
        var addresses = ForbiddenHosts.resolved();
        for (var address : addresses) {
            for (var answer : List.of(List.of(address), List.of(ip("8.8.8.8"), address))) {
                try (var client = Clients.of(_ -> answer, rule)) {
                    refuses(client, "shop.example");
                }
            }
        }

        assertThat(addresses).hasSizeGreaterThan(200);
        assertThat(listener.accepts()).isZero();
    }

    @ParameterizedTest // S1, S5
    @ValueSource(
            strings = {"localhost", "LOCALHOST", "localhost.", "a.localhost", "a.b.LocalHost."})
    void refusesTheNamesOfThisMachineWithoutAsking(String host) {
        try (var client = Clients.of(_ -> List.of(ip("8.8.8.8")), rule)) {
            refuses(client, host);
        }
    }

    @ParameterizedTest // S3
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2606:4700:4700::1111",
                "2a00:1450:4001:800::200e",
                "3ffe:ffff::1",
                "64:ff9b::808:808",
                "::ffff:8.8.8.8"
            })
    void letsPublicAddressesPass(String address) {
        assertThat(rule.forbids(InetAddress.ofLiteral(address))).isFalse();
    }

    @Test // S1
    void refusesTheAddressesOfThisMachine() throws SocketException {
        var own =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .toList();

        assertThat(own).isNotEmpty().allMatch(rule::forbids);
    }

    private void refuses(GuardedClient client, String host) {
        var url = "http://" + host + ":" + listener.port() + "/";
        assertThat(client.mayReach(url)).as(url).isFalse();
        assertThat(Clients.reason(client, Clients.get(url))).as(url).isEqualTo(Reason.FORBIDDEN);
    }

    private static InetAddress ip(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    private static List<InetAddress> unknown(String host) throws UnknownHostException {
        throw new UnknownHostException(host);
    }
}
