package dev.parley.providers.carriers;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import dev.parley.providers.carriers.CarrierConfig.Account;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an operator says about the telephone company.
public final class CarrierSettings {
    private static final List<String> NAMES = List.of("twilio", "plivo", "simulated");

    private static final Setting<String> CARRIER =
            new Setting<>(
                    "PARLEY_CARRIER",
                    "",
                    "where phone numbers come from: twilio, plivo or simulated; none when not set",
                    CarrierSettings::name);
    private static final Company TWILIO =
            new Company(
                    user("PARLEY_TWILIO_ACCOUNT_SID", "the account at Twilio"),
                    password("PARLEY_TWILIO_AUTH_TOKEN"),
                    api("PARLEY_TWILIO_API_URL", "https://api.twilio.com"),
                    URI.create("https://api.twilio.com"));
    private static final Company PLIVO =
            new Company(
                    user("PARLEY_PLIVO_AUTH_ID", "the account at Plivo"),
                    password("PARLEY_PLIVO_AUTH_TOKEN"),
                    api("PARLEY_PLIVO_API_URL", "https://api.plivo.com"),
                    URI.create("https://api.plivo.com"));

    public static final List<Setting<?>> SETTINGS =
            List.of(
                    CARRIER,
                    TWILIO.user,
                    TWILIO.password,
                    TWILIO.api,
                    PLIVO.user,
                    PLIVO.password,
                    PLIVO.api);

    private CarrierSettings() {}

    private record Company(
            Setting<String> user,
            Setting<Optional<String>> password,
            Setting<Optional<URI>> api,
            URI usual) {}

    /// Empty when no carrier is chosen.
    ///
    /// @param publicUrl where the carrier would find this server
    public static Optional<CarrierConfig> from(Settings settings, Optional<URI> publicUrl) {
        var carrier = settings.get(CARRIER);
        var twilio = account(settings, TWILIO, carrier.equals("twilio"), publicUrl);
        var plivo = account(settings, PLIVO, carrier.equals("plivo"), publicUrl);
        return switch (carrier) {
            case "twilio" -> Optional.of(new CarrierConfig.Twilio(twilio));
            case "plivo" -> Optional.of(new CarrierConfig.Plivo(plivo));
            case "simulated" -> Optional.of(new CarrierConfig.Simulated());
            default -> Optional.empty();
        };
    }

    private static Account account(
            Settings settings, Company company, boolean isChosen, Optional<URI> publicUrl) {
        var user = settings.get(company.user);
        var password = settings.get(company.password).orElse("");
        if (isChosen && user.isEmpty()) {
            settings.mistake(company.user.name() + " must be set for this PARLEY_CARRIER");
        }
        if (isChosen && password.isEmpty()) {
            settings.mistake(company.password.name() + " must be set for this PARLEY_CARRIER");
        }
        if (isChosen && publicUrl.filter(url -> "https".equals(url.getScheme())).isEmpty()) {
            settings.mistake(
                    "PARLEY_PUBLIC_URL must be the https address where the PARLEY_CARRIER finds"
                            + " this server");
        }
        return new Account(settings.get(company.api).orElse(company.usual), user, password);
    }

    private static String name(String value) {
        var name = value.toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !NAMES.contains(name)) {
            throw new IllegalArgumentException("must be twilio, plivo or simulated");
        }
        return name;
    }

    /// It becomes part of a path.
    private static Setting<String> user(String name, String meaning) {
        return new Setting<>(
                name,
                "",
                meaning,
                value -> {
                    if (!value.matches("[A-Za-z0-9]{0,64}")) {
                        throw new IllegalArgumentException("must be letters and digits");
                    }
                    return value;
                });
    }

    private static Setting<Optional<String>> password(String name) {
        return Setting.secret(name, 1, "its auth token");
    }

    private static Setting<Optional<URI>> api(String name, String usual) {
        return Setting.url(name, "where its API is; " + usual + " when not set", "https", "http");
    }
}
