package dev.parley.hives.sources;

import dev.parley.hives.documents.Document;
import dev.parley.hives.documents.Section;
import dev.parley.hives.sources.PastConversations.Past;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads what agents answered in earlier conversations: each question of a caller with its answer.
/// Lines that say who a caller was, or that hold a number or an address, are left out: a hive is
/// read to other callers.
final class ReadTranscripts {
    private static final int MOST = 500;
    private static final int AT_ONCE = 50;
    private static final Pattern PERSONAL =
            Pattern.compile("\\S@\\S|(?:\\d[\\s().-]*+){5,}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LEAST_NAME = 3;

    private final Reading reading;
    private final PastConversations conversations;

    ReadTranscripts(Reading reading, PastConversations conversations) {
        this.reading = reading;
        this.conversations = conversations;
    }

    void run() {
        var agent = HiveProps.of(reading.hive()).agent();
        String after = null;
        for (int read = 0; read < MOST && !reading.isStopped(); ) {
            var page =
                    conversations.newest(
                            reading.org(), agent, after, Math.min(AT_ONCE, MOST - read));
            if (page.isEmpty()) {
                return;
            }
            read += page.size();
            reading.progress().total(read);
            page.forEach(this::read);
            after = page.getLast().id();
        }
    }

    private void read(Past past) {
        reading.progress().current(past.id());
        var day = past.endedAt().substring(0, Math.min(10, past.endedAt().length()));
        var title = "Conversation of " + day;
        var sections = sections(past);
        if (sections.isEmpty()) {
            reading.skip(past.id(), "Nothing was asked and answered");
        } else {
            reading.keep(
                    new Document(title, sections, Document.Links.NONE, false),
                    Reading.Origin.of(past.id(), title));
        }
    }

    static List<Section> sections(Past past) {
        var sections = new ArrayList<Section>();
        var question = "";
        var answer = new StringBuilder();
        for (var line : past.lines()) {
            if (line.speaker() == Speaker.USER) {
                add(sections, question, answer);
                question = isPersonal(line, past) || !isQuestion(line) ? "" : line.message();
            } else if (line.speaker() == Speaker.AI && !isPersonal(line, past)) {
                answer.append(answer.isEmpty() ? "" : " ").append(line.message());
            }
        }
        add(sections, question, answer);
        return sections;
    }

    private static void add(List<Section> sections, String question, StringBuilder answer) {
        if (!question.isEmpty() && !answer.isEmpty()) {
            sections.add(new Section(List.of(question.strip()), answer.toString().strip()));
        }
        answer.setLength(0);
    }

    private static boolean isQuestion(TranscriptLine line) {
        return line.message().indexOf('?') >= 0 || line.message().indexOf('\u061F') >= 0;
    }

    private static boolean isPersonal(TranscriptLine line, Past past) {
        var said = line.message().toLowerCase(Locale.ROOT);
        return PERSONAL.matcher(said).find()
                || past.personal().stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .anyMatch(word -> word.length() >= LEAST_NAME && said.contains(word));
    }
}
