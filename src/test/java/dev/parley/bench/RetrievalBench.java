package dev.parley.bench;

import dev.parley.accounts.OrgId;
import dev.parley.hives.HiveId;
import dev.parley.hives.embedding.Windows;
import dev.parley.hives.passages.Passage;
import dev.parley.hives.passages.PassageStore.Embedded;
import dev.parley.hives.search.Corpus;
import dev.parley.hives.search.Corpus.Question;
import dev.parley.hives.search.Shelves;
import dev.parley.hives.search.Trial;
import dev.parley.hives.search.Trial.By;
import dev.parley.providers.embeddings.Embeddings;
import dev.parley.providers.embeddings.MiniLm;
import dev.parley.providers.embeddings.Vectors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/// Prints what is found of what callers ask, by words, by meaning and by both; what is refused; and
/// how long it takes.
final class RetrievalBench {
    private static final OrgId ORG = new OrgId("org.1700000000.bench000");
    private static final HiveId HIVE = new HiveId("hiv.1700000000.bench000");
    private static final int MANY = 10_000;
    private static final int SEARCHES = 2_000;
    private static final int WARM_UP = 500;
    private static final int WORDS = 170;
    private static final int TO_EMBED = 300;

    private RetrievalBench() {}

    static void run(List<String> arguments) {
        try (var model = new MiniLm()) {
            long begin = System.nanoTime();
            model.warmUp();
            System.out.printf("Loading the model: %.0f ms%n", (System.nanoTime() - begin) / 1e6);
            var trial = new Trial(model, Corpus.BUSINESSES);
            quality(trial);
            refusals(trial);
            if (arguments.contains("--misses")) {
                trial.misses().forEach(System.out::println);
            }
            embedding(model);
            beside(model);
            speed(model);
        }
    }

    private static void quality(Trial trial) {
        System.out.printf(
                "%d documents in %d passages, %d questions%n",
                Corpus.BUSINESSES.stream()
                        .mapToInt(business -> Corpus.documents(business).size())
                        .sum(),
                trial.passages(),
                Corpus.questions().size());
        System.out.println("                                      hit@1  hit@3  MRR@10");
        for (var by : By.values()) {
            row(trial, "the business asked, " + by, by, false, _ -> true);
        }
        row(trial, "  of it the training half", By.BOTH, false, Trial::isTraining);
        row(trial, "  of it the other half", By.BOTH, false, not(Trial::isTraining));
        for (var by : By.values()) {
            row(trial, "all five in one, " + by, by, true, _ -> true);
        }
    }

    private static void row(
            Trial trial, String name, By by, boolean isTogether, Predicate<Question> which) {
        var figures = trial.figures(by, isTogether, which);
        System.out.printf(
                Locale.ROOT,
                "%-36s  %.3f  %.3f  %.3f%n",
                name,
                figures.hitAt1(),
                figures.hitAt3(),
                figures.reciprocalRank());
    }

    private static void refusals(Trial trial) {
        System.out.println("refused             without answer  of these near  with answer");
        refusals(trial, "the training half", Trial::isTraining);
        refusals(trial, "the other half", not(Trial::isTraining));
    }

    private static void refusals(Trial trial, String name, Predicate<Question> which) {
        var refusals = trial.refusals(which);
        System.out.printf(
                Locale.ROOT,
                "%-18s  %14.2f  %13.2f  %11.2f%n",
                name,
                refusals.refused(),
                refusals.refusedNear(),
                refusals.wronglyRefused());
    }

    private static void embedding(Embeddings model) {
        var random = new Random(1);
        var sentences = sentences();
        var windows =
                IntStream.range(0, TO_EMBED)
                        .mapToObj(_ ->
                                Windows.of("A page", List.of("A page"), text(sentences, random)))
                        .flatMap(List::stream)
                        .toList();
        var before = Cost.now();
        model.embedLater(windows);
        var cost = Cost.since(before);
        System.out.printf(
                Locale.ROOT,
                "Embedding, behind everybody else: %.0f passages of %d words a second (%.1f pieces"
                        + " each), %.1f ms of CPU each%n",
                TO_EMBED * 1e9 / cost.nanos(),
                WORDS,
                (double) windows.size() / TO_EMBED,
                cost.cpuNanos() / 1e6 / TO_EMBED);
    }

