package dev.parley.organizations;

import dev.parley.platform.json.Fields;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The body that makes or replaces an organization. Country and time zone are additions: a client
/// that does not know them leaves them as they are.
///
/// @param country ISO 3166, two letters
record OrganizationInput(
        String name, @Nullable String country, @Nullable ZoneId timezone, Profile profile) {
    private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());

    static final OrganizationInput NONE =
            new OrganizationInput(
                    "",
                    null,
                    null,
                    new Profile(null, null, null, null, null, null, null, null, null));

    static OrganizationInput read(Fields body) {
        return new OrganizationInput(
                body.text("name", 1, 512), country(body), timezone(body), Profile.read(body));
    }

    private static @Nullable String country(Fields body) {
        var country = body.optionalText("country", 2, 2);
        return country == null || COUNTRIES.contains(country)
                ? country
                : body.wrong("country", "Input should be an ISO 3166 country such as US", "enum");
    }

    private static @Nullable ZoneId timezone(Fields body) {
        var name = body.optionalText("timezone", 1, 64);
        if (name == null) {
            return null;
        }
        return ZoneId.getAvailableZoneIds().contains(name)
                ? ZoneId.of(name)
                : body.wrong(
                        "timezone", "Input should be an IANA time zone such as UTC", "value_error");
    }
}
