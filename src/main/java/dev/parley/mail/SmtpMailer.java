package dev.parley.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Sends mail by SMTP (RFC 5321): encrypted from the start with `smtps`, from STARTTLS on with
/// `smtp` where the server offers it. A password is never sent in the clear to another machine.
public final class SmtpMailer implements Mailer {
    private static final String PATIENCE = Long.toString(Duration.ofSeconds(20).toMillis());

    private final MailConfig config;
    private final InstantSource clock;
    private final Session session;

    public SmtpMailer(MailConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.session = Session.getInstance(properties(config.server()));
    }

    @Override
    public void send(Mail mail) {
        try (var transport = session.getTransport(config.server().getScheme())) {
            var message = message(mail);
            var server = config.server();
            transport.connect(server.getHost(), server.getPort(), user(), password());
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw new MailNotSent(e);
        }
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(config.from(), true));
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), "UTF-8");
        message.setText(mail.text(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.saveChanges();
        return message;
    }

    private @Nullable String user() {
        return part(0);
    }

    private @Nullable String password() {
        return part(1);
    }

    private @Nullable String part(int index) {
        var info = config.server().getRawUserInfo();
        if (info == null) {
            return null;
        }
        var parts = info.split(":", 2);
        return parts.length <= index
                ? ""
                : URLDecoder.decode(parts[index].replace("+", "%2B"), UTF_8);
    }

    private static Properties properties(URI server) {
        var prefix = "mail." + server.getScheme() + ".";
        boolean hasUser = server.getRawUserInfo() != null;
        boolean isLocal = server.getHost().matches("localhost|127\\..*|\\[::1]");
        var properties = new Properties();
        properties.setProperty(prefix + "auth", Boolean.toString(hasUser));
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", Boolean.toString(hasUser && !isLocal));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "connectiontimeout", PATIENCE);
        properties.setProperty(prefix + "timeout", PATIENCE);
        properties.setProperty(prefix + "writetimeout", PATIENCE);
        properties.setProperty("mail.mime.allowutf8", "true");
        return properties;
    }
}
