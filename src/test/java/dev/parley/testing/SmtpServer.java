package dev.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A mail server that speaks enough of SMTP (RFC 5321) to take mail, or to refuse it.
public final class SmtpServer implements AutoCloseable {
    private final ServerSocket listening;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile int refusals;

    private SmtpServer(ServerSocket listening) {
        this.listening = listening;
    }

    /// One mail.
    ///
    /// @param to every address it was sent to
    /// @param text headers and body, as sent
    public record Received(String from, List<String> to, String text) {}

    /// A server that first refuses so many mails as one does that has a bad moment.
    public static SmtpServer start(int refusals) {
        try {
            var server = new SmtpServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            server.refusals = refusals;
            Thread.ofVirtual().start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("smtp://mailer:s%40cret@127.0.0.1:" + listening.getLocalPort());
    }

    /// The next mail; waits for it.
    public Received next() {
        try {
            var mail = received.poll(30, TimeUnit.SECONDS);
            if (mail == null) {
                throw new AssertionError("No mail came");
            }
            return mail;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public int waiting() {
        return received.size();
    }

    /// Every line but the mails' own.
    public List<String> commands() {
        return commands;
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
                var out = socket.getOutputStream()) {
            var writer = new OutputStreamWriter(out, UTF_8);
            say(writer, "220 test");
            var from = "";
            var to = new ArrayList<String>();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                var verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO" ->
                            say(
                                    writer,
                                    "250-test\r\n250-SMTPUTF8\r\n250-8BITMIME\r\n250 AUTH PLAIN");
                    case "AUTH" -> say(writer, "235 welcome");
                    case "MAIL" -> {
                        from = line;
                        to.clear();
                        say(writer, refuses() ? "451 not now" : "250 ok");
                    }
                    case "RCPT" -> {
                        to.add(line.replaceFirst("(?i)RCPT TO:<(.*)>.*", "$1"));
                        say(writer, "250 ok");
                    }
                    case "DATA" -> {
                        say(writer, "354 go on");
                        received.add(new Received(from, List.copyOf(to), text(in)));
                        say(writer, "250 taken");
                    }
                    case "QUIT" -> {
                        say(writer, "221 bye");
                        return;
                    }
                    default -> say(writer, "250 ok");
                }
            }
        } catch (IOException _) {
            // the other end is gone, which is its affair
        }
    }

    private boolean refuses() {
        if (refusals > 0) {
            refusals--;
            return true;
        }
        return false;
    }

    private static String text(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line.startsWith("..") ? line.substring(1) : line).append('\n');
        }
        return text.toString();
    }

    private static void say(Writer writer, String line) throws IOException {
        writer.write(line + "\r\n");
        writer.flush();
    }
}
