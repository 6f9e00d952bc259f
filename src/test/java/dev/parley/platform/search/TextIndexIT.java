package dev.parley.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.database.Database;
import dev.parley.platform.database.DatabaseAddress;
import dev.parley.platform.database.Tenant;
import dev.parley.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The index beside a plain model, while records are put, changed, folded and forgotten (T5, T7).
class TextIndexIT {
    private static final long SEED = Long.getLong("parley.seed", new Random().nextInt(1_000_000));
    private static final String KIND = "conversation";
    private static final int SEGMENT = 10;
    private static final List<String> WORDS =
            List.of("a", "walrus", "narwhal", "unicorn", "the", "x1", "\u0938\u093e\u0939\u092c");
    private static final List<String> TEXTS =
            List.of("Anabel", "+1415555", "+1415", "100%", "\u00c1ngel\nbo", "bo", "\ud83d\ude00x");

    private static Database database;

    private record Of(String value) implements Tenant {}

    private record Kept(Instant createdAt, Set<String> words, @Nullable String text) {}

    /// One tenant's index and what should be in it.
    private static final class Checked {
        private final Tenant tenant;
        private final TextIndex index = new TextIndex(KIND, List.of("source"), (_, _, _) -> {});
        private final Map<String, Kept> model = new TreeMap<>();
        private final Map<String, Instant> created = new HashMap<>();

        private final Set<Long> moments = new HashSet<>();
        private final Map<Integer, Integer> removed = new HashMap<>();

        Checked(String tenant) {
            this.tenant = new Of(tenant);
        }

        void put(Random random) {
            var entries = new ArrayList<TextIndex.Entry>();
            for (var id : random.ints(5, 0, 60).distinct().mapToObj(this::id).toList()) {
                var at = created.computeIfAbsent(id, _ -> freeTime(random, id));
                var words = new HashSet<String>();
                WORDS.stream().filter(_ -> random.nextInt(3) == 0).forEach(words::add);
                var text = random.nextInt(5) == 0 ? null : TEXTS.get(random.nextInt(TEXTS.size()));
                model.put(id, new Kept(at, words, text));
                entries.add(
                        new TextIndex.Entry(
                                id, at, words, java.util.Collections.singletonList(text)));
            }
            database.run(tenant, tx -> index.put(tx, tenant, entries));
        }

        /// Often the microsecond of another, never its moment.
        private Instant freeTime(Random random, String id) {
            var time = someTime(random);
            while (!moments.add(Moment.of(time, id))) {
                time = someTime(random);
            }
            return time;
        }

        /// Ids are never used again.
        private String id(int number) {
            return "con." + number + '.' + removed.getOrDefault(number, 0);
        }

        void remove(Random random) {
            var ids = List.copyOf(model.keySet());
            if (!ids.isEmpty()) {
                var id = ids.get(random.nextInt(ids.size()));
                var gone = Objects.requireNonNull(model.remove(id));
                removed.merge(Integer.parseInt(id.split("\\.")[1]), 1, Integer::sum);
                database.run(tenant, tx -> index.remove(tx, tenant, id, gone.createdAt()));
            }
        }

        void check(Random random) {
            var words =
                    WORDS.stream().filter(_ -> random.nextInt(3) == 0).collect(Collectors.toSet());
            if (!words.isEmpty()) {
                check(
                        found(random, planner -> index.ofWords(planner, words)),
                        kept -> kept.words().containsAll(words),
                        words.toString(),
                        true);
            }
            var text = TEXTS.get(random.nextInt(TEXTS.size()));
            var piece = text.substring(0, text.offsetByCodePoints(0, 1 + random.nextInt(2)));
            var some = found(random, planner -> index.ofPiece(planner, "source", piece));
            var lower = piece.toLowerCase(Locale.ROOT);
            check(
                    some,
                    kept ->
                            kept.text() != null
                                    && kept.text().toLowerCase(Locale.ROOT).contains(lower),
                    piece,
                    false);
        }

