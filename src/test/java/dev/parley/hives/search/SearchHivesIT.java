package dev.parley.hives.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.accounts.OrgId;
import dev.parley.hives.HiveId;
import dev.parley.providers.embeddings.MiniLm;
import dev.parley.testing.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SearchHivesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final OrgId OURS = new OrgId("org.1700000000.aaaaaaaa");
    private static final OrgId THEIRS = new OrgId("org.1700000000.bbbbbbbb");
    private static final AtomicInteger HIVES = new AtomicInteger();
    private static MiniLm model;
    private static Shelves shelves;

    @BeforeAll
    static void open() {
        model = new MiniLm();
        shelves = new Shelves(model);
        shelves.jobs().start();
    }

    @AfterAll
    static void close() {
        shelves.close();
        model.close();
    }

    @Test
    void answersByWordsAtOnceAndByMeaningOnceThereAreEmbeddings() {
        var hive = hive(OURS);
        shelves.put(OURS, hive, "dogs", "Dogs may lie under the tables on the terrace.");
        shelves.put(OURS, hive, "wine", "The house red is a Garnacha from Calatayud.");

        var byWords = find(OURS, hive, "Are dogs welcome on the terrace?").found().getFirst();
        assertThat(byWords.place()).isEqualTo("dogs");
        assertThat(byWords.why().textRank()).isEqualTo(1);
        assertThat(byWords.why().vectorRank()).isZero();

        // nobody asked for embeddings but the search itself
        Await.until(
                PATIENCE,
                () -> {
                    var best = find(OURS, hive, "May I bring my puppy?").found().getFirst();
                    assertThat(best.place()).isEqualTo("dogs");
                    assertThat(best.why().vectorRank()).isEqualTo(1);
                });
    }

    @Test
    void seesWhatChangedAndForgetsWhatIsGone() {
        var hive = hive(OURS);
        shelves.put(OURS, hive, "hours", "The kitchen closes at ten.");
        assertThat(text(find(OURS, hive, "When does the kitchen close?"))).contains("at ten");

        shelves.put(OURS, hive, "hours", "The kitchen closes at eleven.");
        assertThat(text(find(OURS, hive, "When does the kitchen close?"))).contains("at eleven");

        shelves.database()
                .run(OURS, tx -> shelves.store().forget(tx, OURS, hive, List.of("hours")));
        assertThat(find(OURS, hive, "When does the kitchen close?").found()).isEmpty();
    }

    @Test
    void speaksSpanishAndHindi() {
        var hive = hive(OURS);
        shelves.put(OURS, hive, "perros", "Admitimos perros pequeños en las habitaciones.");
        shelves.put(OURS, hive, "bachche", "बच्चों की पहली मुलाक़ात मुफ़्त है।");
        shelves.put(OURS, hive, "pool", "The pool opens at nine in the morning.");

        var spanish = find(OURS, hive, "¿Aceptan un perro pequeño?");
        var hindi = find(OURS, hive, "बच्चे की मुलाक़ात के पैसे लगेंगे?");

        assertThat(spanish.found().getFirst().place()).isEqualTo("perros");
        assertThat(hindi.found().getFirst().place()).isEqualTo("bachche");
    }

    @Test
    void readsSeveralHivesAsOne() {
        var menu = hive(OURS);
        var house = hive(OURS);
        shelves.put(OURS, menu, "menu", "Octopus from the grill with paprika, twelve pounds.");
        shelves.put(OURS, house, "house", "The terrace closes at ten.");
        var library = shelves.search().library(OURS, List.of(menu, house));
        library.warmUp();

        assertThat(library.find("How much is the octopus?", 1).found().getFirst().place())
                .isEqualTo("menu");
        assertThat(library.find("When does the terrace close?", 1).found().getFirst().place())
                .isEqualTo("house");
    }

    @Test
    void knowsNothingWhereThereIsNothing() {
        assertThat(find(OURS, hive(OURS), "Anything?").isAnswered()).isFalse();
        assertThat(find(OURS, new HiveId("hiv.1700000000.nowhere0"), "Anything?").found())
                .isEmpty();
        assertThat(shelves.search().library(OURS, List.of()).find("Anything?", 3).found())
                .isEmpty();
    }

    /// T12: the same text in two organizations, told apart by a word that nobody asks for; every
    /// question may name both hives.
    @Test
    void neverShowsOneOrganizationWhatAnotherKnows() {
        var ours = hive(OURS);
        var theirs = hive(THEIRS);
        for (int i = 0; i < 20; i++) {
            var text = "Room %d costs %d euros and has a view of the sea. ".formatted(i, 90 + i);
            shelves.put(OURS, ours, "room" + i, text + "canary-ours");
            shelves.put(THEIRS, theirs, "room" + i, text + "canary-theirs");
        }

        for (int i = 0; i < 500; i++) {
            var question = "What does room %d with the view cost?".formatted(i % 20);
            var both = List.of(ours, theirs);
            assertThat(shelves.search().find(OURS, both, question, 5).found())
                    .isNotEmpty()
                    .allMatch(found -> found.hiveId().equals(ours))
                    .allMatch(found -> found.text().endsWith("canary-ours"));
            assertThat(shelves.search().find(THEIRS, both, question, 5).found())
                    .isNotEmpty()
                    .allMatch(found -> found.hiveId().equals(theirs))
                    .allMatch(found -> found.text().endsWith("canary-theirs"));
        }
        assertThat(find(OURS, theirs, "What does room 3 cost?").found()).isEmpty();
    }

    private static HiveId hive(OrgId org) {
        var hive = new HiveId("hiv.1700000000.%08d".formatted(HIVES.incrementAndGet()));
        shelves.add(org, hive);
        return hive;
    }

    private static Findings find(OrgId org, HiveId hive, String question) {
        return shelves.search().find(org, List.of(hive), question, 3);
    }

    private static String text(Findings findings) {
        return findings.found().getFirst().text();
    }
}
