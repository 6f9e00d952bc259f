package dev.parley.understanding;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The caller's own postal address, as said, in one line.
final class CallerAddress {
    private static final Phrases BUSINESS =
            Phrases.of(
                    "our address, we're located, we are located, our office, our store, our shop, estamos en, nuestra direccion, hamara pata, hamari dukaan, हमारा पता, we're at, we are at");
    private static final Phrases MAIL = Phrases.of("email address, e mail address, mail address");
    private static final Phrases YOURS =
            Phrases.of(
                    "you, your, usted, ustedes, su, aap, aapka, आप, आपका, is the, are you, is your");
    private static final Phrases MARKER =
            Phrases.of(
                    """
                    my address is, my home address is, i live at, i live on, i'm at, i am at, i'm on, deliver it to, deliver to, delivered to, send it to, ship it to, ship to, come to, address is, the address is, located at, we're at, we are at, it's at, my place is,
                    i live in, address, my house is at, the house is at, pick it up from, pick up from,
                    mi direccion es, la direccion es, direccion es, vivo en, estoy en, mandelo a, envielo a, enviarlo a, entregar en, es en, mi domicilio es, es en la, a la calle,
                    mera pata hai, mera pata, mera address hai, mera address, ghar ka pata hai, ghar ka pata, pata hai, pata, address hai, mera ghar, मेरा पता है, मेरा पता, घर का पता है, घर का पता, पता है, पता, मेरा घर, एड्रेस है, मेरा एड्रेस\
                    """);
    private static final Phrases AGENTS_MARKER =
            Phrases.of(
                    "deliver to, delivered to, delivery to, address as, address is, address, send it to, come to, at, to, direccion es, direccion, en, a, pata, पता, पर");
    private static final Phrases HINDI_TAIL =
            Phrases.of(
                    "mein rehta, mein rehti, me rehta, me rehti, par bhej, pe bhej, pe bhejna, par bhejna, par deliver, pe deliver, में रहता, में रहती, पर भेज, पर डिलीवर, pe bhejna");
    private static final Phrases END =
            Phrases.of(
                    """
                    and my, and i'm, i'm, and this is, and the phone, the phone, name is, and it's for, and the name, my name, my number, my phone, please, thank, thanks, by the way, and i, and it's, i need, i want, can you, could you, is that, do you, what time, and can, but, right now, for delivery, and that, it's a, it is a, near the, so,
                    y mi, y me llamo, me llamo, y soy, soy, a nombre, mi nombre, mi numero, mi telefono, por favor, gracias, y el, y quiero, aur mera, mera naam, mera number, hai, mein rehta, mein rehti, me rehta, par bhej, pe bhej, par deliver, pe deliver, bhej, pin,
                    है, और मेरा, मेरा नाम, मेरा नंबर, में रहता, में रहती, पर भेज, पर डिलीवर, भेज, प्लीज, par aana, पर आ, par aa\
                    """);
    private static final Phrases LEAD =
            Phrases.of(
                    """
                    yes, yeah, sure, ok, okay, uh, um, oh, it's, its, it is, well, that's, of course, so, to, at, es, si, claro, pues, eh, en, a, haan, ji, haan ji, हां, जी, हां जी, main, मैं, right, no, sorry, actually, not, the, bueno, to the, vale, i'm, we're, deliver, my home, home, is,
                    it would be, that would be, please, and, perdon, send it, hmm, la direccion, on, in\
                    """);

    private static final Set<String> BREAKS = Set.of("hai", "aur", "main", "है", "और", "मैं");

    private final AddressWords words = new AddressWords();
    private @Nullable String address;
    private @Nullable String readBack;
    private boolean isAsked;
    private boolean isNameAsked;
    private boolean isContinuing;
    private boolean isAnnounced;

    void agentSaid(Utterance said, Set<Topic> asked) {
        if (said.size() <= 3 && asked.isEmpty()) {
            return;
        }
        isAsked = asked.contains(Topic.ADDRESS);
        isNameAsked = asked.contains(Topic.NAME);
        isContinuing = isAsked && address != null;
        isAnnounced = false;
        readBack = said.isQuestion() ? readBack(said) : null;
    }

