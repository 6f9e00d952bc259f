package dev.parley.brains.offers;

import dev.parley.brains.words.Phrase;
import dev.parley.brains.words.Phrases;
import dev.parley.brains.words.Tongue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a caller orders, line by line.
///
/// @param lines each offer once
/// @param latest the line spoken of last; -1 for none
public record Basket(List<Line> lines, int latest) {
    public static final Basket EMPTY = new Basket(List.of(), -1);

    private static final int MOST = 999;

    /// @param note how the caller wants it: "without sauce"; mostly empty
    public record Line(Offer offer, int quantity, String note) {
        Line of(int count) {
            return new Line(offer, Math.clamp(count, 1, MOST), note);
        }

        Line noted(String text) {
            return new Line(offer, quantity, note.isEmpty() ? text : note + ", " + text);
        }
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public Optional<Line> line(Offer offer) {
        return lines.stream().filter(line -> line.offer().equals(offer)).findFirst();
    }

    public Optional<Line> latestLine() {
        return latest < 0 || latest >= lines.size()
                ? Optional.empty()
                : Optional.of(lines.get(latest));
    }

    /// With `count` of `offer`, however many there were.
    public Basket with(Offer offer, int count) {
        return line(offer)
                .map(line -> changed(line, line.of(count)))
                .orElseGet(() -> added(new Line(offer, 1, "").of(count)));
    }

    /// With `offer` in the place of `old`.
    Basket replacing(Line old, Offer offer, int count) {
        return line(offer).isPresent()
                ? without(old.offer()).with(offer, count)
                : changed(old, new Line(offer, 1, "").of(count));
    }

    Basket noting(Line line, String note) {
        return line.note().contains(note) ? this : changed(line, line.noted(note));
    }

    public Basket without(Offer offer) {
        var rest = lines.stream().filter(line -> !line.offer().equals(offer)).toList();
        return new Basket(rest, rest.size() - 1);
    }

    /// Empty when it is empty or its prices are in several currencies.
    public Optional<Price> total() {
        long currencies =
                lines.stream().map(line -> line.offer().price().currency()).distinct().count();
        return currencies == 1
                ? lines.stream()
                        .map(line -> line.offer().price().times(line.quantity()))
                        .reduce(Price::plus)
                : Optional.empty();
    }

    /// A time has to be agreed on for something in it.
    public boolean needsTime() {
        return lines.stream().anyMatch(line -> line.offer().byAppointment());
    }

    /// Nothing in it has to change hands.
    public boolean isService() {
        return !isEmpty() && lines.stream().allMatch(line -> line.offer().byAppointment());
    }

    /// As it is read back: "two Ember Wings and one Lemonade".
    public String spoken(Tongue tongue) {
        var items = lines.stream().map(line -> spoken(line, tongue)).toList();
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last))
                        + " "
                        + Phrases.wordings(tongue, Phrase.LIST_AND).getFirst()
                        + " "
                        + items.get(last);
    }

    private static String spoken(Line line, Tongue tongue) {
        var note = line.note().isEmpty() ? "" : " " + line.note();
        return spoken(line.quantity(), line.offer().name(), tongue) + note;
    }

    private static String spoken(int count, String name, Tongue tongue) {
        var words = Phrases.wordings(tongue, Phrase.NUMBERS).getFirst().split(" ");
        boolean feminine =
                count == 1 && tongue == Tongue.SPANISH && name.split(" ")[0].endsWith("a");
        var number = feminine ? "una" : count <= words.length ? words[count - 1] : "" + count;
        return number + " " + name;
    }

    private Basket added(Line line) {
        var next = new ArrayList<>(lines);
        next.add(line);
        return new Basket(List.copyOf(next), lines.size());
    }

    private Basket changed(Line old, Line line) {
        int at = lines.indexOf(old);
        var next = new ArrayList<>(lines);
        next.set(at, line);
        return new Basket(List.copyOf(next), at);
    }
}
