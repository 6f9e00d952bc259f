package dev.parley.brains.desk;

import dev.parley.brains.desk.Progress.Focus;
import dev.parley.brains.knowledge.Stems;
import dev.parley.brains.offers.Mention;
import dev.parley.brains.offers.Offer;
import dev.parley.brains.offers.Offers;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Phrase;
import dev.parley.brains.words.Utterance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Answers questions about what is on sale.
final class Showcase {
    private static final int MOST_TOLD = 5;
    private static final int MOST_FACTS = 2;

    /// Words that ask for things on sale whatever they are.
    private static final Set<String> ANY =
            Set.of(
                    "#menu",
                    "#services",
                    "#price",
                    "#delivery",
                    "product",
                    "item",
                    "stock",
                    "kind",
                    "type",
                    "tip");

    private final Offers offers;
    private final Draft draft;

    Showcase(Offers offers, Draft draft) {
        this.offers = offers;
        this.draft = draft;
    }

    /// What answers a question for something by its name, or for everything.
    Optional<Finding> byName(Utterance question) {
        if (offers.isEmpty()) {
            return Optional.empty();
        }
        var mentions = offers.mentions(question);
        if (!mentions.isEmpty()) {
            return about(mentions, question);
        }
        if (!question.says(Cue.LIST_OFFERS)) {
            return Optional.empty();
        }
        return rest(question).isEmpty()
                ? Optional.of(aside -> list(offers.all(), aside))
                : byKind(question);
    }

    /// What answers a question for things of a kind.
    Optional<Finding> byKind(Utterance question) {
        var kind = rest(question);
        if (!offers.isEmpty() && kind.isEmpty() && question.says(Cue.RECOMMEND)) {
            return Optional.of(aside -> list(offers.all(), aside));
        }
        if (offers.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        var found = offers.like(kind);
        return found.isEmpty() ? Optional.empty() : Optional.of(aside -> list(found, aside));
    }

    /// Says some of `all`, and offers to say more.
    Focus list(List<Offer> all, boolean aside) {
        var told = all.stream().limit(MOST_TOLD).map(this::priced).toList();
        draft.borrow(Phrase.ON_OFFER, List.of(), "items", listed(told, Phrase.LIST_AND));
        if (all.size() == 1) {
            return offered(all.getFirst(), aside);
        }
        if (all.size() <= MOST_TOLD) {
            return new Focus.AnythingElse();
        }
        var rest = all.subList(MOST_TOLD, all.size());
        if (!aside) {
            draft.say(Phrase.MORE_ON_OFFER, "count", String.valueOf(rest.size()));
        }
        return new Focus.Listing(rest);
    }

    String listed(List<String> items, Phrase joint) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last))
                        + " "
                        + draft.wording(joint)
                        + " "
                        + items.get(last);
    }

    private String priced(Offer offer) {
        return draft.wording(Phrase.ITEM_FOR, "item", offer.name(), "price", price(offer));
    }

    private String price(Offer offer) {
        return offer.price().spoken(draft.tongue());
    }

    private Optional<Finding> about(List<Mention> mentions, Utterance question) {
        if (!mentions.getFirst().isClear()) {
            return Optional.of(aside -> list(mentions.getFirst().offers(), aside));
        }
        var named =
                mentions.stream().filter(Mention::isClear).map(Mention::first).distinct().toList();
        if (asks(question, "#price")) {
            return Optional.of(aside -> prices(named, aside));
        }
        var offer = named.getFirst();
        var facts = offers.facts(offer, question.text());
        if (!facts.isEmpty()) {
            return Optional.of(aside -> quoted(facts, offer, aside));
        }
        if (asks(question, "#delivery")) {
            var phrase = offer.ships() ? Phrase.OFFER_SHIPS : Phrase.OFFER_STAYS;
            return Optional.of(aside -> said(phrase, offer, aside));
        }
        if (question.says(Cue.ABOUT_OFFER) && !offer.facts().isEmpty()) {
            var told = offer.facts().stream().limit(MOST_FACTS).toList();
            return Optional.of(aside -> described(told, offer, aside));
        }
        boolean asksMore = asksMore(mentions, question);
        return asksMore
                ? Optional.empty()
                : Optional.of(aside -> said(Phrase.OFFER_HAS, offer, aside));
    }

    private Focus prices(List<Offer> named, boolean aside) {
        named.forEach(offer ->
                draft.borrow(
                        Phrase.OFFER_PRICE,
                        List.of(),
                        "item",
                        offer.name(),
                        "price",
                        price(offer)));
        return named.size() > 1 ? new Focus.AnythingElse() : offered(named.getFirst(), aside);
    }

    private Focus said(Phrase phrase, Offer offer, boolean aside) {
        draft.borrow(phrase, List.of(), "item", offer.name(), "price", price(offer));
        if (offer.byAppointment()) {
            draft.say(Phrase.OFFER_BY_APPOINTMENT);
        }
        return offered(offer, aside);
    }

    private Focus described(List<String> facts, Offer offer, boolean aside) {
        quote(facts);
        return said(Phrase.OFFER_PRICE, offer, aside);
    }

    private Focus quoted(List<String> facts, Offer offer, boolean aside) {
        quote(facts);
        return offered(offer, aside);
    }

    private void quote(List<String> facts) {
        var text =
                facts.stream()
                        .map(fact -> fact.replaceFirst("[.।]+$", ""))
                        .collect(Collectors.joining("; "));
        draft.borrow(Phrase.QUOTE, List.of(), "text", text);
    }

    private Focus offered(Offer offer, boolean aside) {
        if (!aside) {
            draft.say(offer.byAppointment() ? Phrase.LIKE_TO_BOOK : Phrase.LIKE_TO_ORDER);
        }
        var order = Order.NONE.with(offer, 1);
        var items = order.basket().spoken(draft.tongue());
        return new Focus.Offered(Task.of(Wish.ORDER).ordering(order).with(Detail.ITEMS, items));
    }

    private static boolean asks(Utterance question, String concept) {
        return Stems.terms(question.text()).stream()
                .anyMatch(term -> term.meaning().equals(concept));
    }

    /// There is more in the question than the name and that it is asked for.
    private static boolean asksMore(List<Mention> mentions, Utterance question) {
        var rest = new StringBuilder();
        for (int at = 0; at < question.size(); at++) {
            int here = at;
            boolean named = mentions.stream().anyMatch(m -> here >= m.from() && here < m.to());
            rest.append(named ? "" : question.words().get(at).plain() + " ");
        }
        return !rest(Utterance.of(rest.toString())).isEmpty();
    }

    /// What `question` asks for besides things on sale as such.
    private static String rest(Utterance question) {
        return Stems.terms(question.text()).stream()
                .filter(term -> !ANY.contains(term.meaning()))
                .filter(term -> !Utterance.of(term.stem()).says(Cue.GREETING))
                .map(Stems.Term::stem)
                .filter(stem -> !isOfTheQuestion(stem, question))
                .collect(Collectors.joining(" "));
    }

    private static boolean isOfTheQuestion(String stem, Utterance question) {
        for (int at = 0; at < question.size(); at++) {
            int length = question.lengthAt(Cue.LIST_OFFERS, at);
            for (int i = at; i < at + length; i++) {
                if (Stems.stem(question.words().get(i).plain()).equals(stem)) {
                    return true;
                }
            }
        }
        return false;
    }
}
