package dev.parley;

import dev.parley.accounts.Authentication;
import dev.parley.actions.ActionStore;
import dev.parley.actions.ActionsResource;
import dev.parley.actions.SealedHeaders;
import dev.parley.actions.calling.ActionTestsResource;
import dev.parley.actions.calling.RunAction;
import dev.parley.agents.AgentLinkStore;
import dev.parley.agents.AgentLinksResource;
import dev.parley.agents.AgentsResource;
import dev.parley.analytics.AnalyticsResource;
import dev.parley.analytics.AnalyticsStore;
import dev.parley.calls.Calls;
import dev.parley.connections.CarrierStreams;
import dev.parley.connections.ConnectionStore;
import dev.parley.connections.ConnectionsResource;
import dev.parley.connections.PlivoResource;
import dev.parley.connections.Tickets;
import dev.parley.console.ConsoleResource;
import dev.parley.console.WidgetResource;
import dev.parley.conversations.ConversationLinksResource;
import dev.parley.conversations.ConversationsResource;
import dev.parley.conversations.ImportConversations;
import dev.parley.conversations.LineStore;
import dev.parley.documentation.DocumentationResource;
import dev.parley.files.FilesResource;
import dev.parley.files.UploadFiles;
import dev.parley.files.UploadQueue;
import dev.parley.hives.HiveFiles;
import dev.parley.metrics.Metrics;
import dev.parley.organizations.PurgeOrganizations;
import dev.parley.page.PageResource;
import dev.parley.page.WelcomeResource;
import dev.parley.platform.http.Route;
import dev.parley.products.ProductStore;
import dev.parley.products.ProductsResource;
import dev.parley.prospects.ProspectsResource;
import dev.parley.prospects.RecogniseCaller;
import dev.parley.recordings.RecordingsResource;
import dev.parley.retries.SafeRetries;
import dev.parley.samples.Kitchen;
import dev.parley.sessions.Passwords;
import dev.parley.telephony.ChosenCarrier;
import dev.parley.telephony.OffersResource;
import dev.parley.telephony.PhonesResource;
import dev.parley.templates.TemplatesResource;
import dev.parley.voices.Previews;
import dev.parley.voices.VoiceCatalogue;
import dev.parley.voices.VoiceModelsResource;
import java.util.List;
import java.util.stream.Stream;

/// Every operation of the API, feature by feature.
final class Routes {
    private final Ground ground;
    private final Ground.Stores stores;

    Routes(Ground ground) {
        this.ground = ground;
        this.stores = ground.stores();
    }

    /// @param parts what live conversations use as well
    List<Route> all(Authentication access, Parts parts) {
        var uploads = new UploadQueue();
        var retries = new SafeRetries(ground.database(), ground.vault(), ground.clock());
        return Stream.of(
                        agents().routes(access),
                        prospects().routes(access),
                        parts.knowledge().routes(access),
                        parts.retrieval().resource().routes(access),
                        new RecordingsResource(parts.voice().recordings(), ground.files().blobs())
                                .routes(access),
                        actions().routes(access),
                        new ActionTestsResource(
                                        ground.database(),
                                        new ActionStore(),
                                        parts.runAction(),
                                        ground.ids())
                                .routes(access),
                        new Kitchen(ground.secret()).routes(access),
                        new Postbox(ground).resource().routes(access),
                        products().routes(access),
                        agentLinks().routes(access),
                        conversations(parts).routes(access),
                        conversationLinks().routes(access),
                        connections(parts).routes(access),
                        analytics().routes(access),
                        new PlivoResource(parts.streams(), ground.publicUrl()).routes(),
                        new OffersResource(parts.carrier()).routes(access),
                        phones(parts).routes(access),
                        new Telephone(ground, access, parts).dialling().routes(access),
                        new AccountRoutes(ground, parts).all(access),
                        files().routes(access),
                        voiceModels().routes(access),
                        new TemplatesResource().routes(access),
                        new DocumentationResource().routes(),
                        new ConsoleResource().routes(),
                        new WidgetResource(ground.config().sockets().allowedOrigins()).routes(),
                        new PageResource().routes(),
                        welcome(parts).routes(),
                        List.of(new Status(ground.database()).route(), parts.metrics().route()))
                .flatMap(List::stream)
                .map(retries::guard)
                .map(uploads::guard)
                .toList();
    }

