package dev.parley.understanding;

import java.util.EnumSet;
import java.util.Set;

/// The caller's plain reactions.
public enum Intent {
    YES(
            """
            yes, yeah, yep, yup, ya, sure, correct, right, that's right, exactly, of course, absolutely, definitely,
            go ahead, please do, sounds good, ok, okay, fine, certainly, that is me, that's me, this is he, this is she, this is him, this is her, el mismo, la misma, soy ese, boliye, bolo, boliye ji, digame, बोलिए, speaking, uh huh, i agree, i do,
            perfect, si, claro, correcto, correcta, exacto, asi es, por supuesto, vale, de acuerdo, eso es, dale,
            perfecto, esta bien, desde luego, adelante, soy yo, el habla, ella habla, haan, haa, han, ji, haanji, theek hai,
            thik hai, theek, bilkul, sahi, sahi hai, zaroor, kar dijiye, kar do, हाँ, जी, ठीक है, ठीक, बिल्कुल, सही,
            ज़रूर, अवश्य, कर दीजिए, कर दो, हांजी\
            """),
    NO(
            """
            no, nope, nah, not really, don't, do not, not, incorrect, wrong, never, i'd rather not, rather not, negativo, incorrecto, tampoco,
            nahi, nahin, nai, na, mat, galat, नहीं, मत, गलत, ना, नही\
            """),
    REPEAT(
            """
            repeat, say that again, say again, pardon, come again, what did you say, didn't catch, did not catch,
            can't hear, couldn't hear, didn't hear, one more time, repetir, repita, repite, como dice, como dijo, otra vez, no le escucho,
            no escuche, no entendi, mande, phir se, fir se, dobara, dubara, kya bola, kya kaha, samajh nahi aaya,
            sunai nahi, फिर से, दोबारा, क्या कहा, क्या बोला, समझ नहीं आया, सुनाई नहीं\
            """),
    GOODBYE(
            """
            bye, bye bye, goodbye, good bye, see you, talk to you later, have a good day, have a nice day, take care, have a great day,
            adios, hasta luego, hasta manana, hasta pronto, chao, nos vemos, que tenga, alvida, phir milenge,
            phir milte, rakhta hoon, rakhti hoon, अलविदा, फिर मिलेंगे, फिर मिलते, बाय, रखता हूं, रखती हूं\
            """),
    PERSON(
            """
            human, real person, a person, representative, operator, someone real, actual person, live agent,
            speak to someone, talk to someone, speak with someone, speak to a manager, speak to the manager, your manager,
            talk to a manager, supervisor, persona real, una persona, un humano, un agente, operador, operadora, con alguien, el gerente,
            un representante, insaan, insan, kisi aadmi se, manager se, kisi se baat, asli, इंसान, मैनेजर से, किसी से बात,
            किसी व्यक्ति\
            """),
    THANKS(
            """
            thanks, thank you, thank, appreciate, cheers, gracias, agradezco, agradecido, dhanyavaad, dhanyavad, dhanyawad,
            shukriya, thank you ji, धन्यवाद, शुक्रिया, थैंक यू, थैंक्स\
            """),
    WAIT(
            """
            wait, hold on, one moment, just a moment, one second, one sec, just a second, a minute, hang on, give me a second,
            let me check, let me find, let me see, un momento, momentito, un segundo, espere, espera, dejeme ver, ek minute,
            ek min, ruko, rukiye, rukna, ek second, dekhta hoon, dekhti hoon, एक मिनट, रुको, रुकिए, एक सेकंड\
            """),
    CORRECTION(
            """
            actually, i mean, i meant, correction, that's wrong, that is wrong, not right, not correct, incorrect, no it's,
            no its, no it is, no that's, sorry it's, sorry no, scratch that, my mistake, let me correct, wrong number,
            no my name, en realidad, mejor dicho, quise decir, perdon es, no es, me equivoque, digo, esta mal,
            incorrecto, equivocado, corrijo, galat, mera matlab, nahi nahi, sahi nahi, matlab, गलत, मेरा मतलब,
            नहीं नहीं, सही नहीं, माफ कीजिए\
            """);

    private static final Phrases NOT_A_NO =
            Phrases.of(
                    """
                    not a problem, not at all, no problem, no worries, no rush, no doubt, don't worry, no se preocupe, no hay problema, koi baat nahi,
                    no idea, do not worry, why not, sin problema, como no, कोई बात नहीं\
                    """);
    private static final Phrases NOT_A_YES =
            Phrases.of(
                    """
                    not sure, not right, not correct, not ok, not okay, not fine, isn't right, isn't correct, i'm fine,
                    right now, no esta bien, sahi nahi, theek nahi, not exactly, not speaking, si puede, que si, ji nahi, जी नहीं\
                    """);

    private final Phrases wordings;

    Intent(String wordings) {
        this.wordings = Phrases.of(wordings);
    }

    /// The reactions in `text`, whatever the language; empty when it holds none.
    public static Set<Intent> of(String text) {
        return of(Utterance.of(text));
    }

    /// Whether an answer agrees, at least with its first word: "yes, but not today".
    static boolean agrees(Utterance said, Set<Intent> intents) {
        if (!intents.contains(YES) || !intents.contains(NO)) {
            return intents.contains(YES);
        }
        return of(said.slice(0, 1)).contains(YES) && !intents.contains(CORRECTION);
    }

    /// The reactions in what was said.
    public static Set<Intent> of(Utterance said) {
        var found = EnumSet.noneOf(Intent.class);
        for (var at = 0; at < said.size(); at++) {
            var skipped = Math.max(NOT_A_NO.at(said, at), NOT_A_YES.at(said, at));
            for (var intent : values()) {
                var isOverruled = skipped > 0 && (intent == YES || intent == NO);
                if (!isOverruled && intent.wordings.at(said, at) > 0) {
                    found.add(intent);
                }
            }
            if (NOT_A_YES.at(said, at) > 0
                    && (said.key(at).equals("ji") || said.key(at).equals("जी"))) {
                found.add(NO);
            }
            at += Math.max(0, skipped - 1);
        }
        return found;
    }
}
