package dev.parley.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmailAddressTest {
    @Test
    void t10FoldsSpellingsOfOneAddress() {
        var key = key("ana.kelvin@example.com");

        for (var twin :
                List.of(
                        "ANA.Kelvin@EXAMPLE.com",
                        "ana.\u212Aelvin@example.com",
                        "ａｎａ.kelvin@example.com",
                        "ana.kelvin@ｅｘａｍｐｌｅ.com",
                        "ana.kelvin@example。com")) {
            assertThat(key(twin)).as(twin).isEqualTo(key);
        }
        assertThat(key("jose\u0301@example.com")).isEqualTo(key("jos\u00e9@example.com"));
        assertThat(key("a@münchen.example")).isEqualTo(key("a@xn--mnchen-3ya.example"));
    }

    @Test
    void t10RefusesMixedScriptsAndTellsWholeOnesApart() {
        var cyrillicA = "\u0430";
        assertThat(EmailAddress.of(cyrillicA + "na@example.com")).isEmpty();
        assertThat(EmailAddress.of("ana@ex" + cyrillicA + "mple.com")).isEmpty();
        assertThat(EmailAddress.of("\u03bfna@example.com")).isEmpty();
        assertThat(key("\u0441\u043e\u0440\u0430@example.com"))
                .isNotEqualTo(key("copa@example.com"));
        assertThat(EmailAddress.of("田中たろう@example.jp")).isPresent();
    }

    @Test
    void sendsMailToTheAddressThatIsCompared() {
        assertThat(EmailAddress.of("Ａｎａ@Example.com").orElseThrow().text())
                .isEqualTo("Ana@example.com");
    }

    @Test
    void refusesWhatIsNoAddress() {
        for (var text :
                List.of(
                        "",
                        "@",
                        "a@",
                        "@b.com",
                        "a b@c.com",
                        "a@b c.com",
                        "a\r\nBcc: x@y.com@z.com",
                        "a@b.com\r\nBcc: x@y.com",
                        "a@b.com,c@d.com",
                        "a..b@c.com",
                        ".a@c.com",
                        "a.@c.com",
                        "\"a b\"@c.com",
                        "a<b@c.com>",
                        "a@b..com",
                        "a@.com",
                        "a@com.",
                        "a@-b.com",
                        "a\u0000@b.com",
                        "a".repeat(65) + "@b.com",
                        "a@" + "b".repeat(64) + ".com",
                        "a@" + "b.".repeat(130) + "com")) {
            assertThat(EmailAddress.of(text)).as(text).isEmpty();
        }
    }

    private static String key(String written) {
        return EmailAddress.of(written).orElseThrow().key();
    }
}
