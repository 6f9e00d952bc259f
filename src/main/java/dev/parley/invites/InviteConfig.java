package dev.parley.invites;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.time.Duration;
import java.util.List;

/// How long an invitation is open.
public record InviteConfig(Duration life) {
    private static final Setting<Integer> DAYS =
            Setting.number(
                    "PARLEY_INVITE_DAYS",
                    7,
                    1,
                    90,
                    "days until an invitation has to be sent again");

    public static final List<Setting<?>> SETTINGS = List.of(DAYS);

    public static InviteConfig from(Settings settings) {
        return new InviteConfig(Duration.ofDays(settings.get(DAYS)));
    }
}
