package dev.parley.brains.offers;

import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Utterance;
import dev.parley.understanding.Intent;
import dev.parley.understanding.Language;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a caller says about his order, read against what is on sale.
///
/// @param items what he names
/// @param unknown what he names that is not on sale
/// @param loose how many, where he says no more than that; 0 for nothing
/// @param more he wants it in addition
public record Reading(List<Item> items, List<String> unknown, int loose, boolean more) {
    private static final int FEW_WORDS = 7;
    private static final Set<Intent> AGREEMENT = EnumSet.of(Intent.YES, Intent.THANKS, Intent.WAIT);
    private static final Set<String> TO = Set.of("to", "into", "a", "ko", "को");
    private static final Set<String> FOR = Set.of("for", "under", "para");
    private static final List<Cue> NO_ITEM =
            List.of(
                    Cue.ORDER,
                    Cue.ORDER_LOOSELY,
                    Cue.FILLER,
                    Cue.POLITE_END,
                    Cue.WISH_LEAD,
                    Cue.MORE,
                    Cue.REMOVE,
                    Cue.REMOVE_AFTER,
                    Cue.MAKE_IT,
                    Cue.PICKUP,
                    Cue.DELIVERY,
                    Cue.TIME_WORD,
                    Cue.TIME_JOINT,
                    Cue.GREETING,
                    Cue.HESITATION,
                    Cue.OF_THEM,
                    Cue.INDEFINITE,
                    Cue.THANKING,
                    Cue.NO_WORD,
                    Cue.BOOKING,
                    Cue.INSTEAD);

    /// @param count how many; 0 where he does not say
    /// @param removed he does not want it
    public record Item(Mention mention, int count, boolean removed, String note) {}

    /// Reads `heard`, of which everything is about the order.
    public static Reading of(Utterance heard, Offers offers, Language language) {
        var mentions = offers.mentions(heard);
        var reader = new Reader(heard, language);
        var items = new ArrayList<Item>();
        var unknown = new ArrayList<String>();
        int end = 0;
        for (int i = 0; i < mentions.size(); i++) {
            int next = i + 1 < mentions.size() ? mentions.get(i + 1).from() : heard.size();
            var item = reader.item(mentions.get(i), end, next);
            unknown.addAll(reader.unknown(end, reader.start));
            if (reader.isSomethingElse(mentions.get(i), reader.start, reader.end)) {
                unknown.add(heard.slice(reader.namedFrom, reader.namedTo));
            } else {
                items.add(item);
            }
            end = reader.end;
        }
        unknown.addAll(reader.unknown(end, heard.size()));
        int loose = items.isEmpty() && unknown.isEmpty() ? reader.loose() : 0;
        return new Reading(items, unknown, loose, heard.says(Cue.MORE));
    }

    private static final class Reader {
        private final Utterance heard;
        private final Language language;

        /// Of the item read last: its first word, and the word behind it.
        private int start;

        private int end;
        private int namedFrom;
        private int namedTo;

        Reader(Utterance heard, Language language) {
            this.heard = heard;
            this.language = language;
        }

        Item item(Mention mention, int from, int next) {
            var before =
                    Quantity.before(heard, mention.from(), language).filter(q -> q.from() >= from);
            start = before.map(Quantity::from).orElse(mention.from());
            end = mention.to();
            var count = before.or(() -> after(mention.to(), next));
            int refused = removalBefore(from);
            start -= refused;
            int refusedAfter = end < next ? heard.lengthAt(Cue.REMOVE_AFTER, end) : 0;
            end += refusedAfter;
            boolean removed = refused > 0 || refusedAfter > 0;
            return new Item(
                    mention,
                    count.map(Quantity::count).orElse(0),
                    removed,
                    removed ? "" : note(next));
        }

        /// "lemonade teen", "ember wings, two": unless the number belongs to what follows.
        private Optional<Quantity> after(int at, int next) {
            if (at >= next) {
                return Optional.empty();
            }
            boolean changed = TO.contains(heard.words().get(at).plain()) && at + 1 < next;
            var found = Quantity.at(heard, changed ? at + 1 : at, language);
            boolean belongs =
                    found.isPresent() && (found.get().to() < next || next == heard.size());
            if (belongs) {
                end = found.get().to();
            }
            return belongs ? found : Optional.empty();
        }