        /// Batches come newest first, and between them are all of the records; where it is `exact`,
        /// no others.
        private void check(
                List<Found.Some> batches, Predicate<Kept> isHit, String asked, boolean exact) {
            var hits = new ArrayList<String>();
            Instant last = Instant.MAX;
            for (var batch : batches) {
                var here = new ArrayList<String>();
                model.forEach((id, kept) -> {
                    if (batch.has(kept.createdAt(), id)) {
                        here.add(id);
                    }
                });
                assertThat(here).as("%s, seed %d", asked, SEED).hasSize(batch.size());
                for (var id : here) {
                    assertThat(created.get(id)).isBefore(last);
                }
                last = Stream.of(batch.times()).min(Comparator.naturalOrder()).orElse(last);
                hits.addAll(here);
            }
            var expected =
                    model.entrySet().stream()
                            .filter(one -> isHit.test(one.getValue()))
                            .map(Map.Entry::getKey)
                            .toList();
            assertThat(hits).as("%s, seed %d", asked, SEED).doesNotHaveDuplicates();
            assertThat(hits).as("%s, seed %d", asked, SEED).containsAll(expected);
            assertThat(hits.size() == expected.size() || !exact)
                    .as("%s: %s, seed %d", asked, hits, SEED)
                    .isTrue();
        }

        private List<Found.Some> found(
                Random random,
                java.util.function.Function<dev.parley.platform.database.Planned.Planner, Found>
                        search) {
            return database.planned(
                    tenant,
                    planner -> {
                        var found = search.apply(planner);
                        var batches = new ArrayList<Found.Some>();
                        var next = found.next(1 + random.nextInt(20));
                        while (!next.isEmpty()) {
                            batches.add(next);
                            next = found.next(1 + random.nextInt(20));
                        }
                        return batches;
                    });
        }
    }

    @BeforeAll
    static void start() {
        database = Database.open(DatabaseAddress.of(TestDatabase.fresh()));
        database.migrate();
        System.out.println("TextIndexIT: seed " + SEED + " (-Dparley.seed=" + SEED + ")");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void findsWhatAPlainModelFindsWhateverHappens() {
        var random = new Random(SEED);
        var tenants = List.of(new Checked("org.1.aaaaaaaa"), new Checked("org.1.bbbbbbbb"));
        var fold = new Fold(database, SEGMENT);
        for (int i = 0; i < 200; i++) {
            var one = tenants.get(random.nextInt(tenants.size()));
            switch (random.nextInt(5)) {
                case 0 -> fold.run(one.tenant, KIND);
                case 1 -> one.remove(random);
                default -> one.put(random);
            }
            one.check(random);
        }
    }

    @Test
    void leavesNothingOfWhatIsGone() {
        var tenant = new Checked("org.1.cccccccc");
        var random = new Random(SEED + 1);
        for (int i = 0; i < 20; i++) {
            tenant.put(random);
        }
        var canary =
                new TextIndex.Entry(
                        "con.canary",
                        someTime(random),
                        Set.of("canarybird"),
                        List.of("canarytext"));
        database.run(tenant.tenant, tx -> tenant.index.put(tx, tenant.tenant, List.of(canary)));
        new Fold(database, 1).run(tenant.tenant, KIND);
        assertThat(bytesWith(tenant.tenant, "canarybird")).isEqualTo(1);

        database.run(
                tenant.tenant,
                tx -> tenant.index.remove(tx, tenant.tenant, "con.canary", canary.createdAt()));
        new Fold(database, 1).run(tenant.tenant, KIND);

        assertThat(bytesWith(tenant.tenant, "canarybird")).isZero();
        assertThat(bytesWith(tenant.tenant, "canary")).isZero();
    }

    private static int bytesWith(Tenant tenant, String text) {
        return database.transact(
                tenant,
                tx ->
                        tx.createQuery(
                                        """
                                        SELECT count(*) FROM text_posting
                                        WHERE position(convert_to(:text, 'UTF8') IN postings) > 0
                                        """)
                                .bind("text", text)
                                .mapTo(Integer.class)
                                .one());
    }

    /// Many at the same microsecond.
    private static Instant someTime(Random random) {
        return Instant.parse("2026-01-01T00:00:00.000001Z")
                .plusNanos(1_000L * random.nextInt(random.nextBoolean() ? 3 : 1_000_000));
    }
}
