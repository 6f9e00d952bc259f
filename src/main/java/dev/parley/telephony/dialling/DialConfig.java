package dev.parley.telephony.dialling;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// How far calls may go.
///
/// @param countries ISO 3166-1 alpha-2; empty for the country of the number that calls and of its
///   organization
/// @param perMinute calls of one organization
public record DialConfig(Set<String> countries, int perMinute) {
    private static final Setting<Set<String>> COUNTRIES =
            new Setting<>(
                    "PARLEY_DIAL_COUNTRIES",
                    "",
                    "countries agents may call, such as US,GB; their own when not set",
                    DialConfig::countries);
    private static final Setting<Integer> PER_MINUTE =
            Setting.number(
                    "PARLEY_DIAL_PER_MINUTE",
                    10,
                    0,
                    10_000,
                    "calls an organization may make a minute");

    public static final List<Setting<?>> SETTINGS = List.of(COUNTRIES, PER_MINUTE);

    public static DialConfig from(Settings settings) {
        return new DialConfig(settings.get(COUNTRIES), settings.get(PER_MINUTE));
    }

    /// Whether a call may go to a country (H6).
    ///
    /// @param own the countries of whoever calls
    public boolean allows(String country, Set<String> own) {
        return (countries.isEmpty() ? own : countries).contains(country);
    }

    private static Set<String> countries(String list) {
        var known = Set.of(Locale.getISOCountries());
        return Arrays.stream(list.split(","))
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .filter(code -> !code.isEmpty())
                .map(code -> {
                    if (!known.contains(code)) {
                        throw new IllegalArgumentException("must hold countries such as US");
                    }
                    return code;
                })
                .collect(Collectors.toUnmodifiableSet());
    }
}
