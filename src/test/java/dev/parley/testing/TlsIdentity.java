package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate for one host and those who trust it, made by the JDK's own tool.
public record TlsIdentity(SSLContext server, SSLContext client) {
    private static final String PASSWORD = "changeit";

    public static TlsIdentity of(String host) {
        try {
            var folder = Files.createTempDirectory("tls-identity");
            var file = folder.resolve("keys.p12");
            make(file, host);
            var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            Files.delete(file);
            Files.delete(folder);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusting(store));
            var server = SSLContext.getInstance("TLS");
            server.init(keys.getKeyManagers(), null, null);
            var client = SSLContext.getInstance("TLS");
            client.init(null, trust.getTrustManagers(), null);
            return new TlsIdentity(server, client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// A store with the certificate alone: one with its key would not be trusted.
    private static KeyStore trusting(KeyStore own) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("a", own.getCertificate("a"));
        return store;
    }

    private static void make(Path store, String host) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var arguments =
                "-genkeypair -keyalg EC -alias a -storetype PKCS12 -dname CN=a -ext san=dns:"
                        + host;
        var command =
                List.of(
                        (keytool + " " + arguments + " -storepass " + PASSWORD)
                                .concat(" -keystore " + store)
                                .split(" "));
        int exit = new ProcessBuilder(command).start().waitFor();
        if (exit != 0) {
            throw new IOException("keytool ended with " + exit);
        }
    }
}
