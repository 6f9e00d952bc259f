package dev.parley.testing;

import dev.parley.Config;
import dev.parley.Parley;
import dev.parley.accounts.FirstStart;
import dev.parley.accounts.Secret;
import dev.parley.audio.voice.VoiceConfig;
import dev.parley.calls.CallsConfig;
import dev.parley.connections.SocketConfig;
import dev.parley.files.FilesConfig;
import dev.parley.files.blobs.BlobConfig;
import dev.parley.hives.crawling.CrawlLimits;
import dev.parley.hives.sources.SourcesConfig;
import dev.parley.invites.InviteConfig;
import dev.parley.metrics.MetricsConfig;
import dev.parley.page.PageConfig;
import dev.parley.platform.database.DatabaseConfig;
import dev.parley.platform.http.HttpConfig;
import dev.parley.platform.outgoing.OutgoingConfig;
import dev.parley.providers.LanguageModelConfig;
import dev.parley.providers.recognition.RecognitionConfig;
import dev.parley.providers.speech.SpeechConfig;
import dev.parley.recordings.RecordingConfig;
import dev.parley.sessions.SessionConfig;
import dev.parley.telephony.dialling.DialConfig;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// The whole server on a free port, over a database of its own.
public final class TestServer implements AutoCloseable {
    public static final String KEY = "the-first-key-of-every-test-server-0001";
    public static final String OPERATOR_KEY = "the-operators-key-of-every-test-server-01";
    private static final String SECRET = "the-secret-of-every-test-server-00000001";

    private static final CallsConfig CALLS = new CallsConfig(500);
    private static final Random RANDOM = new Random();
    private static final FilesConfig FILES =
            new FilesConfig(
                    new BlobConfig(Optional.empty()), 100L << 20, 1L << 30, Duration.ofDays(1));
    private static final SourcesConfig HIVES =
            new SourcesConfig(
                    0,
                    new CrawlLimits(500, Duration.ofMinutes(30), 4, Duration.ofSeconds(10)),
                    8 << 20,
                    URI.create("https://docs.google.com"));
    private static final Path DATA = Path.of("target", "test-data");

    private final String database;
    private final Parley parley;

    private TestServer(String database, Parley parley) {
        this.database = database;
        this.parley = parley;
    }

    public static TestServer start() {
        return start(TestDatabase.fresh(), Optional.empty());
    }

    /// A server that takes `maxCalls` and minds its sockets like `sockets`.
    public static TestServer start(SocketConfig sockets, int maxCalls) {
        return start(TestDatabase.fresh(), Optional.empty(), sockets, new CallsConfig(maxCalls));
    }

    public static TestServer start(LanguageModelConfig model, SocketConfig sockets) {
        return start(TestDatabase.fresh(), Optional.of(model), sockets, CALLS);
    }

    public static TestServer start(LanguageModelConfig model) {
        return start(TestDatabase.fresh(), Optional.of(model));
    }

    /// A server with these settings, as an operator would name them.
    public static TestServer start(Map<String, String> settings) {
        return on(TestDatabase.fresh(), settings);
    }

    /// A server with these settings that lives by `clock`.
    public static TestServer start(Map<String, String> settings, InstantSource clock) {
        return on(TestDatabase.fresh(), settings, clock);
    }

    /// A server with these settings on a database that is there already.
    public static TestServer on(String database, Map<String, String> settings) {
        return on(database, settings, InstantSource.system());
    }

    private static TestServer on(
            String database, Map<String, String> settings, InstantSource clock) {
        var all =
                new HashMap<>(
                        Map.of(
                                "PARLEY_DATA",
                                DATA.toString(),
                                "PARLEY_DATABASE_URL",
                                database.replaceFirst("^jdbc:", ""),
                                "PARLEY_PORT",
                                "0",
                                "PARLEY_API_KEY",
                                KEY,
                                "PARLEY_SECRET",
                                SECRET,
                                "PARLEY_OPERATOR_KEY",
                                OPERATOR_KEY,
                                "PARLEY_ORGANIZATION",
                                "Test House",
                                "PARLEY_RATE_LIMIT",
                                "0"));

        // tests that compare rows must not be surprised by what is read meanwhile
        all.put("PARLEY_HIVES_AT_ONCE", "0");
        all.putAll(settings);
        return new TestServer(
                database, Parley.start(Config.read(all), clock, TestServer::addresses));
    }

    /// A server on a database that is there already.
    public static TestServer on(String database) {
        return start(database, Optional.empty());
    }

    private static TestServer start(String database, Optional<LanguageModelConfig> model) {
        return start(database, model, SocketConfig.DEFAULT, CALLS);
    }

    private static TestServer start(
            String database,
            Optional<LanguageModelConfig> model,
            SocketConfig sockets,
            CallsConfig calls) {
        var config =
                new Config(
                        new HttpConfig("127.0.0.1", 0, Optional.empty(), 0, 200L << 20),
                        new DatabaseConfig(
                                DATA, Optional.of(URI.create(database)), Optional.empty()),
                        new FirstStart.Config(Optional.of(KEY), "US", "Test House"),
                        Optional.of(SECRET),
                        Optional.of(OPERATOR_KEY),
                        new SessionConfig(Duration.ofHours(12)),
                        new InviteConfig(Duration.ofDays(7)),
                        Optional.empty(),
                        sockets,
                        calls,
                        model,
                        Optional.empty(),
                        Optional.empty(),
                        FILES,
                        SpeechConfig.NONE,
                        RecognitionConfig.NONE,
                        new VoiceConfig(VoiceConfig.Choice.AUTO),
                        new RecordingConfig(RecordingConfig.When.ALWAYS, 0),
                        new DialConfig(Set.of(), 10),
                        new MetricsConfig(MetricsConfig.Readers.LOOPBACK),
                        new OutgoingConfig(Set.of()),
                        HIVES,
                        new PageConfig(PageConfig.Open.LOOPBACK));
        return new TestServer(
                database, Parley.start(config, InstantSource.system(), TestServer::addresses));
    }

