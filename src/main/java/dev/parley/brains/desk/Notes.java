package dev.parley.brains.desk;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a caller said about a task, detail by detail.
///
/// @param said in his words
/// @param without what he did not want to say or could not make understood
/// @param doubted what he called wrong and has not said anew, with the wrong value
public record Notes(Map<Detail, String> said, Set<Detail> without, Map<Detail, String> doubted) {
    static final Notes NONE = new Notes(Map.of(), Set.of(), Map.of());

    Notes with(Detail detail, String value) {
        var next = new EnumMap<Detail, String>(Detail.class);
        next.putAll(said);
        next.put(detail, value);
        return new Notes(
                Collections.unmodifiableMap(next), minus(without, detail), minus(doubted, detail));
    }

    Notes lacking(Detail detail) {
        return new Notes(minus(said, detail), without, doubted);
    }

    Notes goingOnWithout(Detail detail) {
        var next = EnumSet.of(detail);
        next.addAll(without);
        return new Notes(said, Set.copyOf(next), minus(doubted, detail));
    }

    /// `value` of `detail` counts no more until something else is said.
    Notes doubting(Detail detail, String value) {
        var next = new EnumMap<Detail, String>(Detail.class);
        next.putAll(doubted);
        next.put(detail, value);
        return new Notes(minus(said, detail), without, Collections.unmodifiableMap(next));
    }

    /// `detail` was right after all.
    Notes trusting(Detail detail) {
        return new Notes(said, without, minus(doubted, detail));
    }

    @Nullable String value(Detail detail) {
        return said.get(detail);
    }

    private static Set<Detail> minus(Set<Detail> details, Detail detail) {
        var rest = EnumSet.noneOf(Detail.class);
        rest.addAll(details);
        rest.remove(detail);
        return Collections.unmodifiableSet(rest);
    }

    private static Map<Detail, String> minus(Map<Detail, String> details, Detail detail) {
        var rest = new EnumMap<Detail, String>(Detail.class);
        rest.putAll(details);
        rest.remove(detail);
        return Collections.unmodifiableMap(rest);
    }
}
