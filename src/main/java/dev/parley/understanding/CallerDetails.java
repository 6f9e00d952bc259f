package dev.parley.understanding;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the caller has said about himself so far, read utterance by utterance; the latest
/// correction wins.
public final class CallerDetails {
    private final CallerName name;
    private final CallerPhone phone;
    private final CallerEmail email = new CallerEmail();
    private final CallerAddress address = new CallerAddress();

    /// @param language what the agent speaks; callers mix, so every rule listens for all three
    /// @param region ISO 3166 default country for phone numbers
    /// @param notTheCaller names that are never the caller's (agent, company)
    public CallerDetails(Language language, String region, Set<String> notTheCaller) {
        this.name = new CallerName(notTheCaller);
        this.phone = new CallerPhone(region);
    }

    /// What the agent asked or read back decides how the next answer is read.
    public void agentSaid(String text) {
        var said = Utterance.of(text);
        if (said.size() == 0) {
            return;
        }
        var asked = Topic.askedIn(said);
        name.agentSaid(said, asked);
        phone.agentSaid(said, asked);
        email.agentSaid(said, asked);
        address.agentSaid(said, asked);
    }

    /// Takes what the caller said.
    public void callerSaid(String text) {
        var said = Utterance.of(text);
        if (said.size() == 0) {
            return;
        }
        var intents = Intent.of(said);
        name.callerSaid(said, intents);
        phone.callerSaid(said, intents);
        email.callerSaid(said, intents);
        address.callerSaid(said, intents);
    }

    /// The caller's name in display form, such as "Hari".
    public @Nullable String name() {
        return name.value();
    }

    /// The phone number as heard, its pieces joined with '-'.
    public @Nullable String phoneNumber() {
        return phone.value();
    }

    /// The e-mail address in lower case.
    public @Nullable String emailAddress() {
        return email.value();
    }

    /// The postal address, in one line.
    public @Nullable String address() {
        return address.value();
    }

    /// Whether digits were heard but too few to be a number; the caller is likely still dictating.
    public boolean phoneNumberIsPartial() {
        return phone.isPartial();
    }
}
