package dev.parley.extraction;

import dev.parley.transcript.TranscriptLine;
import dev.parley.understanding.Intent;
import dev.parley.understanding.Phrases;
import dev.parley.understanding.Utterance;
import java.util.List;

/// Whether the caller agreed in words to being recorded.
public final class Consent {
    private static final Phrases RECORDING =
            Phrases.of(
                    """
                    record, recorded, recording, recordings, grabar, grabada, grabado, grabación, grabemos, grabe, grabando, grabamos, graban, grabarla, grabarse, grabo,
                    rikord, रिकॉर्ड, रिकार्ड, रिकॉर्डिंग, रेकॉर्ड\
                    """);
    private static final Phrases ASKING =
            Phrases.of(
                    """
                    consent, permission, agree, okay with, ok with, is that okay, is that ok, is that alright, is that all right, may i, may we, can i, can we, do you mind, is it okay, is it alright, are you okay, are you fine,
                    acepta, permite, permiso, consiente, autoriza, está de acuerdo, le parece, le importa, podemos, puedo, da su consentimiento, ijazat, anumati, manzoor, sehmat, sahmat, theek hai,
                    kya main, kya hum, अनुमति, इजाज़त, मंज़ूर, सहमत, क्या मैं, क्या हम, ठीक है\
                    """);
    private static final Phrases MIND =
            Phrases.of("do you mind, would you mind, le importa, le molesta");
    private static final Phrases GIVEN =
            Phrases.of(
                    """
                    i consent, i agree to be recorded, i agree to the recording, fine to record, okay to record, ok to record, you can record, you may record, record it, go ahead and record, happy to be recorded,
                    fine with recording, puede grabar, pueden grabar, acepto la grabación, acepto que graben, acepto que se grabe, doy mi consentimiento, record kar sakte, record kar lo, record kar lijiye, record karo, रिकॉर्ड कर सकते, रिकॉर्ड कर लीजिए, रिकॉर्ड कर लो\
                    """);
    private static final Phrases YES =
            Phrases.of(
                    """
                    i do, i agree, i consent, that's fine, no problem, not at all, go ahead, i don't mind, acepto, doy mi consentimiento, sin problema, no hay problema, manzoor, manzur, मंज़ूर, sehmat, kar lijiye, kar lo, कर लीजिए,
                    koi dikkat nahi, koi problem nahi, कोई दिक्कत नहीं, कोई बात नहीं, सहमत, no me importa\
                    """);
    private static final Phrases NO =
            Phrases.of(
                    """
                    don't record, do not record, stop recording, stop the recording, not be recorded, i'd rather, rather not, prefer not, prefiero que no, no acepto, no grabe, no graben, no quiero, record mat, रिकॉर्ड मत, i don't agree, i do not agree, don't consent, do not consent,
                    without recording, not okay, not comfortable, turn off the recording, no doy, मंज़ूर नहीं, manzoor nahi, record na\
                    """);

    private Consent() {}

    /// Whether the caller has agreed to being recorded, by everything that was said so far.
    public static boolean isGiven(List<TranscriptLine> lines) {
        return isGiven(Dialogue.of(lines));
    }

    /// The last word counts: consent can be taken back.
    static boolean isGiven(Dialogue dialogue) {
        var isGiven = false;
        var lines = dialogue.lines();
        for (var at = 0; at < lines.size(); at++) {
            var said = lines.get(at).said();
            if (lines.get(at).isCallers()) {
                isGiven = volunteered(said, isGiven);
            } else if (asks(said)) {
                isGiven = answered(dialogue, at, isGiven);
            }
        }
        return isGiven;
    }

    private static boolean volunteered(Utterance said, boolean before) {
        if (!RECORDING.in(said)) {
            return before;
        }
        if (NO.in(said)) {
            return false;
        }
        return before || GIVEN.in(said) && !said.isQuestion();
    }

    private static boolean asks(Utterance said) {
        return RECORDING.in(said) && said.isQuestion() && ASKING.in(said);
    }

    private static boolean answered(Dialogue dialogue, int at, boolean before) {
        var asksIfMinded = MIND.in(dialogue.lines().get(at).said());
        for (var reply : dialogue.repliesTo(at)) {
            var intents = Intent.of(reply);
            if (NO.in(reply)) {
                return false;
            }
            if (YES.in(reply)) {
                return true;
            }
            if (intents.contains(Intent.NO) || intents.contains(Intent.YES)) {
                return asksIfMinded == intents.contains(Intent.NO);
            }
        }
        return before;
    }
}
