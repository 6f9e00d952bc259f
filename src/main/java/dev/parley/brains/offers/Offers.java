package dev.parley.brains.offers;

import dev.parley.brains.knowledge.Knowledge;
import dev.parley.brains.knowledge.Knowledge.Passage;
import dev.parley.brains.knowledge.Stems;
import dev.parley.brains.words.Utterance;
import dev.parley.products.Product;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is on sale.
public final class Offers {
    private static final double HALF = 0.34;
    private static final double WHOLE = 0.99;
    private static final int MANY = 40;
    private static final int LONGEST_NAME = 6;
    private static final int MOST_REMEMBERED = 40;

    /// What a word of a description is worth beside one of a name.
    private static final double HINT = 0.5;

    private final List<Offer> all;
    private final Names names;
    private final Map<Offer, Set<String>> hints = new HashMap<>();
    private final Map<String, List<Mention>> heardBefore = new HashMap<>();
    private @Nullable Knowledge kinds;

    private record Candidate(Offer offer, int to, double weight, double share) {}

    private Offers(List<Offer> all) {
        this.all = all;
        this.names = new Names(all);
    }

    public static Offers of(List<Product> products) {
        return new Offers(
                products.stream()
                        .filter(Product::active)
                        .map(Offer::of)
                        .filter(offer -> !offer.name().isBlank())
                        .toList());
    }

