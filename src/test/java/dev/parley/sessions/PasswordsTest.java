package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.http.Problem;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @AfterEach
    void stop() {
        passwords.close();
    }

    @Test
    void knowsThePasswordAndNoOther() {
        var hash = passwords.hash("пароль with spaces 🔑");

        assertThat(passwords.isRight("пароль with spaces 🔑", hash)).isTrue();
        for (var other : new String[] {"", "пароль with spaces", "Пароль with spaces 🔑"}) {
            assertThat(passwords.isRight(other, hash)).as(other).isFalse();
        }
        assertThat(passwords.isNobodys("anything at all")).isFalse();
    }

    @Test
    void k2SaltsEveryHash() {
        assertThat(passwords.hash("the same password"))
                .isNotEqualTo(passwords.hash("the same password"));
    }

    /// A crowd is refused, not queued without end, and what was let in is right.
    @Test
    void boundsHowManyWait() {
        var outcomes = new ArrayList<CompletableFuture<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                outcomes.add(CompletableFuture.supplyAsync(this::tries, threads));
            }
        }

        assertThat(outcomes.stream().map(CompletableFuture::join))
                .containsOnly("false", "refused")
                .contains("refused");
        assertThat(outcomes.stream().map(CompletableFuture::join).filter("false"::equals))
                .hasSizeGreaterThanOrEqualTo(60);
    }

    private String tries() {
        try {
            return Boolean.toString(passwords.isNobodys("anything at all"));
        } catch (Problem.Unavailable _) {
            return "refused";
        }
    }
}
