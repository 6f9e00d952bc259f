package dev.parley.providers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate for `localhost` that nobody vouches for, made by the JDK's own tool.
final class SelfSigned {
    private static final String PASSWORD = "changeit";

    private SelfSigned() {}

    static ServerSocketFactory serverSockets()
            throws IOException, InterruptedException, GeneralSecurityException {
        var folder = Files.createTempDirectory("self-signed");
        var store = folder.resolve("keys.p12");
        make(store);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(
                KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()),
                PASSWORD.toCharArray());
        Files.delete(store);
        Files.delete(folder);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    private static void make(Path store) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command =
                (keytool + " -genkeypair -keyalg EC -alias a -dname CN=localhost -storetype PKCS12")
                        + (" -storepass " + PASSWORD + " -keystore " + store);
        int exit = new ProcessBuilder(command.split(" ")).start().waitFor();
        if (exit != 0) {
            throw new IOException("keytool ended with " + exit);
        }
    }
}
