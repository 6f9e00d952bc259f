package dev.parley.brains.knowledge;

import dev.parley.brains.knowledge.Library.Excerpt;
import dev.parley.brains.words.Speakable;
import dev.parley.brains.words.Utterance;
import dev.parley.transcript.TranscriptLine.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of a document that answer a question, few enough to be said.
///
/// @param text a sentence or two, or items of a list
/// @param title of the document; empty when it has none worth saying
public record Quotation(String text, String title, Source source) {
    private static final int MOST_SENTENCES = 2;
    private static final int MOST_ITEMS = 5;
    private static final int LONGEST = 320;
    private static final int LONGEST_TITLE = 60;
    private static final Pattern ITEM =
            Pattern.compile("^(?:[-*•–+]|\\d{1,3}[.)])\\s+(.*)$|^(?=.*[|\\t])(.*)$");
    private static final Pattern RULE_OF_TABLE = Pattern.compile("[|:\\-+\\s]+");
    private static final Pattern EXTENSION =
            Pattern.compile("(?i)\\.(pdf|docx?|txt|md|markdown|html?|csv|rtf|odt)$");
    private static final Set<String> NO_TITLES =
            Set.of(
                    "untitled",
                    "document",
                    "index",
                    "home",
                    "page",
                    "new document",
                    "file",
                    "scan",
                    "sin titulo",
                    "documento",
                    "inicio");

    private record Part(String text, int place, Set<String> terms) {}

    /// Out of the best of `excerpts`; empty when nothing of it can be said.
    public static Optional<Quotation> of(List<Excerpt> excerpts, String question) {
        var asked = terms(question);
        return excerpts.stream()
                .limit(1)
                .flatMap(excerpt -> {
                    var items = items(excerpt.text());
                    var text =
                            items.size() > 1 ? listed(items, asked) : prose(excerpt.text(), asked);
                    return text.isBlank()
                            ? Stream.<Quotation>empty()
                            : Stream.of(
                                    new Quotation(
                                            text,
                                            title(excerpt.source().title()),
                                            excerpt.source()));
                })
                .findFirst();
    }

    /// Whether the title is short enough to stand in "our …".
    public boolean isBriefly() {
        return Utterance.of(title).size() <= 3;
    }

    /// The best sentence, and its neighbour when that answers too.
    private static String prose(String text, Set<String> asked) {
        var lines =
                text.lines()
                        .filter(line -> !line.strip().startsWith("#"))
                        .collect(Collectors.joining(" "));
        var parts = parts(MissionFacts.sentences(Speakable.of(lines, 2_000)));
        if (parts.isEmpty()) {
            return "";
        }
        var best =
                parts.stream()
                        .max(
                                Comparator.comparingDouble((Part part) -> hits(part, asked))
                                        .thenComparing(part -> -part.place))
                        .get();
        var near =
                parts.stream()
                        .filter(part -> Math.abs(part.place - best.place) == 1)
                        .filter(part -> addsTo(best, part, asked))
                        .max(Comparator.comparingDouble(part -> hits(part, asked)));
        var chosen = new ArrayList<>(List.of(best));
        near.ifPresent(chosen::add);
        return chosen.stream()
                .sorted(Comparator.comparingInt(Part::place))
                .limit(MOST_SENTENCES)
                .map(part -> withoutStop(part.text))
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.joining("; "), joined -> Speakable.of(joined, LONGEST)));
    }

    private static boolean addsTo(Part best, Part other, Set<String> asked) {
        var open = new HashSet<>(asked);
        open.removeAll(best.terms);
        return other.terms.stream().anyMatch(open::contains);
    }

    /// The rows that were asked for, or the first of all when the whole list was.
    private static String listed(List<String> items, Set<String> asked) {
        var parts = parts(items);
        double most = parts.stream().mapToDouble(part -> hits(part, asked)).max().orElse(0);
        var wanted =
                most == 0
                        ? parts
                        : parts.stream().filter(part -> hits(part, asked) >= most).toList();
        return wanted.stream()
                .limit(MOST_ITEMS)
                .map(part -> withoutStop(part.text))
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.joining("; "), joined -> Speakable.of(joined, LONGEST)));
    }

    private static List<String> items(String text) {
        var items = new ArrayList<String>();
        for (var line : text.lines().map(String::strip).toList()) {
            var found = ITEM.matcher(line);
            if (found.matches() && !RULE_OF_TABLE.matcher(line).matches()) {
                var row =
                        found.group(1) == null
                                ? found.group(2).replaceAll("^[|\\s]+|[|\\s]+$", "")
                                : found.group(1);
                items.add(Speakable.of(row, LONGEST / 2));
            }
        }
        items.removeIf(String::isBlank);
        return items;
    }

    /// Of what is asked or ordered in a document nothing is said: it is not the agent who asks.
    private static List<Part> parts(List<String> texts) {
        var parts = new ArrayList<Part>();
        for (var text : texts) {
            if (!text.contains("?") && !text.contains("¿") && Utterance.of(text).size() > 0) {
                parts.add(new Part(text, parts.size(), terms(text)));
            }
        }
        return parts;
    }

    private static double hits(Part part, Collection<String> asked) {
        long hits = asked.stream().filter(part.terms::contains).count();
        return hits - 0.001 * part.terms.size();
    }

    private static Set<String> terms(String text) {
        return new HashSet<>(Stems.index(text));
    }

    private static String title(String written) {
        var title =
                Speakable.of(EXTENSION.matcher(written.strip()).replaceFirst(""), LONGEST_TITLE * 2)
                        .replaceAll("[\\-]+", " ");
        title =
                title.replaceFirst("(?i)^(the|our|your|nuestr[oa]s?|el|la|los|las) ", "")
                        .replaceAll("[.:;,]+$", "");
        boolean hasWords =
                title.chars().filter(Character::isLetter).count() >= 3
                        && title.chars().filter(Character::isDigit).count() < 5;
        boolean meaningless =
                NO_TITLES.contains(Utterance.plain(title))
                        || title.contains("/")
                        || title.contains("?");
        return hasWords && !meaningless && title.length() <= LONGEST_TITLE ? title : "";
    }

    private static String withoutStop(String text) {
        return text.replaceFirst("[.!।;:\\s]+$", "");
    }
}