    private WelcomeResource welcome(Parts parts) {
        return new WelcomeResource(
                ground.database(),
                stores.accounts(),
                stores.agents(),
                connections(parts),
                parts.voice()::support,
                ground.config().page(),
                ground.clock());
    }

    record Parts(
            RecogniseCaller recognise,
            LineStore lines,
            ConnectionStore connections,
            Tickets tickets,
            CarrierStreams streams,
            ChosenCarrier carrier,
            Calls calls,
            RunAction runAction,
            Passwords passwords,
            Knowledge knowledge,
            Retrieval retrieval,
            Voice voice,
            Metrics metrics) {}

    private AgentsResource agents() {
        return new AgentsResource(
                ground.database(),
                stores.agents(),
                List.of(stores.phones()::unlinkAll),
                ground.ids(),
                ground.clock());
    }

    private ProspectsResource prospects() {
        return new ProspectsResource(
                ground.database(),
                stores.prospects(),
                stores.accounts(),
                stores.conversations()::unlinkAll,
                ground.ids(),
                ground.clock());
    }

    private ActionsResource actions() {
        return new ActionsResource(
                ground.database(),
                new ActionStore(),
                new SealedHeaders(ground.vault()),
                ground.outgoing(),
                ground.ids(),
                ground.clock());
    }

    private ProductsResource products() {
        return new ProductsResource(
                ground.database(),
                new ProductStore(),
                agentLinks()::replaceSellers,
                ground.ids(),
                ground.clock());
    }

    private AgentLinksResource agentLinks() {
        return new AgentLinksResource(ground.database(), new AgentLinkStore(), hiveFiles());
    }

    private HiveFiles hiveFiles() {
        var files = ground.files();
        return new HiveFiles(ground.database(), files.records(), files.links());
    }

    private ConversationsResource conversations(Parts parts) {
        var imports =
                new ImportConversations(
                        ground.database(),
                        stores.accounts(),
                        stores.agents(),
                        stores.conversations(),
                        parts.recognise(),
                        ground.jobs(),
                        ground.ids(),
                        ground.clock());
        return new ConversationsResource(
                ground.database(),
                stores.conversations(),
                parts.lines(),
                stores.agents(),
                imports,
                ground.ids(),
                ground.clock());
    }

    private ConversationLinksResource conversationLinks() {
        return new ConversationLinksResource(
                ground.database(), stores.conversations(), stores.prospects(), ground.clock());
    }

    private VoiceModelsResource voiceModels() {
        var blobs = ground.files().blobs();
        var catalogue = new VoiceCatalogue(Outside.speakers(ground.config().speech()));
        return new VoiceModelsResource(catalogue, new Previews(blobs), blobs, ground.publicUrl());
    }

    private FilesResource files() {
        var files = ground.files();
        var upload =
                new UploadFiles(
                        ground.database(),
                        files.records(),
                        files.blobs(),
                        files.discard(),
                        ground.config().files(),
                        ground.ids(),
                        ground.clock());
        return new FilesResource(
                ground.database(),
                files.records(),
                files.blobs(),
                files.links(),
                upload,
                files.discard(),
                ground.clock());
    }

    private ConnectionsResource connections(Parts parts) {
        return new ConnectionsResource(
                ground.database(),
                parts.connections(),
                stores.agents(),
                stores.prospects(),
                parts.tickets(),
                parts.streams(),
                ground.publicUrl(),
                ground.ids(),
                ground.clock());
    }

    private AnalyticsResource analytics() {
        return new AnalyticsResource(ground.database(), new AnalyticsStore());
    }

    /// With chores of its own, which finish what a crash left of purchases and remove what is left
    /// of organizations.
    private PhonesResource phones(Parts parts) {
        var phones =
                new PhonesResource(
                        ground.database(),
                        stores.phones(),
                        stores.agents(),
                        parts.carrier(),
                        ground.ids(),
                        ground.clock());
        var purge =
                new PurgeOrganizations(
                        ground.database(),
                        List.of(
                                phones::releaseAll,
                                ground.files().discard()::forget,
                                parts.voice().recordings()::forget),
                        ground.clock());
        ground.jobs().repeat(phones.finishing());
        ground.jobs().repeat(purge.chore());
        return phones;
    }
}
