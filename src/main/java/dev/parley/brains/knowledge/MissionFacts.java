package dev.parley.brains.knowledge;

import dev.parley.agents.Agent;
import dev.parley.agents.Mission;
import dev.parley.brains.knowledge.Knowledge.Passage;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the facts a mission states, and leaves aside what it tells the agent to do.
public final class MissionFacts {
    private static final List<String> ABBREVIATIONS =
            List.of(
                    "mr", "mrs", "ms", "dr", "st", "ave", "rd", "no", "sr", "sra", "dra", "av",
                    "tel", "approx", "डॉ");

    private final List<Passage> facts = new ArrayList<>();
    private String heading = "";
    private String headingAbove = "";
    private String asked = "";

    private MissionFacts() {}

    public static List<Passage> of(Agent agent, String companyName) {
        var reader = new MissionFacts();
        texts(agent.mission()).forEach(text -> reader.read(filled(text, agent, companyName)));
        return List.copyOf(reader.facts);
    }

    /// Everything a mission says, with who the agent is put in the place of `{name}` and so on.
    public static String filled(String text, Agent agent, String companyName) {
        return text.replace("{name}", agent.name())
                .replace("{role}", agent.role())
                .replace("{roleDescription}", agent.roleDescription())
                .replace("{company_name}", companyName);
    }

    public static List<String> texts(@Nullable Mission mission) {
        if (mission == null) {
            return List.of();
        }
        var stages =
                Objects.requireNonNullElse(mission.sequence(), List.<Mission.Stage>of()).stream()
                        .flatMap(stage -> Stream.of(stage.description(), stage.otherNotes()));
        return Stream.concat(Stream.of(mission.prompt(), mission.objective()), stages)
                .filter(Objects::nonNull)
                .toList();
    }

    private void read(String text) {
        heading = "";
        headingAbove = "";
        for (var line : text.lines().toList()) {
            readLine(line.strip());
        }
    }

    private void readLine(String line) {
        var content = withoutBullet(line);
        if (content.isBlank()) {
            headingAbove = heading;
            heading = "";
        } else if (line.startsWith("#") || content.endsWith(":")) {
            heading = content.replace(":", "").strip();
        } else if (content.startsWith("Q:") || content.startsWith("P:")) {
            asked = content.substring(2).strip();
        } else if (!asked.isEmpty()) {
            add(content.replaceFirst("^[AR]:\\s*", ""), "mission", asked);
            asked = "";
        } else if (!line.equals(content)) {
            heading = heading.isEmpty() ? headingAbove : heading;
            readItem(content);
        } else if (!isInstructionHeading()) {
            sentences(content).forEach(sentence -> readSentence(sentence, "mission"));
        }
    }

    private void readItem(String item) {
        if (isInstructionHeading()) {
            return;
        }
        var list = heading.isEmpty() ? "mission" : "list:" + heading;
        sentences(item).forEach(sentence -> readSentence(sentence, list));
    }

    private void readSentence(String sentence, String source) {
        var words = Utterance.of(sentence);
        var quoted = words.find(Cue.HEARD_FROM);
        var topic = words.find(Cue.ASKED_ABOUT);
        if (topic.isPresent()) {
            readRule(words, topic.get());
        } else if (quoted.isPresent() && quoted.get().from() <= 3) {
            add(after(words, quoted.get().to()), source, heading);
        } else if (!isInstruction(words)) {
            add(sentence, source, heading);
        }
    }

    /// "If asked about parking, say it is free" states a fact about parking.
    private void readRule(Utterance words, Utterance.Span topic) {
        var say = words.find(Cue.THEN_SAY);
        if (say.isPresent() && say.get().from() >= topic.to()) {
            add(after(words, say.get().to()), "mission", words.slice(topic.to(), say.get().from()));
        }
    }

    private void add(String text, String source, String about) {
        var words = Utterance.of(text);
        if (words.size() == 0 || (words.size() < 2 && about.isEmpty())) {
            return;
        }
        var spoken = text.replace("**", "").replace(" - ", ", ").replace(" – ", ", ").strip();
        facts.add(
                new Passage(
                        Character.toUpperCase(spoken.charAt(0)) + spoken.substring(1),
                        source,
                        about));
    }

    private boolean isInstructionHeading() {
        return Utterance.of(heading).says(Cue.INSTRUCTION_HEADING);
    }

    public static boolean isInstruction(Utterance sentence) {
        return sentence.startsWith(Cue.INSTRUCTION_START)
                || sentence.endsWith(Cue.INSTRUCTION_END)
                || sentence.says(Cue.INSTRUCTION_WORD)
                || sentence.text().strip().endsWith("?");
    }

    private static String after(Utterance words, int from) {
        return from >= words.size() ? "" : words.text().substring(words.words().get(from).start());
    }

    private static String withoutBullet(String line) {
        int at = 0;
        while (at < line.length() && "-*•#–>+ ".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        int digits = at;
        while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
            digits++;
        }
        boolean numbered =
                digits > at
                        && digits + 1 < line.length()
                        && ".)".indexOf(line.charAt(digits)) >= 0
                        && line.charAt(digits + 1) == ' ';
        return line.substring(numbered ? digits + 1 : at).replace("**", "").strip();
    }

    /// `text` cut after full stops that end a sentence.
    public static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (".!?।".indexOf(text.charAt(i)) >= 0 && endsSentence(text, start, i)) {
                sentences.add(text.substring(start, i + 1).strip());
                start = i + 1;
            }
        }
        sentences.add(text.substring(start).strip());
        sentences.removeIf(String::isBlank);
        return sentences;
    }

    private static boolean endsSentence(String text, int start, int stop) {
        if (stop + 1 >= text.length()) {
            return true;
        }
        if (!Character.isWhitespace(text.charAt(stop + 1))) {
            return false;
        }
        var rest = text.substring(stop + 1).stripLeading();
        boolean startsSmall = !rest.isEmpty() && Character.isLowerCase(rest.charAt(0));
        var words = Utterance.of(text.substring(start, stop)).words();
        boolean abbreviated = !words.isEmpty() && ABBREVIATIONS.contains(words.getLast().plain());
        return !startsSmall && !(abbreviated && text.charAt(stop) == '.');
    }
}
