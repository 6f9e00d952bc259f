package dev.parley.mail;

/// Sends mail.
@FunctionalInterface
public interface Mailer {
    /// Returns once the mail is in another server's hands.
    ///
    /// @throws MailNotSent when it is not; sending it again later may work
    void send(Mail mail);
}
