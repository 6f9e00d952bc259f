package dev.parley.invites;

import dev.parley.accounts.Caller;
import dev.parley.platform.http.Access;
import dev.parley.platform.http.Credentials;
import dev.parley.platform.http.Principal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lets in who sends an invitation's code as bearer token, and who is signed in.
record InvitedAccess(Access signedIn) implements Access {
    private static final Pattern BEARER = Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] (\\S+)");

    /// Who wants to accept an invitation.
    sealed interface Invited extends Principal {}

    /// Somebody with a code. It proves itself when it is used.
    record Holder(InviteCode code) implements Invited {
        @Override
        public String name() {
            return "";
        }
    }

    /// Somebody who is a member of another organization.
    record SignedIn(Caller caller) implements Invited {
        @Override
        public String name() {
            return caller.name();
        }
    }

    @Override
    public Optional<Principal> known(Credentials credentials) {
        return holder(credentials);
    }

    @Override
    public Principal admit(Credentials credentials) {
        return holder(credentials)
                .orElseGet(() -> new SignedIn((Caller) signedIn.admit(credentials)));
    }

    private static Optional<Principal> holder(Credentials credentials) {
        var sent = credentials.authorization();
        var match = BEARER.matcher(sent.size() == 1 ? sent.getFirst() : "");
        return match.matches()
                ? InviteCode.read(match.group(1)).map(Holder::new)
                : Optional.empty();
    }
}
