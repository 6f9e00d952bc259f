package dev.parley;

import dev.parley.accounts.FirstStart;
import dev.parley.accounts.Secret;
import dev.parley.audio.voice.VoiceConfig;
import dev.parley.calls.CallsConfig;
import dev.parley.connections.SocketConfig;
import dev.parley.files.FilesConfig;
import dev.parley.hives.sources.SourcesConfig;
import dev.parley.invites.InviteConfig;
import dev.parley.mail.MailConfig;
import dev.parley.metrics.MetricsConfig;
import dev.parley.organizations.OperatorKey;
import dev.parley.page.PageConfig;
import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import dev.parley.platform.database.DatabaseConfig;
import dev.parley.platform.http.HttpConfig;
import dev.parley.platform.outgoing.OutgoingConfig;
import dev.parley.providers.LanguageModelConfig;
import dev.parley.providers.carriers.CarrierConfig;
import dev.parley.providers.carriers.CarrierSettings;
import dev.parley.providers.embeddings.EmbeddingsConfig;
import dev.parley.providers.recognition.RecognitionConfig;
import dev.parley.providers.speech.SpeechConfig;
import dev.parley.recordings.RecordingConfig;
import dev.parley.sessions.SessionConfig;
import dev.parley.telephony.dialling.DialConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every setting of the server, each read by the feature that uses it.
///
/// @param mail empty where no mail is sent
/// @param languageModel empty for the built-in brain and extractor
/// @param embeddings empty for the built-in model
/// @param carrier empty for a server without phone numbers
public record Config(
        HttpConfig http,
        DatabaseConfig database,
        FirstStart.Config firstStart,
        Optional<String> secret,
        Optional<String> operatorKey,
        SessionConfig sessions,
        InviteConfig invites,
        Optional<MailConfig> mail,
        SocketConfig sockets,
        CallsConfig calls,
        Optional<LanguageModelConfig> languageModel,
        Optional<EmbeddingsConfig> embeddings,
        Optional<CarrierConfig> carrier,
        FilesConfig files,
        SpeechConfig speech,
        RecognitionConfig recognition,
        VoiceConfig voice,
        RecordingConfig recording,
        DialConfig dialling,
        MetricsConfig metrics,
        OutgoingConfig outgoing,
        SourcesConfig sources,
        PageConfig page) {
    /// Read by the start script, which runs before any of this.
    private static final Setting<String> JAVA_HOME =
            Setting.text(
                    "PARLEY_JAVA_HOME", "", "the JDK 25 or newer to run on; found when not set");

    /// In the order of the help page.
    public static final List<Setting<?>> SETTINGS =
            Stream.of(
                            HttpConfig.SETTINGS,
                            DatabaseConfig.SETTINGS,
                            FirstStart.SETTINGS,
                            Secret.SETTINGS,
                            OperatorKey.SETTINGS,
                            SessionConfig.SETTINGS,
                            InviteConfig.SETTINGS,
                            MailConfig.SETTINGS,
                            SocketConfig.SETTINGS,
                            CallsConfig.SETTINGS,
                            LanguageModelConfig.SETTINGS,
                            EmbeddingsConfig.SETTINGS,
                            CarrierSettings.SETTINGS,
                            FilesConfig.SETTINGS,
                            SpeechConfig.SETTINGS,
                            RecognitionConfig.SETTINGS,
                            VoiceConfig.SETTINGS,
                            RecordingConfig.SETTINGS,
                            DialConfig.SETTINGS,
                            MetricsConfig.SETTINGS,
                            OutgoingConfig.SETTINGS,
                            SourcesConfig.SETTINGS,
                            PageConfig.SETTINGS,
                            List.of(Settings.FILE, JAVA_HOME))
                    .<Setting<?>>flatMap(List::stream)
                    .toList();

    /// @throws dev.parley.platform.config.SettingsMistaken with every mistake at once
    public static Config read(Map<String, String> environment) {
        var known = SETTINGS.stream().map(Setting::name).collect(Collectors.toSet());
        var settings = Settings.read(environment, known);
        var http = HttpConfig.from(settings);
        var config =
                new Config(
                        http,
                        DatabaseConfig.from(settings),
                        FirstStart.Config.from(settings),
                        Secret.from(settings),
                        OperatorKey.from(settings),
                        SessionConfig.from(settings),
                        InviteConfig.from(settings),
                        MailConfig.from(settings),
                        SocketConfig.from(settings),
                        CallsConfig.from(settings),
                        LanguageModelConfig.from(settings),
                        EmbeddingsConfig.from(settings),
                        CarrierSettings.from(settings, http.publicUrl()),
                        FilesConfig.from(settings),
                        SpeechConfig.from(settings),
                        RecognitionConfig.from(settings),
                        VoiceConfig.from(settings),
                        RecordingConfig.from(settings),
                        DialConfig.from(settings),
                        MetricsConfig.from(settings),
                        OutgoingConfig.from(settings),
                        SourcesConfig.from(settings),
                        PageConfig.from(settings));
        settings.check();
        return config;
    }

    /// The help page's list.
    public static String help() {
        return SETTINGS.stream()
                .map(setting ->
                        "  %-25s %s%s"
                                .formatted(
                                        setting.name(),
                                        setting.meaning(),
                                        setting.fallback().isEmpty()
                                                ? ""
                                                : " [" + setting.fallback() + "]"))
                .collect(Collectors.joining("\n"));
    }
}
