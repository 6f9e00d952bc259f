package dev.parley.mail;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The mail server.
///
/// @param server `smtp://` or `smtps://`, user and password in it where it wants them
/// @param from who the mail is from
public record MailConfig(URI server, String from) {
    private static final Setting<Optional<URI>> SERVER =
            Setting.url(
                    "PARLEY_SMTP_URL",
                    "mail server, such as smtp://user:password@host:587; none sends no mail",
                    "smtp",
                    "smtps");
    private static final Setting<String> FROM =
            Setting.text("PARLEY_MAIL_FROM", "", "the address mail comes from");

    public static final List<Setting<?>> SETTINGS = List.of(SERVER, FROM);

    /// Empty when no mail is to be sent.
    public static Optional<MailConfig> from(Settings settings) {
        var from = settings.get(FROM);
        var server = settings.get(SERVER);
        if (server.isPresent() && !isAddress(from)) {
            settings.mistake("PARLEY_MAIL_FROM must be a mail address when PARLEY_SMTP_URL is set");
        }
        return server.map(url -> new MailConfig(url, from));
    }

    /// The password stays out of logs.
    @Override
    public String toString() {
        return "MailConfig[" + server.getScheme() + "://" + server.getHost() + ", " + from + "]";
    }

    private static boolean isAddress(String text) {
        try {
            new InternetAddress(text, true);
            return text.indexOf('@') > 0;
        } catch (AddressException _) {
            return false;
        }
    }
}
