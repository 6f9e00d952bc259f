package dev.parley.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    @Test
    void areWrittenWithMicrosecondsAndNoZone() {
        var instant = Instant.parse("2024-11-11T05:06:20.733912Z");

        assertThat(Timestamps.write(instant)).isEqualTo("2024-11-11T05:06:20.733912");
        assertThat(Timestamps.write(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000000");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-11-07T05:31:56Z,              2023-11-07T05:31:56Z",
        "2023-11-07T05:31:56,               2023-11-07T05:31:56Z",
        "2023-11-07 05:31:56.5,             2023-11-07T05:31:56.5Z",
        "2023-11-07T05:31:56+05:30,         2023-11-07T00:01:56Z",
        "2023-11-07T05:31:56-0800,          2023-11-07T13:31:56Z",
        "2024-02-29T23:59:59.123456789,     2024-02-29T23:59:59.123456789Z"
    })
    void areReadWithOrWithoutAZone(String text, Instant instant) {
        assertThat(Timestamps.read(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2023-02-29T00:00:00",
                "2023-13-01T00:00:00",
                "2023-01-01T24:00:00",
                "2023-01-01",
                "2023-1-1T00:00:00",
                "2023-01-01T00:00:00+25:00",
                "2023-01-01T00:00:00Zulu"
            })
    void areRefusedWhenTheCalendarHasNone(String text) {
        assertThat(Timestamps.read(text)).isEmpty();
        assertThat(Timestamps.isWritten(text)).isFalse();
    }

    @Test
    void areRecognisedAsWritten() {
        assertThat(Timestamps.isWritten("2024-11-11T05:06:20.733912")).isTrue();
        assertThat(Timestamps.isWritten("2024-11-11T05:06:20.73391Z")).isFalse();
        assertThat(Timestamps.isWritten("2024-13-11T05:06:20.733912")).isFalse();
    }
}
