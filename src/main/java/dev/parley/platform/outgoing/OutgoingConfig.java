package dev.parley.platform.outgoing;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which hosts tenants may call although their addresses are not public.
public record OutgoingConfig(Set<HostAndPort> allowed) {
    private static final Setting<Set<HostAndPort>> ALLOWED_HOSTS =
            new Setting<>(
                    "PARLEY_ALLOWED_HOSTS",
                    "",
                    "host:port of your own network that actions, webhooks and hives may call, with"
                            + " commas between; public hosts need no entry",
                    OutgoingConfig::hosts);

    public static final List<Setting<?>> SETTINGS = List.of(ALLOWED_HOSTS);

    public static OutgoingConfig from(Settings settings) {
        return new OutgoingConfig(settings.get(ALLOWED_HOSTS));
    }

    private static Set<HostAndPort> hosts(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(HostAndPort::read)
                .collect(Collectors.toUnmodifiableSet());
    }
}
