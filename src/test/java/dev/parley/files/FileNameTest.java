package dev.parley.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Names are data: kept, shown, and never obeyed. // F8
class FileNameTest {
    @Test
    void keepsWhatCanBeShown() {
        for (var name :
                List.of("menu.pdf", "../x.txt", "CON", "caf\u00e9 \u4f60.md", "\uD83C\uDF55.png")) {
            assertThat(FileName.kept(name)).isEqualTo(name);
        }
    }

    @Test
    void replacesWhatNothingTakes() {
        assertThat(FileName.kept("a\0b\r\nc\u0085d\u007F.txt")).isEqualTo("a_b__c_d_.txt");
        assertThat(FileName.kept("a\uD83Cb")).isEqualTo("a_b");
    }

    @Test
    void shortensTheMiddleAndKeepsTheEnding() {
        var kept = FileName.kept("\uD83C\uDF55".repeat(5_000) + ".markdown");

        assertThat(kept.codePointCount(0, kept.length())).isEqualTo(255);
        assertThat(kept).startsWith("\uD83C\uDF55").endsWith("\uD83C\uDF55.markdown");
        assertThat(FileName.kept("x".repeat(300) + "." + "y".repeat(300))).hasSize(255);
    }

    @Test
    void putsNothingIntoAHeaderThatCouldEndIt() {
        for (var name :
                List.of(
                        "a\r\nSet-Cookie: x=1.txt",
                        "a\"; filename=\"evil.exe",
                        "a\\..\\b.txt",
                        "%22%0d%0a.txt",
                        "'quoted'(1).txt",
                        "\u0000")) {
            assertThat(FileName.disposition(FileName.kept(name), false))
                    .matches(
                            "attachment; filename=\"[A-Za-z0-9._ -]+\"; filename\\*=UTF-8''[^\"';, ]+");
        }
    }

    @Test
    void givesTheNameItselfBesideAPlainOne() {
        var disposition = FileName.disposition("caf\u00e9 \u4f60.pdf", true);

        assertThat(disposition).startsWith("inline; filename=\"cafe _.pdf\"; ");
        assertThat(decoded(disposition)).isEqualTo("caf\u00e9 \u4f60.pdf");
    }

    @Test
    void offersNoFoldersToABrowser() {
        assertThat(decoded(FileName.disposition("../../etc/passwd.txt", false)))
                .isEqualTo("passwd.txt");
        assertThat(decoded(FileName.disposition("C:\\x\\y.txt", false))).isEqualTo("y.txt");
        assertThat(FileName.disposition("a/", false))
                .isEqualTo("attachment; filename=\"file\"; filename*=UTF-8''file");
        assertThat(FileName.disposition(".htaccess", false)).contains("filename=\"_htaccess\"");
    }

    @Test
    void turnsNoWritingAround() {
        assertThat(decoded(FileName.disposition("invoice\u202Efdp.exe.txt", false)))
                .isEqualTo("invoicefdp.exe.txt");
    }

    private static String decoded(String disposition) {
        var encoded = disposition.substring(disposition.indexOf("''") + 2);
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