        /// How many words say that what starts here is not wanted: "no lemonade", not "no,
        /// lemonade".
        private int removalBefore(int from) {
            int at = start;
            while (at > from && heard.lengthAt(Cue.ARTICLE, at - 1) > 0) {
                at--;
            }
            int length = at > from ? heard.lengthBefore(Cue.REMOVE, at) : 0;
            boolean pauses = at > 0 && heard.pausesAfter(at - 1);
            boolean counted = isCounted(at);
            boolean no = length == 1 && heard.lengthBefore(Cue.NO_WORD, at) == 1;
            return length == 0 || at - length < from || pauses || no && counted
                    ? 0
                    : start - at + length;
        }

        private boolean isCounted(int at) {
            return Quantity.at(heard, at, Language.SPANISH).isPresent() || heard.isNumber(at);
        }

        private String note(int next) {
            if (end >= next
                    || heard.lengthAt(Cue.WITH_OR_WITHOUT, end) == 0
                    || next < heard.size() && next - end < 2) {
                return "";
            }
            int from = end;
            while (end < next && !isJoint(end) && !(end > from && heard.pausesAfter(end - 1))) {
                end++;
            }
            while (end > from && heard.lengthBefore(Cue.POLITE_END, end) > 0) {
                end -= heard.lengthBefore(Cue.POLITE_END, end);
            }
            return end - from < 2 ? "" : heard.slice(from, end);
        }

        /// Part of a name with a word beside it that no name has: "chicken soup" is no chicken
        /// wings.
        boolean isSomethingElse(Mention mention, int from, int to) {
            boolean left =
                    from > 0
                            && from == mention.from()
                            && !heard.pausesAfter(from - 1)
                            && isContent(from - 1);
            boolean right =
                    to < heard.size()
                            && to == mention.to()
                            && !heard.pausesAfter(to - 1)
                            && isContent(to);
            namedFrom = left ? from - 1 : mention.from();
            namedTo = right ? to + 1 : mention.to();
            start = left ? namedFrom : start;
            end = right ? namedTo : end;
            return !mention.whole() && (left || right);
        }

        List<String> unknown(int from, int to) {
            var found = new ArrayList<String>();
            int at = from;
            for (int i = from; i <= to; i++) {
                boolean cut = i == to || isJoint(i) || i > from && heard.pausesAfter(i - 1);
                if (cut) {
                    content(at, i).ifPresent(found::add);
                    at = i < to && isJoint(i) ? i + 1 : i;
                }
            }
            return found;
        }

        private Optional<String> content(int from, int to) {
            int first = from;
            while (first < to && !isContent(first)) {
                first++;
            }
            int last = to;
            while (last > first && !isContent(last - 1)) {
                last--;
            }
            boolean forSomebody = from < to && FOR.contains(heard.words().get(from).plain());
            boolean agrees =
                    Intent.of(heard.slice(from, to)).stream().anyMatch(AGREEMENT::contains);
            return first >= last || forSomebody || agrees
                    ? Optional.empty()
                    : Optional.of(heard.slice(first, last));
        }

        private boolean isContent(int at) {
            var word = heard.words().get(at).plain();
            if (heard.isNumber(at)
                    || Quantity.at(heard, at, language).isPresent()
                    || Names.isCommon(word)) {
                return false;
            }
            return NO_ITEM.stream().noneMatch(cue -> covers(cue, at));
        }

        /// A phrase of `cue` has the word at `at` in it.
        private boolean covers(Cue cue, int at) {
            for (int from = Math.max(0, at - 5); from <= at; from++) {
                if (from + heard.lengthAt(cue, from) > at) {
                    return true;
                }
            }
            return false;
        }

        private boolean isJoint(int at) {
            return heard.lengthAt(Cue.JOINT, at) > 0;
        }

        int loose() {
            if (heard.size() > FEW_WORDS) {
                return 0;
            }
            for (int at = 0; at < heard.size(); at++) {
                var found = Quantity.at(heard, at, language);
                if (found.isPresent() && !covers(Cue.MAKE_IT, at)) {
                    return found.get().count();
                }
            }
            return 0;
        }
    }
}
