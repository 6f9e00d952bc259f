package dev.parley.accounts;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import dev.parley.platform.database.Database;
import dev.parley.platform.ids.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Makes the first organization, its owner and one key when there is none yet. Several servers may
/// start at once on one database; one of them does it.
public final class FirstStart {
    /// The name of the organization made when a sample agent comes with it.
    public static final String SAMPLE_NAME = "Olive and Ember";

    private static final String KEY_FILE = "api-key";
    private static final Setting<Optional<String>> API_KEY =
            Setting.secret(
                    "PARLEY_API_KEY",
                    32,
                    "the first API key takes this value; made and kept in PARLEY_DATA when not set");
    private static final Setting<String> COUNTRY =
            Setting.text(
                    "PARLEY_COUNTRY",
                    "US",
                    "ISO 3166 country of the first organization, for phone numbers without a prefix");
    private static final Setting<String> ORGANIZATION =
            Setting.text(
                    "PARLEY_ORGANIZATION",
                    "",
                    "name of the first organization; the sample restaurant's when not set");

    public static final List<Setting<?>> SETTINGS = List.of(API_KEY, COUNTRY, ORGANIZATION);

    private final Database database;
    private final AccountStore accounts;
    private final Secret secret;
    private final Ids ids;
    private final IssueKey issueKey;
    private final InstantSource clock;

    public FirstStart(
            Database database, AccountStore accounts, Secret secret, Ids ids, InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.secret = secret;
        this.ids = ids;
        this.issueKey = new IssueKey(accounts, secret, ids, clock);
        this.clock = clock;
    }

    /// What an operator decides about it.
    ///
    /// @param apiKey the first key's value; empty to make one
    /// @param organization the organization's name; empty for the sample's
    public record Config(Optional<String> apiKey, String country, String organization) {
        public static Config from(Settings settings) {
            var country = settings.get(COUNTRY).toUpperCase(Locale.ROOT);
            if (!List.of(Locale.getISOCountries()).contains(country)) {
                settings.mistake("PARLEY_COUNTRY must be an ISO 3166 country such as US or IN");
            }
            return new Config(settings.get(API_KEY), country, settings.get(ORGANIZATION));
        }
    }

    /// @return the caller that was made; empty when there was one before
    /// @throws IllegalStateException when the server's secret is not the one of this database
    public Optional<Caller> run(Config config, Path dataFolder) {
        return database.system(tx -> {
            tx.execute("LOCK TABLE organization, secret_check IN EXCLUSIVE MODE");
            checkSecret(tx);
            if (accounts.isEmpty(tx)) {
                return Optional.of(make(tx, config, dataFolder));
            }
            config.apiKey().ifPresent(key -> replaceOperatorsKey(tx, key));
            return Optional.empty();
        });
    }

    /// Where the key made at the first start is kept.
    public static Path keyFile(Path dataFolder) {
        return dataFolder.resolve(KEY_FILE);
    }

    /// The key made at the first start, while its file is there.
    public static Optional<String> keptKey(Path dataFolder) {
        try {
            var file = keyFile(dataFolder);
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Caller make(Handle tx, Config config, Path dataFolder) {
        var now = clock.instant();
        var name = config.organization().isEmpty() ? SAMPLE_NAME : config.organization();
        var org = new OrgId(ids.next("org"));
        var user = new UserId(ids.next("usr"));
        accounts.insert(tx, new Organization(org, name, config.country(), ZoneId.of("UTC")), now);
        accounts.insertOwner(tx, org, user, now);
        var key = config.apiKey().orElseGet(KeyText::make);
        var issued = issueKey.run(tx, org, user, IssueKey.Kind.API_KEY, key);
        accounts.markOperators(tx, org, issued.id());
        if (config.apiKey().isEmpty()) {
            keep(key, dataFolder);
        }
        return new Caller(org, user, Role.OWNER, issued.id(), Role.OWNER.permissions());
    }

    private void replaceOperatorsKey(Handle tx, String key) {
        var now = clock.instant();
        if (accounts.callerOf(tx, secret.hash(key), now).isEmpty()) {
            accounts.replaceOperatorsKey(tx, secret.hash(key), lastFour(key), now);
        }
    }

    private void checkSecret(Handle tx) {
        if (!accounts.keepsSecretCheck(tx, secret.hash("parley"))) {
            throw new IllegalStateException(
                    "This server's secret is not the one this database was set up with. Restore the"
                            + " file `secret` of the data folder, or set PARLEY_SECRET to the value"
                            + " used before.");
        }
    }

    private static void keep(String key, Path dataFolder) {
        try {
            Secret.write(keyFile(dataFolder), key);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the first key in " + dataFolder, e);
        }
    }

    private static String lastFour(String key) {
        return key.substring(key.length() - 4);
    }
}
