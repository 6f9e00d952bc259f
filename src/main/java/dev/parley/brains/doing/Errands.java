package dev.parley.brains.doing;

import dev.parley.brains.knowledge.Stems;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Utterance;
import dev.parley.live.Tool;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The tools of an agent, and which of them does what a caller wants.
public final class Errands {
    public static final Errands NONE = new Errands(List.of());

    private static final double ENOUGH = 0.6;

    private final List<Tool> tools;
    private final List<Offered> offered;

    private record Offered(Errand errand, Set<String> called, Set<String> told) {}

    private record Hit(Errand errand, double covered, double called) {}

    private Errands(List<Tool> tools) {
        this.tools = List.copyOf(tools);
        this.offered =
                tools.stream()
                        .map(Errands::read)
                        .filter(k -> k.errand.schema().isFillable())
                        .toList();
    }

    public static Errands of(List<Tool> tools) {
        return tools.isEmpty() ? NONE : new Errands(tools);
    }

    /// Whether these are the errands of `others`.
    public boolean areOf(List<Tool> others) {
        return tools.equals(others);
    }

    /// The tool for the first of `purposes` that one is there for; of several the one that is most
    /// like what was said.
    public Optional<Errand> forPurpose(Utterance heard, Purpose... purposes) {
        var asked = terms(heard.text());
        return Arrays.stream(purposes)
                .flatMap(purpose ->
                        offered.stream()
                                .filter(known -> known.errand.purpose() == purpose)
                                .max(Comparator.comparingDouble(known -> hit(known, asked).covered))
                                .stream())
                .map(Offered::errand)
                .findFirst();
    }

    /// The tool that does what `heard` asks for, when it is none of the desk's own errands.
    public Optional<Errand> askedFor(Utterance heard) {
        var asked = terms(heard.text());
        boolean tracks = heard.says(Cue.TRACKING);
        return offered.stream()
                .filter(known ->
                        Set.of(Purpose.LOOKUP, Purpose.OTHER).contains(known.errand.purpose()))
                .map(known -> hit(known, asked))
                .filter(hit ->
                        hit.called > 0 && hit.covered >= ENOUGH
                                || tracks && hit.errand.purpose() == Purpose.LOOKUP && tracks(hit))
                .max(Comparator.comparingDouble(Hit::covered).thenComparingDouble(Hit::called))
                .map(Hit::errand);
    }

    private static boolean tracks(Hit hit) {
        var tool = hit.errand.tool();
        var words =
                Utterance.of(
                        Meaning.readable(tool.name())
                                + ". "
                                + tool.title()
                                + ". "
                                + tool.description());
        return words.says(Cue.TOOL_TRACKS);
    }

    private static Hit hit(Offered known, Set<String> asked) {
        double covered = asked.stream().filter(known.told::contains).count();
        double called = asked.stream().filter(known.called::contains).count();
        return new Hit(
                known.errand,
                asked.isEmpty() ? 0 : covered / asked.size(),
                called / Math.max(1, known.called.size()));
    }

    private static Offered read(Tool tool) {
        var called = terms(Meaning.readable(tool.name()) + " " + tool.title());
        var told = new HashSet<>(called);
        told.addAll(terms(tool.description()));
        var errand =
                new Errand(
                        tool, Purpose.of(tool), Schema.of(tool.parameters()), Map.of(), Set.of());
        return new Offered(errand, called, told);
    }

    private static Set<String> terms(String text) {
        return Stems.terms(text).stream().map(Stems.Term::meaning).collect(Collectors.toSet());
    }
}
