package dev.parley.brains.desk;

import dev.parley.agents.Mission;
import dev.parley.brains.knowledge.MissionFacts;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Utterance;
import dev.parley.understanding.Language;
import dev.parley.understanding.Languages;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The mission's stages as the brain follows them: what each one asks the caller for.
///
/// @param stages in the mission's order
/// @param elsewhere details asked for outside the stages
/// @param wishes what the mission says the business does for callers
public record Plan(List<Stage> stages, Set<Detail> elsewhere, Set<Wish> wishes) {
    private static final int MOST_QUESTIONS = 3;
    private static final Map<String, String> CALLER_TO_YOU =
            Map.of(
                    "they", "you", "their", "your", "them", "you", "theyre", "you're", "theyd",
                    "you'd", "he", "you", "she", "you");

    /// One stage: what it asks for, and its questions that no [Detail] covers.
    public record Stage(String name, Set<Detail> details, List<Question> questions) {}

    /// A question of the mission.
    ///
    /// @param text a whole question when `complete`, else what follows "could you tell me"
    public record Question(String text, boolean complete, Language language) {}

    public static Plan of(@Nullable Mission mission) {
        var all = String.join("\n", MissionFacts.texts(mission));
        var words = Utterance.of(all);
        var wishes = EnumSet.of(Wish.MESSAGE);
        if (words.says(Cue.ORDER) || words.says(Cue.TAKES_ORDERS)) {
            wishes.add(Wish.ORDER);
        }
        if (words.says(Cue.BOOKING) || words.says(Cue.TAKES_BOOKINGS)) {
            wishes.add(Wish.BOOKING);
        }
        var sequence = mission == null ? null : mission.sequence();
        var stages =
                Objects.requireNonNullElse(sequence, List.<Mission.Stage>of()).stream()
                        .map(Plan::stage)
                        .toList();
        return new Plan(stages, detailsAskedIn(all), wishes);
    }

    public boolean asksFor(Detail detail) {
        return elsewhere.contains(detail)
                || stages.stream().anyMatch(s -> s.details.contains(detail));
    }

    /// `details` in the order the stages ask for them; what no stage names stays behind its
    /// neighbour.
    public List<Detail> order(List<Detail> details) {
        var rank = new HashMap<Detail, Integer>();
        int before = 0;
        for (var detail : details) {
            before = stageOf(detail).orElse(before);
            rank.put(detail, before);
        }
        return details.stream()
                .sorted((a, b) -> Integer.compare(rank.getOrDefault(a, 0), rank.getOrDefault(b, 0)))
                .toList();
    }

    /// The mission's own questions, in a language the caller speaks.
    public List<Question> questions(Language language) {
        return stages.stream()
                .flatMap(stage -> stage.questions.stream())
                .filter(question -> question.language == language)
                .limit(MOST_QUESTIONS)
                .toList();
    }

    private Optional<Integer> stageOf(Detail detail) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).details.contains(detail)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static Stage stage(Mission.Stage stage) {
        var text = stage.description() + ". " + Objects.requireNonNullElse(stage.otherNotes(), "");
        var questions =
                MissionFacts.sentences(text).stream().flatMap(s -> question(s).stream()).toList();
        return new Stage(stage.stageName(), detailsAskedIn(text), questions);
    }

    /// What sentences like "Ask for the name and phone number" ask for.
    private static Set<Detail> detailsAskedIn(String text) {
        var asked = EnumSet.noneOf(Detail.class);
        for (var line : text.lines().toList()) {
            for (var sentence : MissionFacts.sentences(line)) {
                var words = Utterance.of(sentence);
                if (words.says(Cue.ASKS_FOR)) {
                    asked.addAll(named(words));
                }
            }
        }
        return asked;
    }

    private static Set<Detail> named(Utterance words) {
        var named = EnumSet.noneOf(Detail.class);
        for (var detail : Detail.values()) {
            if (words.says(detail.cue)) {
                named.add(detail);
            }
        }
        return named;
    }

    private static Optional<Question> question(String sentence) {
        var words = Utterance.of(sentence);
        int ask =
                words.find(Cue.ASK_ABOUT)
                        .filter(span -> span.from() <= 2)
                        .map(Utterance.Span::to)
                        .orElse(-1);
        if (ask < 0 || ask >= words.size() || !named(words).isEmpty()) {
            return Optional.empty();
        }
        var language = Languages.of(sentence, Language.ENGLISH);
        int quote = sentence.indexOf('"');
        int end = sentence.indexOf('"', quote + 1);
        if (quote >= 0 && end > quote) {
            return Optional.of(new Question(sentence.substring(quote + 1, end), true, language));
        }
        return Optional.of(new Question(toCaller(words, ask), false, language));
    }

    private static String toCaller(Utterance words, int from) {
        var text = new ArrayList<String>();
        for (int i = from; i < words.size(); i++) {
            text.add(
                    CALLER_TO_YOU.getOrDefault(
                            words.words().get(i).plain(), words.slice(i, i + 1)));
        }
        return String.join(" ", text).toLowerCase(Locale.ROOT);
    }
}
