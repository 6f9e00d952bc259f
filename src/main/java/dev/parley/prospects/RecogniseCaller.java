package dev.parley.prospects;

import dev.parley.accounts.OrgId;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.json.Json;
import dev.parley.platform.time.Timestamps;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Finds the prospect behind a conversation by number, then by e-mail, never by name alone; makes
/// one when there is none; and moves it to the stage the conversation reached.
public final class RecogniseCaller {
    /// Who the platform itself is in audit fields.
    public static final String PLATFORM = "trata-system";

    private final ProspectStore prospects;
    private final Ids ids;
    private final InstantSource clock;

    public RecogniseCaller(ProspectStore prospects, Ids ids, InstantSource clock) {
        this.prospects = prospects;
        this.ids = ids;
        this.clock = clock;
    }

    /// What a conversation told about its caller.
    ///
    /// @param phoneNumber as heard
    /// @param region ISO 3166 country for numbers without a prefix
    public record Facts(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phoneNumber,
            @Nullable ProspectStatus status,
            String region) {}

    /// The caller's prospect; empty when the conversation told nothing about the caller.
    public Optional<ProspectId> run(Handle tx, OrgId org, Facts facts) {
        if (facts.name() == null && facts.email() == null && facts.phoneNumber() == null) {
            return Optional.empty();
        }
        var phoneKey = ProspectStore.phoneKey(facts.phoneNumber(), facts.region());
        var emailKey = ProspectStore.emailKey(facts.email());
        var known = prospects.recognise(tx, org, phoneKey, emailKey);
        var key = phoneKey == null ? emailKey : phoneKey;
        if (known.isEmpty() && key != null) {
            lock(tx, org, key);
            known = prospects.recognise(tx, org, phoneKey, emailKey);
        }
        var prospect =
                known.map(found -> refreshed(tx, org, found, facts))
                        .orElseGet(() -> made(tx, org, facts));
        return Optional.of(prospect.id());
    }

    /// Moves a prospect that is already known to the stage the conversation reached, and fills in
    /// what was not known of it.
    public void refresh(Handle tx, OrgId org, ProspectId id, Facts facts) {
        prospects.findForUpdate(tx, org, id).ifPresent(found -> refreshed(tx, org, found, facts));
    }

    private Prospect refreshed(Handle tx, OrgId org, Prospect found, Facts facts) {
        if (completed(found, facts).equals(found)) {
            return found;
        }
        // read again under its lock, so that nobody's change in between is lost
        var locked = prospects.findForUpdate(tx, org, found.id()).orElse(found);
        var stored = completed(locked, facts).changed(PLATFORM, Timestamps.write(clock.instant()));
        prospects.update(tx, org, locked, stored, facts.region());
        return stored;
    }

    private static Prospect completed(Prospect prospect, Facts facts) {
        return prospect.completed(facts.name(), facts.email(), facts.phoneNumber(), facts.status());
    }

    private Prospect made(Handle tx, OrgId org, Facts facts) {
        var now = Timestamps.write(clock.instant());
        var prospect =
                new Prospect(
                        new ProspectId(ids.next("pro")),
                        org,
                        facts.name(),
                        facts.email(),
                        facts.phoneNumber(),
                        List.of(),
                        facts.status() == null ? ProspectStatus.NEW : facts.status(),
                        Json.object(),
                        PLATFORM,
                        now,
                        PLATFORM,
                        now);
        prospects.insert(tx, org, prospect, facts.region());
        return prospect;
    }

    /// Two conversations of one new caller may end at once; one of them makes the prospect.
    private static void lock(Handle tx, OrgId org, String key) {
        tx.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0)) IS NULL")
                .bind("key", org.value() + '/' + key)
                .mapTo(Boolean.class)
                .one();
    }
}
