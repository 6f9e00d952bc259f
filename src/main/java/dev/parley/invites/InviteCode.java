package dev.parley.invites;

import dev.parley.accounts.OrgId;
import dev.parley.accounts.Secret;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an invited person proves the invitation with: the organization's id, `~`, and 256 bits. The
/// bits are the server's HMAC of which invitation was sent for which time, so that a job can write
/// them into a mail although only a hash of them is stored.
record InviteCode(OrgId org, String text) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]{1,64})~[0-9a-f]{64}");

    /// The code of an invitation as it was sent for the `sent`th time.
    static InviteCode of(Secret secret, OrgId org, InviteId id, int sent) {
        var bits = secret.hash("invite-code\n" + org + "\n" + id.value() + "\n" + sent);
        return new InviteCode(org, org + "~" + HexFormat.of().formatHex(bits));
    }

    /// What somebody sent, when it has a code's form.
    static Optional<InviteCode> read(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(new InviteCode(new OrgId(match.group(1)), text))
                : Optional.empty();
    }

    /// What is stored of it.
    byte[] hash(Secret secret) {
        return secret.hash("invite\n" + text);
    }
}
