package dev.parley.organizations;

import dev.parley.accounts.OrgId;
import dev.parley.organizations.OrganizationOutput.Row;
import dev.parley.platform.json.Json;
import dev.parley.platform.time.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Organizations in the database. Their table comes before tenancy (`docs/decisions/0002`), so
/// every statement here names the organization itself.
final class OrganizationStore {
    Optional<OrganizationOutput> find(Handle tx, OrgId org) {
        return find(tx, org, "");
    }

    /// The organization, locked until the transaction ends.
    Optional<OrganizationOutput> findForUpdate(Handle tx, OrgId org) {
        return find(tx, org, " FOR NO KEY UPDATE");
    }

    private static Optional<OrganizationOutput> find(Handle tx, OrgId org, String lock) {
        return tx.createQuery(
                        """
                        SELECT id, name, country, timezone, settings,
                               created_by, created_at, updated_by, updated_at
                        FROM organization WHERE id = :org
                        """
                                + lock)
                .bind("org", org.value())
                .map((row, _) -> OrganizationOutput.of(row(row)))
                .findOne();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new OrgId(row.getString("id")),
                row.getString("name"),
                row.getString("country"),
                row.getString("timezone"),
                Json.stored(row.getString("settings"), Profile.class),
                row.getString("created_by"),
                Timestamps.write(row.getTimestamp("created_at").toInstant()),
                row.getString("updated_by"),
                Timestamps.write(row.getTimestamp("updated_at").toInstant()));
    }

    void update(Handle tx, OrgId org, OrganizationInput input, String by, Instant now) {
        var timezone = input.timezone();
        tx.createUpdate(
                        """
                        UPDATE organization SET name = :name, country = coalesce(:country, country),
                            timezone = coalesce(:timezone, timezone), settings = :settings,
                            updated_by = :by, updated_at = :now
                        WHERE id = :org
                        """)
                .bind("org", org.value())
                .bind("name", input.name())
                .bind("country", input.country())
                .bind("timezone", timezone == null ? null : timezone.getId())
                .bind("settings", Json.write(input.profile()))
                .bind("by", by)
                .bind("now", now)
                .execute();
    }

    /// JSON, where somebody has set it.
    Optional<String> branding(Handle tx, OrgId org) {
        return tx.createQuery(
                        "SELECT branding FROM organization WHERE id = :org AND branding IS NOT NULL")
                .bind("org", org.value())
                .mapTo(String.class)
                .findOne();
    }

    /// @param branding JSON; null for no look of one's own
    void setBranding(Handle tx, OrgId org, @Nullable String branding, String by, Instant now) {
        tx.createUpdate(
                        """
                        UPDATE organization
                        SET branding = :branding, updated_by = :by, updated_at = :now
                        WHERE id = :org
                        """)
                .bind("org", org.value())
                .bind("branding", branding)
                .bind("by", by)
                .bind("now", now)
                .execute();
    }

    /// Removes the organization with its members and keys, and remembers that the rest has to go.
    boolean delete(Handle tx, OrgId org, Instant now) {
        boolean isThere =
                tx.createUpdate("DELETE FROM organization WHERE id = :org")
                                .bind("org", org.value())
                                .execute()
                        > 0;
        if (isThere) {
            tx.createUpdate("INSERT INTO deleted_organization (id, deleted_at) VALUES (:org, :now)")
                    .bind("org", org.value())
                    .bind("now", now)
                    .execute();
        }
        return isThere;
    }
}