    private @Nullable String readBack(Utterance said) {
        if (BUSINESS.in(said)) {
            return null;
        }
        for (var at = 0; at < said.size(); at++) {
            var length = AGENTS_MARKER.at(said, at);
            var found = length == 0 ? "" : taken(said, at + length);
            if (words.isPostal(found) && words.hasStreet(found)) {
                return found;
            }
        }
        return null;
    }

    void callerSaid(Utterance heard, Set<Intent> intents) {
        var said = Utterance.of(SpokenNumbers.digits(heard.text()));
        if (address != null && isNegative(intents)) {
            var corrected = words.corrected(address, said);
            if (!corrected.equals(address)) {
                address = corrected;
                return;
            }
        }
        var found = stated(said);
        if (found == null
                && (isAsked
                        || isAnnounced
                        || intents.contains(Intent.CORRECTION) && address != null)) {
            found = answered(said);
        }
        if (found != null) {
            take(found);
        } else if (readBack != null && Intent.agrees(said, intents)) {
            address = readBack;
            readBack = null;
        } else if (address != null && isContinuing && words.isContinuation(said)) {
            address = address + ", " + taken(said, 0);
        } else if (!said.isQuestion()) {
            isContinuing = isContinuing && said.size() <= 2;
        }
    }

    private void take(String found) {
        var isAdded = isContinuing && address != null && !words.isFull(found);
        address = isAdded ? address + ", " + found : found;
        isContinuing = true;
        readBack = null;
    }

    private static boolean isNegative(Set<Intent> intents) {
        return intents.contains(Intent.CORRECTION) || intents.contains(Intent.NO);
    }

    private @Nullable String stated(Utterance said) {
        for (var at = 0; at < said.size(); at++) {
            var length = MARKER.at(said, at);
            if (length == 0 || isSomebodyElses(said, at, length)) {
                continue;
            }
            var from = at + length;
            isAnnounced = from >= said.size();
            var found = taken(said, from);
            if (words.isPostal(found)) {
                return found;
            }
        }
        return beforeTail(said);
    }

    /// In Hindi the verb comes after the place: "hostel number 4 pe bhejna".
    private @Nullable String beforeTail(Utterance said) {
        var from = 0;
        for (var at = 0; at < said.size(); at++) {
            from =
                    BREAKS.contains(said.key(at)) || said.word(at).opensSentence() && at > 0
                            ? at
                            : from;
            if (HINDI_TAIL.at(said, at) > 0) {
                var found =
                        taken(
                                said,
                                pastLead(said, BREAKS.contains(said.key(from)) ? from + 1 : from));
                return words.isPostal(found) && !Owner.isSomebodyElse(said, 0, at) ? found : null;
            }
        }
        return null;
    }

    private boolean isSomebodyElses(Utterance said, int at, int length) {
        var isMail = MAIL.within(said, Math.max(0, at - 2), at + length);
        return isMail
                || Owner.isSomebodyElse(said, Math.max(0, said.clauseStart(at)), at + length)
                || said.isQuestion() && YOURS.in(said);
    }

    private @Nullable String answered(Utterance said) {
        var from = Math.max(pastLead(said, 0), words.start(said, isNameAsked));
        var found = taken(said, from);
        var isPart = isContinuing && words.isPart(found);
        var isForeign =
                Owner.isSomebodyElse(said, 0, from + 3)
                        || said.isQuestion()
                        || EmailAddresses.find(said.text()).isPresent();
        return (words.isPostal(found) || isPart || isAsked && words.isShortAnswer(found))
                        && !isForeign
                ? found
                : null;
    }

    private static int pastLead(Utterance said, int from) {
        var at = from;
        while (at < said.size() && LEAD.at(said, at) > 0) {
            at += LEAD.at(said, at);
        }
        return at;
    }

    /// From a word to where the address ends: a new sentence or talk of something else.
    private String taken(Utterance said, int from) {
        var end = from;
        while (end < said.size()) {
            var isNewSentence =
                    end > from
                            && said.word(end).opensSentence()
                            && !words.goesOnAfterStop(said, end);
            if (isNewSentence || END.at(said, end) > 0 && end > from) {
                break;
            }
            end++;
        }
        return said.slice(from, Math.min(end, from + 24)).strip();
    }

    @Nullable String value() {
        return address;
    }
}
