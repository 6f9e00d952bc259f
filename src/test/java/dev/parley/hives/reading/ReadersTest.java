package dev.parley.hives.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.hives.Papers;
import dev.parley.hives.documents.Document;
import dev.parley.hives.documents.DocumentKind;
import dev.parley.hives.documents.Section;
import dev.parley.hives.documents.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {
    @TempDir Path folder;

    @Test
    void readsThePartOfAPageThatPeopleRead() throws Exception {
        var page =
                html(
                        """
                        <title>Caf\u00e9 | Home</title><link rel=canonical href=/home>
                        <style>p{}</style><body><header><nav><a href=/menu#top>Menu</a></nav></header>
                        <main><h1>Welcome</h1><p>We cook <b>every</b> day.</p>
                        <h2>Hours</h2><p>We open:</p><ul><li>Monday nine to five<li>Sunday closed</ul>
                        <table><tr><th>Dish<th>Price</tr><tr><td>Soup<td>4.50</tr></table>
                        <p style="display: none">hidden canary</p><p hidden>hidden canary</p>
                        <p>Soft\u00adware zero\u200bwidth</p>
                        <dl><dt>Dogs?</dt><dd>Welcome.</dd></dl>
                        <script>canary()</script></main><footer>canary<address>1 Main St</address>
                        </footer><a rel=nofollow href=/no>x</a>
                        """);

        assertThat(page.title()).isEqualTo("Caf\u00e9 | Home");
        assertThat(page.sections())
                .containsExactly(
                        new Section(List.of("Welcome"), "We cook every day."),
                        new Section(
                                List.of("Welcome", "Hours"),
                                """
                                We open:
                                Monday nine to five
                                Sunday closed

                                Dish: Soup; Price: 4.50

                                Software zerowidth

                                Dogs?: Welcome.

                                1 Main St\
                                """));
        assertThat(page.links().canonical()).isEqualTo("https://a.example/home");
        assertThat(page.links().targets()).containsExactly("https://a.example/menu#top");
        assertThat(page.links().mayBeKept()).isTrue();
    }

    @Test
    void obeysWhatPagesSayToRobots() throws Exception {
        var page = html("<meta name=robots content='NOINDEX, nofollow'><a href=/x>x</a>Text");

        assertThat(page.links().mayBeKept()).isFalse();
        assertThat(page.links().targets()).isEmpty();
    }

    @Test
    void readsMarkdown() throws Exception {
        var document =
                read(
                        DocumentKind.MARKDOWN,
                        """
                        ---
                        layout: canary
                        ---
                        # Menu

                        Fresh **bread**
                        every [morning](https://a.example).

                        ## Prices

                        - soup 4.50
                        - tea 2.00

                        | Dish | Price |
                        |------|------:|
                        | Pie  | 3.20  |
                        """
                                .getBytes(UTF_8));

        assertThat(document.title()).isEqualTo("Menu");
        assertThat(document.sections())
                .containsExactly(
                        new Section(List.of("Menu"), "Fresh bread every morning."),
                        new Section(
                                List.of("Menu", "Prices"),
                                "- soup 4.50\n- tea 2.00\n\nDish: Pie; Price: 3.20"));
    }

    @Test
    void readsTextInOldEncodings() throws Exception {
        var document =
                read(
                        DocumentKind.TEXT,
                        "OPENING HOURS\n\nCaf\u00e9 abierto\nde nueve a cinco\n"
                                .getBytes(ISO_8859_1));

        assertThat(document.sections())
                .containsExactly(
                        new Section(
                                List.of("OPENING HOURS"), "Caf\u00e9 abierto\nde nueve a cinco"));
    }

    @Test
    void readsWordDocuments() throws Exception {
        var document = read(DocumentKind.DOCX, Papers.docx());

        assertThat(document.sections())
                .containsExactly(
                        new Section(
                                List.of("Opening hours"),
                                "We open at nine and close at five:\n"
                                        + "Monday nine to five\nSunday closed"),
                        new Section(
                                List.of("Prices"), "Dish: Margherita; Size: large; Price: 9.50"));
    }

    @Test
    void findsHeadingsAndParagraphsInPdfs() throws Exception {
        var pages = new ArrayList<List<String>>();
        for (int i = 1; i <= 4; i++) {
            pages.add(
                    List.of(
                            "The Golden Fork, handbook",
                            "# Chapter " + i,
                            "We bake our bread in the house every single morning and we never freeze",
                            "what we have not sold by the evening, which is what makes it so extra-",
                            "ordinary that people come from far away.",
                            "Guests ask.",
                            "Page " + i + " of 4"));
        }

        var document = read(DocumentKind.PDF, Papers.pdf(pages));

        assertThat(document.sections()).hasSize(4);
        assertThat(document.sections().get(2).headings()).containsExactly("Chapter 3");
        assertThat(document.sections().get(2).text())
                .startsWith("We bake our bread")
                .contains("never freeze what we", "so extraordinary that people")
                .doesNotContain("handbook", "Page 3");
    }

    @Test // F3
    void saysWhatIsWrongWithADocument() {
        assertThatThrownBy(() -> read(DocumentKind.PDF, Papers.lockedPdf()))
                .isInstanceOf(Unreadable.class)
                .hasMessage("The PDF is protected by a password");
        assertThatThrownBy(() -> read(DocumentKind.DOCX, new byte[] {1, 2, 3}))
                .isInstanceOf(Unreadable.class);
    }

    @Test // F5
    void takesOutWhatNobodySees() throws Exception {
        var tags = new StringBuilder("Book");
        for (int i = 0xE0020; i < 0xE007F; i++) {
            tags.appendCodePoint(i);
        }
        var document =
                read(
                        DocumentKind.TEXT,
                        (tags + "\u202E a\u00a0table\ufeff now\u0007, \u0915\u094d\u200d\u0937.")
                                .getBytes(UTF_8));

        assertThat(document.sections().getFirst().text())
                .isEqualTo("Book a table now, \u0915\u094d\u200d\u0937.");
    }

    private Document html(String html) throws IOException, Unreadable {
        return read(DocumentKind.HTML, html.getBytes(UTF_8));
    }

    private Document read(DocumentKind kind, byte[] bytes) throws IOException, Unreadable {
        var file = Files.write(folder.resolve("document"), bytes);
        var source = new Readers.Source(kind, file, "https://a.example/", "utf-8");
        return Readers.read(source, 100_000, (_, _) -> {});
    }
}
