package dev.parley;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.FirstStart;
import dev.parley.accounts.Secret;
import dev.parley.accounts.Vault;
import dev.parley.actions.SealedHeaders;
import dev.parley.actions.calling.RunAction;
import dev.parley.brains.Brains;
import dev.parley.calls.CallWatch;
import dev.parley.connections.CarrierStreams;
import dev.parley.connections.ConnectionStore;
import dev.parley.connections.Tickets;
import dev.parley.conversations.AnalyseConversation;
import dev.parley.conversations.AskAboutCall;
import dev.parley.conversations.EndConversation;
import dev.parley.conversations.EndConversation.Traces;
import dev.parley.conversations.LeaseStore;
import dev.parley.conversations.LineStore;
import dev.parley.conversations.ReadConversationText;
import dev.parley.conversations.TranscriptJournal;
import dev.parley.deliveries.EnqueueEvents;
import dev.parley.extraction.Extractor;
import dev.parley.files.DiscardBlobs;
import dev.parley.files.FileLinks;
import dev.parley.files.FileStore;
import dev.parley.jobs.FoldText;
import dev.parley.jobs.Jobs;
import dev.parley.jobs.Nodes;
import dev.parley.metrics.Metrics;
import dev.parley.platform.database.Database;
import dev.parley.platform.database.DatabaseAddress;
import dev.parley.platform.database.DatabaseConfig;
import dev.parley.platform.http.HttpServer;
import dev.parley.platform.http.Route;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.outgoing.GuardedClient;
import dev.parley.platform.outgoing.addresses.Names;
import dev.parley.platform.outgoing.addresses.SystemNames;
import dev.parley.platform.postgres.EmbeddedPostgres;
import dev.parley.prospects.RecogniseCaller;
import dev.parley.samples.Kitchen;
import dev.parley.sessions.FirstLink;
import dev.parley.sessions.Passwords;
import dev.parley.telephony.ChosenCarrier;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The whole server: what it is made of, in the order it starts.
public final class Parley implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Parley.class);
    private static final Duration ORPHANED_AFTER = Duration.ofSeconds(8);
    private static final Duration LOOK_FOR_ORPHANS = Duration.ofSeconds(3);

    private final Deque<AutoCloseable> parts;
    private final CompletableFuture<URI> url = new CompletableFuture<>();
    private final CompletableFuture<URI> ownUrl = new CompletableFuture<>();
    private final Ground ground;
    private final List<Route> routes;
    private final Ground.Stores stores;
    private final ConnectionStore connections = new ConnectionStore();
    private final LineStore lines = new LineStore();
    private final LeaseStore leases = new LeaseStore();

    private Parley(Config config, InstantSource clock, Names names, Deque<AutoCloseable> parts) {
        this.parts = parts;
        // PostgreSQL takes a while; a lambda, because a method reference loads the class at once.
        Thread.ofPlatform().daemon().name("warm-up").start(() -> HttpServer.warmUp());
        var database = open(config.database());
        database.check();
        database.migrate();
        var secret = Secret.of(config.secret(), config.database().dataFolder());
        var jobs = new Jobs(database, clock);
        var ids = new Ids(clock);
        var files = files(config, database, secret, jobs, ids, clock);
        var folding = new FoldText(jobs, database);
        jobs.handle(folding.job());
        this.stores = new Ground.Stores(folding);
        this.ground =
                new Ground(
                        config,
                        database,
                        secret,
                        new Vault(secret),
                        jobs,
                        ids,
                        clock,
                        this::url,
                        GuardedClient.open(
                                config.outgoing(), List.of(Kitchen.endpoint(ownUrl::join)), names),
                        new EnqueueEvents(jobs, ids, clock),
                        files,
                        stores);
        var made = firstStart();

        var retrieval = part(Retrieval.open(config, database, jobs));
        var nodes = part(new Nodes(database, ground.ids().next("jot"), ORPHANED_AFTER, clock));
        part(jobs);
        part(retrieval.embedding());
        part(ground.outgoing());
        var recognise = new RecogniseCaller(stores.prospects(), ground.ids(), clock);
        new Postbox(ground).open();
        var metrics = part(new Metrics(config.metrics()));
        var voice = part(new Voice(ground, metrics.providers()));
        var end =
                new EndConversation(
                        database,
                        stores.conversations(),
                        new Traces(lines, leases, voice.recordings()::address),
                        jobs,
                        ground.events(),
                        clock);
        var journal = part(new TranscriptJournal(database, lines, end));
        var tickets = new Tickets(database, secret, clock);
        var streams = new CarrierStreams(database, secret, clock);
        var model =
                config.languageModel()
                        .map(wanted ->
                                metrics.providers()
                                        .model(Outside.languageModel(wanted), wanted.model()));
        var knowledge = part(new Knowledge(ground, retrieval.embedding()::enqueue));
        made.filter(_ -> config.database().url().isEmpty())
                .ifPresent(new Samples(ground).restaurant(knowledge.ingestion())::open);
        jobs.handle(analyse(recognise, Outside.extractor(model)).job());
        jobs.handle(files.discard().job());
        jobs.handle(new ReadConversationText(database, stores.conversations()).job());
        jobs.repeat(end.orphans(nodes, LOOK_FOR_ORPHANS));
        jobs.repeat(tickets.cleaning());
        jobs.repeat(streams.cleaning());

        var passwords = part(new Passwords());
        var runAction = new RunAction(ground.outgoing(), new SealedHeaders(ground.vault()));
        var calls =
                new Switchboard(ground, retrieval::shelf, runAction)
                        .calls(leases, nodes, journal, new Brains(model), metrics.calls());
        metrics.show("parley.calls.live", calls::count);
        metrics.show("parley.journal.waiting", journal::waiting);
        metrics.show("parley.jobs.waiting", jobs::waiting);
        var watch = new CallWatch(database, stores.accounts(), calls);

        var carrier = config.carrier().map(choice -> Outside.carrier(choice, database, clock));
        var access = access();
        var shared =
                new Routes.Parts(
                        recognise,
                        lines,
                        connections,
                        tickets,
                        streams,
                        new ChosenCarrier(carrier, this::url),
                        calls,
                        runAction,
                        passwords,
                        knowledge,
                        retrieval,
                        voice,
                        metrics);
        this.routes = new Routes(ground).all(access, shared);
        var telephone = new Telephone(ground, access, shared);
        telephone.chore().ifPresent(jobs::repeat);
        nodes.start();
        jobs.start();
        journal.start();
        part(watch).start();
        var uploads = config.database().dataFolder().resolve("uploads");
        var server = part(HttpServer.start(config.http(), uploads, routes, telephone::addTo));
        part(calls);
        ownUrl.complete(config.http().ownUrl(server.port()));
        url.complete(config.http().url(server.port()));
    }

    /// Starts everything, or nothing.
    public static Parley start(Config config, InstantSource clock) {
        return start(config, clock, new SystemNames());
    }

    /// Starts everything, or nothing; hosts outside are found by `names`.
    public static Parley start(Config config, InstantSource clock, Names names) {
        var parts = new ArrayDeque<AutoCloseable>();
        try {
            return new Parley(config, clock, names, parts);
        } catch (RuntimeException e) {
            stop(parts);
            throw e;
        }
    }

    /// How clients reach this server.
    public URI url() {
        return url.join();
    }

    /// The way into the console while nobody has a password; empty later.
    public Optional<URI> firstLink() {
        return new FirstLink(
                        ground.database(),
                        stores.accounts(),
                        stores.users(),
                        ground.secret(),
                        ground.clock())
                .make(url());
    }

    /// Every operation it answers; sockets are beside them.
    public List<Route> routes() {
        return routes;
    }

    /// Stops in the reverse order of starting; what is stored stays.
    @Override
    public void close() {
        stop(parts);
    }

    private static void stop(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            var part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                log.warn("Did not stop cleanly", e);
            }
        }
    }

    private Database open(DatabaseConfig config) {
        if (config.url().isPresent()) {
            return part(Database.open(DatabaseAddress.of(config.url().get().toString())));
        }
        var postgres =
                part(EmbeddedPostgres.start(config.dataFolder(), config.binFolder().orElse(null)));
        var address = postgres.address();
        return part(
                Database.open(
                        new DatabaseAddress(
                                address.jdbcUrl(), address.user(), address.password())));
    }

    private Ground.Files files(
            Config config,
            Database database,
            Secret secret,
            Jobs jobs,
            Ids ids,
            InstantSource clock) {
        var folder = config.database().dataFolder().resolve("files");
        var blobs = part(config.files().blobs().open(folder));
        var records = new FileStore();
        return new Ground.Files(
                records,
                blobs,
                new FileLinks(secret, this::url, config.files().linkLife(), clock),
                new DiscardBlobs(database, records, blobs, jobs, ids, clock));
    }

    private Optional<Caller> firstStart() {
        var config = ground.config();
        return new FirstStart(
                        ground.database(),
                        stores.accounts(),
                        ground.secret(),
                        ground.ids(),
                        ground.clock())
                .run(config.firstStart(), config.database().dataFolder());
    }

    private AnalyseConversation analyse(RecogniseCaller recognise, Extractor extractor) {
        return new AnalyseConversation(
                ground.database(),
                stores.conversations(),
                new AskAboutCall(stores.accounts(), stores.agents()),
                recognise,
                extractor,
                ground.events(),
                ground.clock());
    }

    private Authentication access() {
        return new Authentication(
                ground.database(),
                stores.accounts(),
                ground.secret(),
                ground.config().http().guessesPerSecond(),
                ground.clock());
    }

    private <T extends AutoCloseable> T part(T part) {
        parts.push(part);
        return part;
    }
}
