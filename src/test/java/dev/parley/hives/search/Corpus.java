package dev.parley.hives.search;

import dev.parley.hives.passages.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The documents of five kinds of business and what callers ask about them; see the README beside
/// them.
public final class Corpus {
    private static final Path ROOT = Path.of("src/test/resources/dev/parley/retrieval");

    public static final List<String> BUSINESSES =
            List.of("restaurant", "clinic", "workshop", "hotel", "software");

    private Corpus() {}

    /// A document in its passages.
    public record Document(String name, String title, List<Passage> passages) {}

    /// @param answers the passages that answer; none for a question without an answer
    /// @param isNear whether what has no answer is at least of the right kind of business
    public record Question(String business, String text, List<Answer> answers, boolean isNear) {
        public boolean isAnswerable() {
            return !answers.isEmpty();
        }

        public boolean isAnsweredBy(String document, String text) {
            return answers.stream()
                    .anyMatch(answer ->
                            answer.document().equals(document) && text.contains(answer.phrase()));
        }
    }

    /// @param phrase stands in the passage, once in the document
    public record Answer(String document, String phrase) {}

    public static List<Document> documents(String business) {
        try (var files = Files.list(ROOT.resolve(business))) {
            return files.sorted().map(Corpus::document).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Question> questions() {
        return lines(ROOT.resolve("questions.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Corpus::question)
                .toList();
    }

    private static Question question(String line) {
        var fields = line.split(" \\| ", -1);
        var answers = new ArrayList<Answer>();
        if (!fields[1].equals("-")) {
            var documents = fields[1].split("; ", -1);
            var phrases = fields[2].split("; ", -1);
            for (int i = 0; i < documents.length; i++) {
                answers.add(new Answer(documents[i], phrases[i]));
            }
        }
        return new Question(fields[0], fields[3], answers, fields[2].equals("near"));
    }

    /// What stands below one heading is a passage.
    private static Document document(Path file) {
        var passages = new ArrayList<Passage>();
        var headings = new ArrayList<String>();
        var body = new StringBuilder();
        for (var line : lines(file)) {
            if (line.startsWith("#")) {
                add(passages, headings, body);
                int level = line.indexOf(' ');
                headings.subList(Math.min(level - 1, headings.size()), headings.size()).clear();
                headings.add(line.substring(level + 1));
            } else {
                body.append(line).append('\n');
            }
        }
        var title = headings.getFirst();
        add(passages, headings, body);
        return new Document(name(file), title, passages);
    }

    private static void add(List<Passage> passages, List<String> headings, StringBuilder body) {
        var text = body.toString().strip();
        if (!text.isEmpty()) {
            passages.add(new Passage(passages.size(), List.copyOf(headings), text));
        }
        body.setLength(0);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".md", "");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
