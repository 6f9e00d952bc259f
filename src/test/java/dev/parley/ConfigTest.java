package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.SettingsMistaken;
import dev.parley.providers.carriers.CarrierConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
    @TempDir Path folder;

    @Test
    void standsOnDefaultsAlone() {
        var config = Config.read(Map.of());

        assertThat(config.http().host()).isEqualTo("127.0.0.1");
        assertThat(config.http().port()).isEqualTo(8080);
        assertThat(config.database().url()).isEmpty();
        assertThat(config.languageModel()).isEmpty();
    }

    /// G5, K11
    @Test
    void tellsEveryMistakeAtOnceNumbered() {
        var environment =
                Map.of(
                        "PARLEY_PORT", "eighty",
                        "PARLEY_API_KEY", "short",
                        "PARLEY_LLM_BASE_URL", "ftp://model",
                        "PARLEY_COUNTRY", "Atlantis",
                        "PARLEY_PROT", "80");

        assertThatThrownBy(() -> Config.read(environment))
                .isInstanceOf(SettingsMistaken.class)
                .hasMessageContaining("1. PARLEY_PROT is not a setting")
                .hasMessageContaining("PARLEY_PORT must be a whole number from 0 to 65535")
                .hasMessageContaining("PARLEY_API_KEY must have 32 characters or more")
                .hasMessageContaining(
                        "PARLEY_LLM_BASE_URL must be an address that starts with http")
                .hasMessageContaining("5. ")
                .hasMessageNotContaining("short\"");
    }

    @Test
    void wantsAModelForAnEndpoint() {
        assertThatThrownBy(
                        () -> Config.read(Map.of("PARLEY_LLM_BASE_URL", "http://127.0.0.1:1/v1")))
                .hasMessageContaining("PARLEY_LLM_MODEL must name a model");
    }

    @Test // G5
    void wantsAllOfACarriersAccountAtOnce() {
        var chosen = Map.of("PARLEY_CARRIER", "Twilio", "PARLEY_TWILIO_API_URL", "ftp://x");
        assertThatThrownBy(() -> Config.read(chosen))
                .hasMessageContaining("PARLEY_TWILIO_ACCOUNT_SID must be set")
                .hasMessageContaining("PARLEY_TWILIO_AUTH_TOKEN must be set")
                .hasMessageContaining("PARLEY_PUBLIC_URL must be the https address")
                .hasMessageContaining("PARLEY_TWILIO_API_URL must be an address")
                .hasMessageNotContaining("PLIVO");
        assertThatThrownBy(() -> Config.read(Map.of("PARLEY_CARRIER", "pigeon")))
                .hasMessageContaining("PARLEY_CARRIER must be twilio, plivo or simulated");
        assertThatThrownBy(() -> Config.read(Map.of("PARLEY_TWILIO_ACCOUNT_SID", "AC1/../x")))
                .hasMessageContaining("PARLEY_TWILIO_ACCOUNT_SID must be letters and digits");
    }

    @Test
    void readsTheCarrierAndKeepsItsTokenToItself() {
        assertThat(Config.read(Map.of()).carrier()).isEmpty();
        assertThat(Config.read(Map.of("PARLEY_CARRIER", "simulated")).carrier())
                .contains(new CarrierConfig.Simulated());

        var config =
                Config.read(
                        Map.of(
                                "PARLEY_CARRIER", "plivo",
                                "PARLEY_PLIVO_AUTH_ID", "MA1",
                                "PARLEY_PLIVO_AUTH_TOKEN", "hush-hush",
                                "PARLEY_PUBLIC_URL", "https://voice.example"));

        var account =
                new CarrierConfig.Account(URI.create("https://api.plivo.com"), "MA1", "hush-hush");
        assertThat(config.carrier()).contains(new CarrierConfig.Plivo(account));
        assertThat(config.toString()).doesNotContain("hush-hush");
    }

    @Test // S11
    void allowsHostsOfTheOperatorsNetworkOnlyByName() {
        assertThat(Config.read(Map.of()).outgoing().allowed()).isEmpty();
        var list = "Intranet.example:8080, 10.0.0.1:80,[::1]:81,";
        assertThat(Config.read(Map.of("PARLEY_ALLOWED_HOSTS", list)).outgoing().allowed())
                .map(Object::toString)
                .containsExactlyInAnyOrder("intranet.example:8080", "10.0.0.1:80", "[::1]:81");
        for (var bad :
                List.of("*", "*.example:80", "a.example", "http://a.example:1", "a:0", "a b:1")) {
            assertThatThrownBy(() -> Config.read(Map.of("PARLEY_ALLOWED_HOSTS", bad)))
                    .hasMessageContaining("PARLEY_ALLOWED_HOSTS must hold hosts with their ports");
        }
    }

    @Test
    void readsAFileBelowTheEnvironment() throws IOException {
        var file = folder.resolve("parley.conf");
        Files.writeString(file, "PARLEY_PORT=9000\nPARLEY_PUBLIC_URL=https://voice.example\n");
        var environment = Map.of("PARLEY_CONFIG", file.toString(), "PARLEY_PORT", "9001");

        var config = Config.read(environment);

        assertThat(config.http().port()).isEqualTo(9001);
        assertThat(config.http().publicUrl()).contains(URI.create("https://voice.example"));
    }

    @Test
    void saysWhenItsFileIsNotThere() {
        var missing = folder.resolve("nothing.conf").toString();

        assertThatThrownBy(() -> Config.read(Map.of("PARLEY_CONFIG", missing)))
                .hasMessageContaining("names a file that is not there");
    }

    @Test
    void helpNamesEverySetting() {
        var help = Config.help();

        assertThat(help).contains(Config.SETTINGS.stream().map(Setting::name).toList());
        assertThat(help).contains("[8080]");
    }
}
