package dev.parley.prospects;

import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Database;
import dev.parley.platform.json.Json;
import dev.parley.platform.lists.Columns;
import dev.parley.platform.lists.Listing;
import dev.parley.platform.lists.Page;
import dev.parley.platform.search.TextIndex;
import dev.parley.platform.time.Timestamps;
import dev.parley.understanding.PhoneNumbers;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// Prospects in the database.
public final class ProspectStore {
    private final TextIndex index;
    private final Columns columns;

    /// @param due asked when texts have gathered that should be folded
    public ProspectStore(TextIndex.Due due) {
        index = new TextIndex("prospect", List.of("name", "email", "phone_number"), due);
        columns =
                new Columns("prospect")
                        .of(Prospect.class)
                        .text("name", "name")
                        .text("email", "email")
                        .text("phoneNumber", "phone_number")
                        .pieces(index);
    }

    /// @param keys empty for everybody, else columns and what they hold
    Page page(Database database, OrgId org, Listing listing, Map<String, String> keys) {
        return columns.page(database, org, listing, keys);
    }

    public Optional<Prospect> find(Handle tx, OrgId org, ProspectId id) {
        return find(tx, org, id, "");
    }

    /// The prospect, locked until the transaction ends.
    public Optional<Prospect> findForUpdate(Handle tx, OrgId org, ProspectId id) {
        return find(tx, org, id, "FOR UPDATE");
    }

    /// The longest known prospect with this key: an E.164 number, or an address in lower case.
    Optional<Prospect> recognise(
            Handle tx, OrgId org, @Nullable String phoneKey, @Nullable String emailKey) {
        var byPhone =
                phoneKey == null
                        ? Optional.<Prospect>empty()
                        : oldest(tx, org, "phone_key = ?", phoneKey);
        return byPhone.isPresent() || emailKey == null
                ? byPhone
                : oldest(tx, org, "email_key = ?", emailKey);
    }

    /// Plain JDBC, because every import asks it.
    private static Optional<Prospect> oldest(Handle tx, OrgId org, String condition, String key) {
        var sql =
                "SELECT document FROM prospect WHERE org_id = ? AND "
                        + condition
                        + " ORDER BY created_at, id LIMIT 1";
        try (var statement = tx.getConnection().prepareStatement(sql)) {
            statement.setString(1, org.value());
            statement.setString(2, key);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(Json.stored(rows.getString(1), Prospect.class))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    void insert(Handle tx, OrgId org, Prospect prospect, String region) {
        bound(
                        tx.createUpdate(
                                """
                                INSERT INTO prospect (org_id, id, name, email, phone_number, phone_key,
                                    email_key, status, created_by, created_at, updated_at, document)
                                VALUES (:org, :id, :name, :email, :phone, :phoneKey, :emailKey,
                                    :status, :createdBy, :createdAt, :updatedAt, :document)
                                """),
                        org,
                        prospect,
                        region)
                .bind("createdBy", prospect.createdBy())
                .bind("createdAt", Timestamps.instant(prospect.createdAt()))
                .execute();
        put(tx, org, prospect);
    }

    /// What can be found of a prospect by a piece.
    private void put(Handle tx, OrgId org, Prospect prospect) {
        var entry =
                new TextIndex.Entry(
                        prospect.id().value(),
                        Timestamps.instant(prospect.createdAt()),
                        Set.of(),
                        texts(prospect));
        index.put(tx, org, List.of(entry));
    }

    private static List<@Nullable String> texts(Prospect prospect) {
        return Arrays.asList(prospect.name(), prospect.email(), prospect.phoneNumber());
    }

    /// @param before as it is stored, locked
    void update(Handle tx, OrgId org, Prospect before, Prospect prospect, String region) {
        bound(
                        tx.createUpdate(
                                """
                                UPDATE prospect SET name = :name, email = :email,
                                    phone_number = :phone, phone_key = :phoneKey,
                                    email_key = :emailKey, status = :status,
                                    updated_at = :updatedAt, document = :document
                                WHERE org_id = :org AND id = :id
                                """),
                        org,
                        prospect,
                        region)
                .execute();
        if (!texts(before).equals(texts(prospect))) {
            put(tx, org, prospect);
        }
    }

    void delete(Handle tx, OrgId org, Prospect prospect) {
        tx.createUpdate("DELETE FROM prospect WHERE org_id = :org AND id = :id")
                .bind("org", org.value())
                .bind("id", prospect.id().value())
                .execute();
        var createdAt = Timestamps.instant(prospect.createdAt());
        index.remove(tx, org, prospect.id().value(), createdAt);
    }

    static @Nullable String phoneKey(@Nullable String phoneNumber, String region) {
        return phoneNumber == null ? null : PhoneNumbers.e164(phoneNumber, region).orElse(null);
    }

    /// Null for what was heard as an address and is none, so that it makes nobody one person.
    static @Nullable String emailKey(@Nullable String email) {
        return email == null || email.indexOf('@') < 1
                ? null
                : email.strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<Prospect> find(Handle tx, OrgId org, ProspectId id, String lock) {
        return tx.createQuery(
                        "SELECT document FROM prospect WHERE org_id = :org AND id = :id " + lock)
                .bind("org", org.value())
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne()
                .map(document -> Json.stored(document, Prospect.class));
    }

    private static Update bound(Update update, OrgId org, Prospect prospect, String region) {
        return update.bind("org", org.value())
                .bind("id", prospect.id().value())
                .bind("name", prospect.name())
                .bind("email", prospect.email())
                .bind("phone", prospect.phoneNumber())
                .bind("phoneKey", phoneKey(prospect.phoneNumber(), region))
                .bind("emailKey", emailKey(prospect.email()))
                .bind("status", prospect.status().name())
                .bind("updatedAt", Timestamps.instant(prospect.updatedAt()))
                .bind("document", Json.write(prospect));
    }
}
