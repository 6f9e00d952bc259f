package dev.parley.brains.words;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Something a text may say, as a list of phrases in every language; see `cues.properties`.
public enum Cue {
    ORDER,
    ORDER_LOOSELY,
    BOOKING,
    MESSAGE,
    MESSAGE_FOR,
    FOR_WHOM,
    KEEPS_ITS_NAME,
    CALLBACK,
    EXISTING,
    NEED,
    QUESTION_START,
    QUESTION_WORD,
    RECOMMEND,
    SORRY,
    GREETING,
    HOW_ARE_YOU,
    WHO_ARE_YOU,
    WHAT_CAN_YOU_DO,
    ROBOT,
    SPEAK_ENGLISH,
    SPEAK_SPANISH,
    SPEAK_HINDI,
    PICKUP,
    DELIVERY,
    TIME_WORD,
    TIME_JOINT,
    NUMBER_WORD,
    FILLER,
    POLITE_END,
    HESITATION,
    NO_WORD,
    WISH_LEAD,
    INDEFINITE,
    ARTICLE,
    DETAIL_LEAD,
    DANGLING,
    NOTHING_ELSE,
    THANKING,
    REFUSE,
    ADD,
    FORGET_IT,
    ABOUT_ITEMS,
    ABOUT_SUBJECT,
    ABOUT_WORDS,
    ABOUT_HANDOVER,
    ABOUT_ADDRESS,
    ABOUT_WHEN,
    ABOUT_NAME,
    ABOUT_PHONE,
    ABOUT_EMAIL,
    INSTRUCTION_START,
    INSTRUCTION_END,
    INSTRUCTION_WORD,
    INSTRUCTION_HEADING,
    HEARD_FROM,
    ASKED_ABOUT,
    THEN_SAY,
    TAKES_ORDERS,
    TAKES_BOOKINGS,
    ASKS_FOR,
    ASK_ABOUT,
    MORE,
    REMOVE,
    REMOVE_AFTER,
    MAKE_IT,
    INSTEAD,
    OF_THEM,
    JOINT,
    WITH_OR_WITHOUT,
    LIST_OFFERS,
    MORE_OF_LIST,
    ABOUT_OFFER,
    TRACKING,
    TOOL_CHANGES,
    TOOL_LOOKS_UP,
    TOOL_CALLS_BACK,
    TOOL_ORDERS,
    TOOL_BOOKS,
    TOOL_TELLS,
    TOOL_TRACKS;

    private static final Map<Cue, List<Phrase>> PHRASES = read();

    /// The words of one phrase; `open` when the last one may go on.
    public record Phrase(List<String> words, boolean open) {
        boolean isAt(List<Utterance.Word> heard, int at) {
            if (at < 0 || at + words.size() > heard.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                boolean mayGoOn = open && i == words.size() - 1;
                var word = heard.get(at + i).plain();
                if (mayGoOn ? !word.startsWith(words.get(i)) : !word.equals(words.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    public List<Phrase> phrases() {
        return PHRASES.getOrDefault(this, List.of());
    }

    private static Map<Cue, List<Phrase>> read() {
        var lists = Catalogue.read("cues");
        var phrases = new EnumMap<Cue, List<Phrase>>(Cue.class);
        for (var cue : values()) {
            var key = cue.name().toLowerCase(Locale.ROOT).replace('_', '-');
            var list = lists.getProperty(key, "").split(",");
            phrases.put(cue, Arrays.stream(list).map(Cue::phrase).toList());
        }
        return phrases;
    }

    private static Phrase phrase(String text) {
        var words = Utterance.of(text).words().stream().map(Utterance.Word::plain).toList();
        return new Phrase(words, text.strip().endsWith("*"));
    }
}
