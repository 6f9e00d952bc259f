package dev.parley.invites;

import dev.parley.accounts.AccountStore;
import dev.parley.accounts.OrgId;
import dev.parley.accounts.Secret;
import dev.parley.jobs.Jobs;
import dev.parley.mail.Mail;
import dev.parley.mail.Mailer;
import dev.parley.platform.database.Database;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// The job that mails an invitation. It is stored without the code, and does nothing for an
/// invitation that has been sent anew, accepted, revoked or forgotten since.
public final class MailInvite {
    private static final String JOB = "mail-invite";

    private final Database database;
    private final AccountStore accounts;
    private final Secret secret;
    private final Mailer mailer;
    private final Supplier<URI> publicUrl;
    private final InstantSource clock;
    private final InviteStore invites = new InviteStore();

    public MailInvite(
            Database database,
            AccountStore accounts,
            Secret secret,
            Mailer mailer,
            Supplier<URI> publicUrl,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.secret = secret;
        this.mailer = mailer;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /// What the job is stored with.
    ///
    /// @param sent which sending of the invitation this is
    /// @param app the product the mail speaks for
    record Work(String org, String invite, int sent, String app) {}

    static void enqueue(Jobs jobs, Handle tx, Work work) {
        jobs.enqueue(tx, JOB, work.invite() + " " + work.sent(), work);
    }

    public Jobs.Kind<?> job() {
        return new Jobs.Kind<>(JOB, Work.class, this::run);
    }

    /// Waits for the mail server without holding a transaction.
    private void run(Work work) {
        var org = new OrgId(work.org());
        database.transact(org, tx -> mail(tx, org, work)).ifPresent(mailer::send);
    }

    private Optional<Mail> mail(Handle tx, OrgId org, Work work) {
        return invites.findOpen(tx, org, new InviteId(work.invite()))
                .filter(invite -> invite.sent() == work.sent())
                .filter(invite -> clock.instant().isBefore(invite.expiresAt()))
                .map(invite -> {
                    var name = accounts.organization(tx, org).name();
                    var code = InviteCode.of(secret, org, invite.id(), invite.sent());
                    return new Mail(
                            invite.email().text(),
                            "Invitation to " + name,
                            text(name, work.app(), url(publicUrl.get(), code)));
                });
    }

    /// The page that accepts an invitation. The code stands behind the `#`, so that no server and
    /// no proxy sees it in an address.
    static String url(URI publicUrl, InviteCode code) {
        return publicUrl + "/accept-invite#" + code.text();
    }

    private static String text(String organization, String app, String url) {
        var what = app.equals("sparr") ? "its training calls" : "its voice agents";
        return """
        Hello,

        %s invites you to look after %s. Open this address to accept:

        %s

        It is yours alone and works once. If you do not know who sent it, do nothing.
        """
                .formatted(organization.replaceAll("\\p{Cntrl}+", " "), what, url);
    }
}
