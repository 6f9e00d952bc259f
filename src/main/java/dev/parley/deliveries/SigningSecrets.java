package dev.parley.deliveries;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.parley.accounts.OrgId;
import dev.parley.accounts.Vault;
import dev.parley.actions.ActionId;
import dev.parley.deliveries.ReceiverStore.Receiver;
import dev.parley.platform.time.Timestamps;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What the events of an action are signed with: one secret each, made when it is first needed and
/// kept sealed (E1).
public final class SigningSecrets {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final Duration OVERLAP = Duration.ofHours(24);

    private final Vault vault;
    private final ReceiverStore receivers;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public SigningSecrets(Vault vault, InstantSource clock) {
        this(vault, new ReceiverStore(), clock);
    }

    SigningSecrets(Vault vault, ReceiverStore receivers, InstantSource clock) {
        this.vault = vault;
        this.receivers = receivers;
        this.clock = clock;
    }

    /// A secret as the API answers it.
    ///
    /// @param previousUntil until when the secret before it signs, too
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(String secret, @Nullable String previousUntil) {}

    Shown show(Handle tx, OrgId org, ActionId action) {
        var receiver = receiver(tx, org, action);
        var until = receiver.previousUntil();
        return new Shown(
                open(org, action, receiver.secret()),
                until == null || !until.isAfter(clock.instant()) ? null : Timestamps.write(until));
    }

    /// Makes a new secret. The one before signs beside it for a day.
    Shown rotate(Handle tx, OrgId org, ActionId action) {
        receiver(tx, org, action);
        receivers.rotate(tx, org, action, fresh(org, action), clock.instant().plus(OVERLAP));
        return show(tx, org, action);
    }

    /// The value of `webhook-signature`: a signature for each good secret.
    String sign(Handle tx, OrgId org, ActionId action, String id, Instant at, String body) {
        var signatures = new ArrayList<String>();
        for (var secret : good(org, action, receiver(tx, org, action), at)) {
            try {
                signatures.add(new Webhook(secret).sign(id, at.getEpochSecond(), body));
            } catch (EmptyWebhookSecretException | WebhookSigningException e) {
                throw new IllegalStateException("This secret does not sign", e);
            }
        }
        return String.join(" ", signatures);
    }

    private List<String> good(OrgId org, ActionId action, Receiver receiver, Instant at) {
        var secrets = new ArrayList<String>();
        secrets.add(open(org, action, receiver.secret()));
        var previous = receiver.previousSecret();
        var until = receiver.previousUntil();
        if (previous != null && until != null && until.isAfter(at)) {
            secrets.add(open(org, action, previous));
        }
        return secrets;
    }

    private Receiver receiver(Handle tx, OrgId org, ActionId action) {
        return receivers
                .find(tx, org, action)
                .orElseGet(() -> {
                    receivers.insert(tx, org, action, fresh(org, action));
                    return receivers.find(tx, org, action).orElseThrow();
                });
    }

    private String fresh(OrgId org, ActionId action) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = PREFIX + Base64.getEncoder().encodeToString(bytes);
        var sealed = vault.seal(place(org, action), secret.getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(sealed);
    }

    private String open(OrgId org, ActionId action, String sealed) {
        return new String(
                vault.open(place(org, action), Base64.getDecoder().decode(sealed)), UTF_8);
    }

    private static String place(OrgId org, ActionId action) {
        return org + "/" + action + "/signing-secret";
    }
}
