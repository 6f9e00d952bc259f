package dev.parley.brains.desk;

import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Phrase;

/// One thing to learn from a caller.
///
/// The cue is what a mission or a caller calls it by.
public enum Detail {
    ITEMS(Cue.ABOUT_ITEMS, Phrase.ASK_ITEMS, Phrase.REASK),
    SUBJECT(Cue.ABOUT_SUBJECT, Phrase.ASK_SUBJECT, Phrase.REASK),
    WORDS(Cue.ABOUT_WORDS, Phrase.ASK_WORDS, Phrase.REASK),
    HANDOVER(Cue.ABOUT_HANDOVER, Phrase.ASK_HANDOVER, Phrase.REASK_HANDOVER),
    ADDRESS(Cue.ABOUT_ADDRESS, Phrase.ASK_ADDRESS, Phrase.REASK_ADDRESS),
    WHEN(Cue.ABOUT_WHEN, Phrase.ASK_WHEN, Phrase.REASK_WHEN),
    NAME(Cue.ABOUT_NAME, Phrase.ASK_NAME, Phrase.REASK_NAME),
    PHONE(Cue.ABOUT_PHONE, Phrase.ASK_PHONE, Phrase.REASK_PHONE),
    EMAIL(Cue.ABOUT_EMAIL, Phrase.ASK_EMAIL, Phrase.REASK_EMAIL);

    final Cue cue;
    final Phrase ask;
    final Phrase reask;

    Detail(Cue cue, Phrase ask, Phrase reask) {
        this.cue = cue;
        this.ask = ask;
        this.reask = reask;
    }

    /// Kept in the caller's own words, so taken only when asked for or said with the wish.
    public boolean isFreeText() {
        return this == ITEMS || this == SUBJECT || this == WORDS;
    }
}