    /// What calls lose: the work of a thread that never rests, alone and beside the embedding.
    private static void beside(Embeddings model) {
        long alone = work(Duration.ofSeconds(3));
        var texts = sentences();
        var bulk = Thread.ofPlatform().start(() -> model.embedLater(texts));
        long beside = work(Duration.ofSeconds(3));
        join(bulk);
        System.out.printf(
                Locale.ROOT,
                "A busy thread beside the embedding does %.0f %% of its work%n",
                100.0 * beside / alone);
    }

    private static long work(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long rounds = 0;
        var crc = new CRC32();
        var bytes = new byte[1 << 16];
        while (System.nanoTime() < end) {
            crc.update(bytes);
            rounds++;
        }
        return rounds;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Passages made of sentences of the corpus, with vectors to match.
    private static void speed(Embeddings model) {
        try (var shelves = new Shelves(model)) {
            fill(shelves, model);
            var questions = Corpus.questions();
            var nanos = new long[SEARCHES];
            var cpu = new long[SEARCHES];
            for (int i = -WARM_UP; i < SEARCHES; i++) {
                var question = questions.get((i + WARM_UP) % questions.size()).text();
                long cpuBegin = Cost.ofThread();
                long begin = System.nanoTime();
                shelves.search().find(ORG, List.of(HIVE), question, 5);
                nanos[Math.max(i, 0)] = System.nanoTime() - begin;
                cpu[Math.max(i, 0)] = Cost.ofThread() - cpuBegin;
            }
            Arrays.sort(nanos);
            Arrays.sort(cpu);
            System.out.printf(
                    Locale.ROOT,
                    "One search of %,d passages, embedding and database included: p50 %.1f ms, p99"
                            + " %.1f ms; of it CPU here p50 %.1f, p99 %.1f%n",
                    MANY,
                    nanos[SEARCHES / 2] / 1e6,
                    nanos[SEARCHES * 99 / 100] / 1e6,
                    cpu[SEARCHES / 2] / 1e6,
                    cpu[SEARCHES * 99 / 100] / 1e6);
        }
    }

    private static void fill(Shelves shelves, Embeddings model) {
        var random = new Random(2);
        var sentences = sentences();
        shelves.add(ORG, HIVE);
        var pieces = model.embedLater(sentences.stream().filter(one -> one.length() > 60).toList());
        for (int document = 0; document < MANY / 100; document++) {
            var passages = new ArrayList<Passage>();
            var embedded = new ArrayList<Embedded>();
            for (int i = 0; i < 100; i++) {
                passages.add(new Passage(i, List.of("Page " + document), text(sentences, random)));
                var vectors =
                        IntStream.range(0, 6)
                                .mapToObj(_ -> pieces.get(random.nextInt(pieces.size())))
                                .toList();
                embedded.add(new Embedded("jot.page" + document, i, Vectors.bytes(vectors)));
            }
            shelves.put(ORG, HIVE, "page" + document, passages);
            shelves.database()
                    .run(ORG, tx -> shelves.store().embed(tx, ORG, HIVE, model.name(), embedded));
        }
    }

    /// Sentences of the corpus.
    private static List<String> sentences() {
        return Corpus.BUSINESSES.stream()
                .flatMap(business -> Corpus.documents(business).stream())
                .flatMap(document -> document.passages().stream())
                .flatMap(passage -> Arrays.stream(passage.body().split("(?<=\\.)\\s+")))
                .toList();
    }

    private static String text(List<String> sentences, Random random) {
        var text = new StringBuilder();
        for (int words = 0; words < WORDS; ) {
            var sentence = sentences.get(random.nextInt(sentences.size()));
            text.append(sentence).append(' ');
            words += sentence.split("\\s+").length;
        }
        return text.toString();
    }

    private static Predicate<Question> not(Predicate<Question> which) {
        return which.negate();
    }
}
