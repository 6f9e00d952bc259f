package dev.parley.mail;

/// The mail server did not take a mail. The message names neither its text nor whom it was for.
public final class MailNotSent extends RuntimeException {
    MailNotSent(Exception cause) {
        super("The mail server did not take a mail: " + cause.getClass().getSimpleName());
    }
}
