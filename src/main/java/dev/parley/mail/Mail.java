package dev.parley.mail;

/// One message in plain text.
///
/// @param to a single address
public record Mail(String to, String subject, String text) {
    /// A subject is one line, whatever it was made of.
    public Mail {
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
