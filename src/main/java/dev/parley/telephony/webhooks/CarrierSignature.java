package dev.parley.telephony.webhooks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells a carrier's requests from anybody else's. What is signed is the address we gave the
/// carrier, never what a header says of it (H2).
public final class CarrierSignature {
    private CarrierSignature() {}

    /// Twilio's: HMAC-SHA1 of the address and, in the order of their names, the names and values of
    /// the form; https://www.twilio.com/docs/usage/webhooks/webhooks-security.
    ///
    /// @param form every name with its values; empty for a socket's handshake
    public static boolean isTwilios(
            String signature, String token, URI url, Map<String, List<String>> form) {
        var values = new StringBuilder();
        new TreeMap<>(form)
                .forEach((name, all) ->
                        new TreeSet<>(all).forEach(value -> values.append(name).append(value)));
        boolean isGood = false;
        for (var address : withAndWithoutPort(url)) {
            isGood |= equal(signature, hmac("HmacSHA1", token, address + values));
        }
        return isGood;
    }

    /// Plivo's third: HMAC-SHA256 of the address, the names and values of the form and a nonce;
    /// several signatures may be given;
    /// https://www.plivo.com/docs/voice/concepts/signature-validation.
    public static boolean isPlivos(
            String signatures,
            String nonce,
            String token,
            URI url,
            Map<String, List<String>> form) {
        var values = new StringBuilder();
        new TreeMap<>(form)
                .forEach((name, all) ->
                        all.stream().sorted().forEach(value -> values.append(name).append(value)));
        boolean isGood = false;
        for (var address : withAndWithoutPort(url)) {
            var signed = hmac("HmacSHA256", token, plivoBase(address, values) + "." + nonce);
            for (var signature : signatures.split(",", 10)) {
                isGood |= equal(signature.strip(), signed);
            }
        }
        return isGood && !nonce.isEmpty();
    }

    private static String plivoBase(String address, StringBuilder values) {
        if (values.isEmpty()) {
            return address;
        }
        return address + (address.contains("?") ? "." : "?") + values;
    }

    private static List<String> withAndWithoutPort(URI url) {
        var plain = url.toString();
        int standard = plain.startsWith("https") || plain.startsWith("wss") ? 443 : 80;
        var authority = String.valueOf(url.getRawAuthority());
        if (url.getPort() == standard) {
            return List.of(plain, plain.replace(authority, String.valueOf(url.getHost())));
        }
        return url.getPort() >= 0
                ? List.of(plain)
                : List.of(plain, plain.replace(authority, authority + ":" + standard));
    }

    private static String hmac(String algorithm, String token, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), algorithm));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }

    private static boolean equal(String given, String right) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