    /// No test asks the network for a name: of names, only `localhost` is known.
    private static List<InetAddress> addresses(String host) throws UnknownHostException {
        if (!host.equals("localhost")) {
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.ofLiteral("127.0.0.1"));
    }

    /// The link into the console that is printed where a server starts; empty once it was used.
    public Optional<URI> firstLink() {
        return parley.firstLink();
    }

    public URI url() {
        return parley.url();
    }

    /// Every operation it answers, `GET /v1/ai-agents/{agent_id}`.
    public Set<String> operations() {
        return parley.routes().stream()
                .map(route -> route.method() + " " + route.path().replaceAll(":(\\w+)", "{$1}"))
                .collect(Collectors.toSet());
    }

    /// Where its rows are.
    public String database() {
        return database;
    }

    /// Where it keeps files that no bucket keeps.
    public static Path filesFolder() {
        return DATA.resolve("files");
    }

    /// A client with the first key.
    public Api api() {
        return new Api(url(), KEY);
    }

    /// A client with the key of somebody who may only read.
    public Api readOnlyApi() {
        return apiOf("READ_ONLY");
    }

    /// A client with the key of a new member who has this role.
    public Api apiOf(String role) {
        var user = id("usr");
        sql(sql -> insertMember(sql, ownOrg(sql), user, role));
        return keyOf(user, "api_key", "now() + interval '1 day'", "NULL");
    }

    /// A client with a key that only begins calls.
    public Api callKeyApi() {
        return keyOf(firstUser(), "call_key", "now() + interval '1 hour'", "NULL");
    }

    /// A client with a key that was revoked.
    public Api revokedApi() {
        return keyOf(firstUser(), "api_key", "now() + interval '1 day'", "now()");
    }

    /// A client with a key that has expired.
    public Api expiredApi() {
        return keyOf(firstUser(), "api_key", "now() - interval '1 second'", "NULL");
    }

    /// A client with the operator's key.
    public Api operatorApi() {
        return new Api(url(), OPERATOR_KEY);
    }

    /// A client of another organization, made for it.
    public Api foreignApi() {
        var org = id("org");
        var user = id("usr");
        var key = key();
        sql(sql -> {
            insert(
                    sql,
                    "INSERT INTO organization (id, name, created_at) VALUES (?, 'Other', now())",
                    org);
            insertMember(sql, org, user, "OWNER");
            insertKey(sql, org, user, key, "api_key", "now() + interval '1 day'", "NULL");
        });
        return new Api(url(), key);
    }

    private Api keyOf(String user, String kind, String expiresAt, String revokedAt) {
        var key = key();
        sql(sql -> insertKey(sql, ownOrg(sql), user, key, kind, expiresAt, revokedAt));
        return new Api(url(), key);
    }

    private static String key() {
        return "a-key-that-a-test-has-made-" + HexFormat.of().toHexDigits(RANDOM.nextLong());
    }

    private static String id(String prefix) {
        return prefix + ".1700000000." + HexFormat.of().toHexDigits(RANDOM.nextInt());
    }

    private String firstUser() {
        return Rows.texts(this, "SELECT user_id FROM api_key WHERE is_operators").getFirst();
    }

    private static String ownOrg(Connection sql) throws SQLException {
        try (var statement = sql.createStatement();
                var rows =
                        statement.executeQuery("SELECT org_id FROM api_key WHERE is_operators")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void insertMember(Connection sql, String org, String user, String role)
            throws SQLException {
        insert(
                sql,
                """
                INSERT INTO member (org_id, id, email, email_key, full_name, role, created_at)
                VALUES (?, ?, ?, ?, 'O', ?, now())
                """,
                org,
                user,
                user + "@other.test",
                user.toLowerCase(Locale.ROOT) + "@other.test",
                role);
    }

    private static void insertKey(
            Connection sql,
            String org,
            String user,
            String key,
            String kind,
            String expiresAt,
            String revokedAt)
            throws SQLException {
        insert(
                sql,
                """
                INSERT INTO api_key (org_id, id, user_id, kind, hash, last_four,
                                     created_at, expires_at, revoked_at)
                VALUES (?, ?, ?, ?, ?, 'xxxx', now(), %s, %s)
                """
                        .formatted(expiresAt, revokedAt),
                org,
                id("key"),
                user,
                kind,
                Secret.of(Optional.of(SECRET), DATA).hash(key));
    }

    private static void insert(Connection sql, String statement, Object... values)
            throws SQLException {
        try (var prepared = sql.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            prepared.executeUpdate();
        }
    }

    /// Runs SQL as the server's own role.
    public void sql(SqlWork work) {
        try (var connection = DriverManager.getConnection(database)) {
            work.run(connection);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @FunctionalInterface
    public interface SqlWork {
        void run(Connection connection) throws SQLException;
    }

    @Override
    public void close() {
        parley.close();
    }
}
