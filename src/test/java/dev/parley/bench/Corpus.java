package dev.parley.bench;

import dev.parley.platform.search.Words;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

/// Conversations as they might have been: the shape of the published seed conversation, words that
/// are as frequent as words are (after Zipf, of a vocabulary of 8,000), callers and agents of whom
/// some call and some are called more than others. Conversation number n is the same in every run.
final class Corpus {
    /// In every conversation.
    static final String COMMON = "thanks";

    /// In every hundredth.
    static final String MEDIUM = "refund";

    /// In one of 20,000, and in the first thousand once.
    static final String RARE = "zephyrglass";

    /// In every tenth each, never in the same.
    static final String NORTH = "northgate";

    static final String SOUTH = "southgate";

    static final String NOWHERE = "quixotically";

    /// Of one in twenty.
    static final String RARE_STATUS = "archived";

    static final String ORG = "org.1726902940.GZChqlpU";

    private static final int VOCABULARY = 8_000;
    private static final int RARITY = 20_000;
    private static final int SEED_NUMBER = 77;
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");
    private static final String[] SYLLABLES =
            ("ba ce di fo gu la me ni po ru sa te vi wo zu an er in or ul tion ing est ly ment al"
                            + " que th sh")
                    .split(" ");

    private final String org;
    private final String[] vocabulary = new String[VOCABULARY];
    private final double[] share = new double[VOCABULARY];

    Corpus(String org) {
        this.org = org;
        var random = new Random(1);
        var words = new LinkedHashSet<String>();
        while (words.size() < VOCABULARY) {
            var word = new StringBuilder();
            for (int i = 1 + words.size() / 2_000 + random.nextInt(2); i >= 0; i--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words.add(word.toString());
        }
        words.toArray(vocabulary);
        double sum = 0;
        for (int i = 0; i < VOCABULARY; i++) {
            sum += 1.0 / (i + 2);
            share[i] = sum;
        }
        for (int i = 0; i < VOCABULARY; i++) {
            share[i] /= sum;
        }
    }

    /// A row of the server's table.
    ///
    /// @param words those the index of texts holds
    record Row(
            String id,
            String agent,
            String prospect,
            String source,
            String sourceType,
            String status,
            String sentiment,
            String stage,
            Instant createdAt,
            Instant endedAt,
            Set<String> words,
            String document) {}

    /// Half a minute apart.
    static Instant createdAt(int number) {
        return BEGIN.plusSeconds(30L * number).plusNanos(number % 997 * 1_000L);
    }

    static String agent(int number) {
        return "aia.1726903132.agent%03d".formatted(number);
    }

    Row row(int number) {
        var random = new Random(number * 0x9e3779b97f4a7c15L);
        var createdAt = createdAt(number);
        var text = new StringBuilder();
        var lines = lines(random, number, createdAt, text);
        var summary = sentence(random, 14);
        text.append(summary);
        var words = Words.of(text.toString());
        var endedAt = createdAt.plusSeconds(30 + random.nextInt(400));
        var row =
                new Row(
                        "con.%d.%08x".formatted(createdAt.getEpochSecond(), random.nextInt()),
                        agent((int) (Math.pow(random.nextDouble(), 3) * 50)),
                        "pro.1731301754.%08d".formatted(random.nextInt(200_000)),
                        "+1%010d".formatted(2_000_000_000L + random.nextInt(Integer.MAX_VALUE)),
                        any(random, "BROWSER", "TWILIO", "PLIVO"),
                        number % 20 == SEED_NUMBER % 20 ? RARE_STATUS : "active",
                        any(random, "positive", "negative", "neutral"),
                        any(random, "NEW", "NOT_INTERESTED", "SERVICE_ORDER_PLACED"),
                        createdAt,
                        endedAt,
                        words,
                        "");
        return new Row(
                row.id(),
                row.agent(),
                row.prospect(),
                row.source(),
                row.sourceType(),
                row.status(),
                row.sentiment(),
                row.stage(),
                createdAt,
                endedAt,
                words,
                document(row, lines, summary));
    }

    private String document(Row row, String lines, String summary) {
        var at = written(row.createdAt());
        return """
        {"id":"%s","orgId":"%s","prospectId":"%s","source":"%s","sourceType":"%s","aiAgentId":"%s",\
        "transcriptText":[%s],"transcriptSummary":"%s","transcriptRecordingUrl":null,\
        "timestampStart":"%s","timestampEnd":"%s","conversationAnalytics":{"summary":"%s",\
        "action_items":[],"is_audio_consent_given":false,"email_address_of_caller":null,\
        "name_of_caller":null,"phone_number_of_caller":"%s","address_of_caller":null,\
        "sentiment_of_caller":"%s","prospectStatus":"%s"},"conversationStats":null,"app":null,\
        "evaluation":null,"status":"%s","createdBy":"usr.1726902940.bench000","createdAt":"%s",\
        "updatedBy":"usr.1726902940.bench000","updatedAt":"%s"}\
        """
                .formatted(
                        row.id(),
                        org,
                        row.prospect(),
                        row.source(),
                        row.sourceType(),
                        row.agent(),
                        lines,
                        summary,
                        at,
                        written(row.endedAt()),
                        summary,
                        row.source(),
                        row.sentiment(),
                        row.stage(),
                        row.status(),
                        at,
                        at);
    }

    /// Adds the words that are said to `text`.
    private String lines(Random random, int number, Instant begin, StringBuilder text) {
        var json = new StringBuilder();
        int count = 6 + random.nextInt(8);
        int special = random.nextInt(count);
        for (int i = 0; i < count; i++) {
            boolean isAgent = i % 2 == 0;
            var message = sentence(random, isAgent ? 30 : 9);
            if (i == special) {
                message += special(number);
            }
            text.append(message).append(' ');
            json.append(i == 0 ? "" : ",")
                    .append("{\"speaker\":\"")
                    .append(isAgent ? "AI" : "USER")
                    .append("\",\"message\":\"")
                    .append(message)
                    .append("\",\"timestamp\":\"")
                    .append(written(begin.plusSeconds(i * 9L)))
                    .append("\",\"message_id\":\"")
                    .append(isAgent ? "dia.%d.%08x".formatted(number, i) : message)
                    .append("\"}");
        }
        return json.toString();
    }

    private static String special(int number) {
        var words = new StringBuilder(" ").append(COMMON);
        if (number % 100 == SEED_NUMBER) {
            words.append(' ').append(MEDIUM);
        }
        if (number % RARITY == SEED_NUMBER) {
            words.append(' ').append(RARE);
        }
        if (number % 10 == 3) {
            words.append(' ').append(NORTH);
        }
        if (number % 10 == 8) {
            words.append(' ').append(SOUTH);
        }
        return words.toString();
    }

    private String sentence(Random random, int usual) {
        var sentence = new StringBuilder();
        for (int i = usual / 2 + random.nextInt(usual); i >= 0; i--) {
            int place = Arrays.binarySearch(share, random.nextDouble());
            sentence.append(vocabulary[Math.min(VOCABULARY - 1, place < 0 ? -place - 1 : place)]);
            sentence.append(i == 0 ? "." : " ");
        }
        return sentence.toString();
    }

    private static String written(Instant time) {
        return WRITTEN.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    private static String any(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }
}
