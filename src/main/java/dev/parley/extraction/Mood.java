package dev.parley.extraction;

import dev.parley.understanding.Phrases;
import dev.parley.understanding.Utterance;

/// How the caller felt, by the words he chose.
final class Mood {
    private static final Phrases PLEASED =
            Phrases.of(
                    """
                    great, perfect, excellent, wonderful, awesome, amazing, fantastic, lovely, brilliant, terrific, superb, delighted, happy, glad, excited, thrilled, love it, i love, i'd love, all good, so helpful, very helpful, really helpful, friendly,
                    thank you so much, thanks so much, thank you very much, thanks a lot, thanks a million, many thanks, sounds great, looking forward, sweet, fabulous, pleasure, impressed, satisfied, best, nice, kind of you, very kind, sounds good,
                    genial, perfecto, perfecta, excelente, estupendo, maravilloso, fantástico, fenomenal, encantado, encantada, muchas gracias, muchísimas gracias, mil gracias, muy amable, muy bien, qué bueno, buenísimo, feliz, contento, contenta, súper, chévere, increíble, padrísimo, de maravilla,
                    bahut accha, bahut acha, bahut badhiya, badhiya, bahut dhanyavaad, bahut shukriya, bahut bahut, khush, maza aa gaya, zabardast, shandaar, shaandar, mast, kamaal, bahut achhi, bahut achi, bahut meherbani,
                    बहुत अच्छा, बहुत बढ़िया, बढ़िया, बहुत धन्यवाद, बहुत शुक्रिया, बहुत बहुत, खुश, शानदार, कमाल, बहुत अच्छी, मज़ा, ज़बरदस्त, मेहरबानी\
                    """);
    private static final Phrases UPSET =
            Phrases.of(
                    """
                    angry, furious, terrible, awful, horrible, ridiculous, unacceptable, worst, disappointed, disappointing, frustrated, frustrating, annoyed, annoying, upset, useless, rude, scam, rip off, ripoff, fraud, lied, liar, liars, hate, disgusting, disgusted,
                    stop calling, never again, fed up, sick of, tired of, nonsense, garbage, rubbish, pathetic, joke, stupid, incompetent, outrageous, not happy, unhappy, not good, bad service, poor service, stressed, stressful, crap, damn, hell, third time, second time, again and again, still not, still waiting, still broken,
                    keeps happening, waste of, wasting, not acceptable, complaint, complain, lawyer up, sue, shame, how dare, leave me alone, don't call me, ruined, overcharged, nobody came, no one came, nobody answers, nobody called, no one called, every day, keep calling, you people, you always, harassing, harassment, nightmare, mess, disgrace, disgraceful, appalling, shambles, unbelievable,
                    inaceptable, terrible, pésimo, pésima, horrible, enfadado, enfadada, enojado, enojada, molesto, molesta, furioso, furiosa, harto, harta, vergüenza, estafa, ladrones, robo, fatal, indignante, decepcionado, decepcionada, no sirve, no funciona nada, mal servicio, mala atención, nadie me, basta ya, dejen de, deje de llamar, el colmo, ridículo, asco, queja, reclamación, quejarme, siempre lo mismo, otra vez lo mismo, indignado, indignada,
                    pareshan, gussa, bakwas, bekar, bekaar, ghatiya, kharab service, bahut kharab, bahut bura, naraz, naraaz, dhokha, tang, thag, fraud, shikayat, band karo, mat karo, faltu, sharam, baar baar, wahiyat, chor,
                    परेशान, गुस्सा, बकवास, बेकार, घटिया, बहुत खराब, बहुत बुरा, नाराज़, धोखा, तंग, शिकायत, बंद करो, फालतू, शर्म, बार बार, वाहियात\
                    """);
    private static final Phrases SOOTHED =
            Phrases.of(
                    "not bad, not upset, no complaints, not angry, not a complaint, no hay queja, not disappointed, not at all bad, koi shikayat nahi, कोई शिकायत नहीं");
    private static final Phrases NOT_PLEASED =
            Phrases.of(
                    "not happy, not great, not good, isn't great, not satisfied, not impressed, not very helpful, not perfect, best number, best time, best way, the best, not excited, khush nahi, no estoy contento, no estoy contenta, nothing great, खुश नहीं, oh great");

    private Mood() {}

    /// Plain thanks are manners, not a mood.
    static Sentiment of(Dialogue dialogue) {
        var pleased = 0;
        var upset = 0;
        for (var said : dialogue.callers()) {
            pleased += count(PLEASED, NOT_PLEASED, said);
            upset += count(UPSET, SOOTHED, said) + (OutcomeWords.NEVER_AGAIN.in(said) ? 1 : 0);
        }
        if (upset > 0 && upset >= pleased) {
            return Sentiment.NEGATIVE;
        }
        return pleased > 0 ? Sentiment.POSITIVE : Sentiment.NEUTRAL;
    }

    private static int count(Phrases wordings, Phrases except, Utterance said) {
        var count = 0;
        for (var at = 0; at < said.size(); at++) {
            var skipped = except.at(said, at);
            if (skipped > 0) {
                at += skipped - 1;
                continue;
            }
            var length = wordings.at(said, at);
            count += length > 0 ? 1 : 0;
            at += Math.max(0, length - 1);
        }
        return count;
    }
}
