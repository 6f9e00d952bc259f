package dev.parley;

import dev.parley.Routes.Parts;
import dev.parley.accounts.Authentication;
import dev.parley.accounts.IssueKey;
import dev.parley.invites.InvitesResource;
import dev.parley.invites.MailInvite;
import dev.parley.keys.KeysResource;
import dev.parley.mail.MailConfig;
import dev.parley.mail.SmtpMailer;
import dev.parley.organizations.OperatorKey;
import dev.parley.organizations.OrganizationsResource;
import dev.parley.platform.http.Route;
import dev.parley.sessions.SessionsResource;
import dev.parley.users.UsersResource;
import java.util.List;
import java.util.stream.Stream;

/// The operations on organizations, their people and their keys.
final class AccountRoutes {
    private final Ground ground;
    private final Ground.Stores stores;
    private final Parts parts;

    AccountRoutes(Ground ground, Parts parts) {
        this.ground = ground;
        this.stores = ground.stores();
        this.parts = parts;
    }

    List<Route> all(Authentication access) {
        return Stream.of(
                        keys().routes(access),
                        organizations(access).routes(access),
                        users().routes(access),
                        sessions().routes(access),
                        invites().routes(access))
                .flatMap(List::stream)
                .toList();
    }

    private KeysResource keys() {
        return new KeysResource(ground.database(), issueKey(), ground.clock());
    }

    private IssueKey issueKey() {
        return new IssueKey(stores.accounts(), ground.secret(), ground.ids(), ground.clock());
    }

    private OrganizationsResource organizations(Authentication access) {
        var config = ground.config();
        return new OrganizationsResource(
                ground.database(),
                stores.accounts(),
                stores.users(),
                OperatorKey.of(config.operatorKey(), config.database().dataFolder()),
                org -> {
                    access.forget(org);
                    parts.calls().endAll(org);
                },
                issueKey(),
                ground.ids(),
                ground.clock());
    }

    private UsersResource users() {
        return new UsersResource(ground.database(), stores.users(), ground.ids(), ground.clock());
    }

    private SessionsResource sessions() {
        return new SessionsResource(
                ground.database(),
                stores.accounts(),
                stores.users(),
                parts.passwords(),
                ground.secret(),
                new SessionsResource.Browsers(ground.config().sessions(), ground.publicUrl()),
                ground.clock());
    }

    /// With a job of its own, where mail is sent.
    private InvitesResource invites() {
        var config = ground.config();
        config.mail().ifPresent(mail -> ground.jobs().handle(mailInvite(mail).job()));
        return new InvitesResource(
                new InvitesResource.Outside(
                        config.invites(),
                        config.mail().isPresent(),
                        ground.jobs(),
                        ground.publicUrl()),
                ground.database(),
                stores.users(),
                parts.passwords(),
                ground.secret(),
                ground.ids(),
                ground.clock());
    }

    private MailInvite mailInvite(MailConfig config) {
        return new MailInvite(
                ground.database(),
                stores.accounts(),
                ground.secret(),
                new SmtpMailer(config, ground.clock()),
                ground.publicUrl(),
                ground.clock());
    }
}