    /// As if nothing but `some` were on sale.
    public static Offers only(List<Offer> some) {
        return new Offers(some);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public List<Offer> all() {
        return all;
    }

    /// What the caller names, in his order.
    public List<Mention> mentions(Utterance heard) {
        if (heardBefore.size() > MOST_REMEMBERED) {
            heardBefore.clear();
        }
        return heardBefore.computeIfAbsent(heard.text(), any -> search(heard));
    }

    private List<Mention> search(Utterance heard) {
        var found = new ArrayList<Mention>();
        for (int at = 0; at < heard.size() && !all.isEmpty(); ) {
            var mention = mention(heard, at);
            mention.ifPresent(found::add);
            at = mention.map(Mention::to).orElse(at + 1);
        }
        return List.copyOf(found);
    }

    /// Those that are of the kind `question` asks for: spicy ones, drinks.
    public List<Offer> like(String question) {
        var called = kinds().answer(question).stream().map(Passage::text).toList();
        return all.stream().filter(offer -> called.contains(offer.name())).toList();
    }

    /// Made when it is first asked for: of very many things that takes a while.
    private Knowledge kinds() {
        var made = kinds;
        if (made == null) {
            made =
                    new Knowledge(
                            all.stream()
                                    .map(o -> new Passage(o.name(), "list:offers", o.about()))
                                    .toList());
            kinds = made;
        }
        return made;
    }

    /// What `offer` states about `question`; empty when it says nothing about it.
    public List<String> facts(Offer offer, String question) {
        var rest = new StringBuilder();
        for (var word : Utterance.of(question).words()) {
            boolean isName = names.meant(word.plain()).stream().anyMatch(names.of(offer)::contains);
            rest.append(isName ? "" : word.plain() + ' ');
        }
        var facts = offer.facts().stream().map(fact -> new Passage(fact, "offer", "")).toList();
        return new Knowledge(facts).answer(rest.toString()).stream().map(Passage::text).toList();
    }

    /// What is most like `wanted`, which is not on offer.
    public Optional<Offer> nearest(String wanted) {
        var plain = Utterance.plain(wanted);
        var shared = Names.stems(wanted);
        return all.stream().max(Comparator.comparingDouble(o -> likeness(o, plain, shared)));
    }

    private double likeness(Offer offer, String plain, Set<String> stems) {
        long named = names.of(offer).stream().filter(stems::contains).count();
        var hinted = hints.computeIfAbsent(offer, any -> Names.stems(any.about()));
        long told = hinted.stream().filter(stems::contains).count();
        return Likeness.share(plain, Utterance.plain(offer.name())) + named + HINT * told;
    }

    /// Whether the names of both have a word in common.
    static boolean areAlike(Offer one, Offer other) {
        var shared = new HashSet<>(Names.stems(one.name()));
        shared.retainAll(Names.stems(other.name()));
        return !shared.isEmpty();
    }

    private Optional<Mention> mention(Utterance heard, int at) {
        var read =
                candidates(heard, at).stream()
                        .flatMap(offer -> read(heard, at, offer).stream())
                        .sorted(
                                Comparator.comparingDouble(Candidate::weight)
                                        .thenComparingDouble(Candidate::share)
                                        .reversed())
                        .toList();
        if (read.isEmpty()) {
            return Optional.empty();
        }
        var best = read.getFirst();
        var equal = read.stream().filter(other -> other.weight > best.weight - 0.001).toList();
        boolean whole = best.share >= WHOLE;
        if (!whole && heard.isNumber(at)) {
            // "Four pizzas" are four of them, though one is called four olive pizza.
            return Optional.empty();
        }
        boolean known = whole || equal.size() == 1 || best.share >= HALF;
        var meant = whole ? List.of(best.offer) : equal.stream().map(Candidate::offer).toList();
        return known ? Optional.of(new Mention(at, best.to, meant, whole)) : Optional.empty();
    }

    /// What the word at `at` may name; of very many only those that the next words name as well.
    private Set<Offer> candidates(Utterance heard, int at) {
        Set<Offer> candidates = new LinkedHashSet<>();
        for (var stem : meant(heard, at)) {
            candidates.addAll(names.with(stem));
        }
        int end = Math.min(heard.size(), at + LONGEST_NAME);
        for (int next = at + 1; next < end && candidates.size() > MANY; next++) {
            for (var stem : meant(heard, next)) {
                var both = new LinkedHashSet<>(names.with(stem));
                both.retainAll(candidates);
                candidates = both.isEmpty() ? candidates : both;
            }
        }
        return candidates;
    }

    /// How far the words from `at` on name `offer`, in whatever order.
    private Optional<Candidate> read(Utterance heard, int at, Offer offer) {
        var left = new HashSet<>(names.of(offer));
        double weight = 0;
        int to = at;
        boolean telling = false;
        for (int next = at; next < heard.size() && next <= to + 1 && !left.isEmpty(); next++) {
            var meant = meant(heard, next);
            boolean paused = next > at && heard.pausesAfter(next - 1);
            var stem =
                    paused
                            ? Optional.<String>empty()
                            : meant.stream().filter(left::remove).findFirst();
            if (stem.isPresent()) {
                weight += names.weight(stem.get());
                telling |= isTelling(heard, next, stem.get());
                to = isJoined(heard, next, stem.get()) ? ++next + 1 : next + 1;
            } else if (paused || !isSmall(heard, next)) {
                break;
            }
        }
        double whole = names.whole(offer);
        double share = whole == 0 ? 0 : weight / whole;
        return to > at && (telling || share >= WHOLE && to - at > 1)
                ? Optional.of(new Candidate(offer, to, weight, share))
                : Optional.empty();
    }

    private Set<String> meant(Utterance heard, int at) {
        var word = heard.words().get(at).plain();
        var meant = names.meant(word);
        return meant.isEmpty() && at + 1 < heard.size()
                ? names.meantTogether(word, heard.words().get(at + 1).plain())
                : meant;
    }

    private boolean isJoined(Utterance heard, int at, String stem) {
        return !names.meant(heard.words().get(at).plain()).contains(stem);
    }

    /// Numbers and words such as "delivery" do not name anything by themselves.
    private static boolean isTelling(Utterance heard, int at, String stem) {
        var word = heard.words().get(at).plain();
        return stem.length() > 2 && !heard.isNumber(at) && !Names.isCommon(word);
    }

    private static boolean isSmall(Utterance heard, int at) {
        return Stems.terms(heard.words().get(at).plain()).isEmpty();
    }
}
