package dev.parley.understanding;

/// Tells which of the three languages something is said in.
public final class Languages {
    private static final Phrases SPANISH =
            Phrases.of(
                    """
                    el, la, los, las, que, es, de, en, y, un, una, por, para, mi, su, con, hola, gracias, si,
                    quiero, quisiera, necesito, tengo, soy, me, llamo, nombre, buenos, buenas, dias, tardes, usted,
                    cuanto, donde, como, estoy, puede, favor, numero, telefono, pero, muy, cita, manana, esta, lo\
                    """);
    private static final Phrases HINDI =
            Phrases.of(
                    """
                    hai, hain, haan, ji, nahi, nahin, mera, meri, mere, mujhe, aap, kya, kaise, kab, kahan, kitna,
                    kitne, chahiye, naam, hoon, hun, ka, ki, ke, ko, se, mein, aur, kar, karna, karo, raha, rahi,
                    namaste, dhanyavaad, shukriya, theek, bol, boliye, bhai, abhi, kal, aaj, baje, wala, wali\
                    """);
    private static final Phrases ENGLISH =
            Phrases.of(
                    """
                    the, a, an, is, are, i, i'm, you, my, to, of, and, for, it, it's, what, how, do, have, yes, this,
                    that, would, like, want, can, could, please, hello, hi, thanks, thank, on, at, with, your, need\
                    """);

    private Languages() {}

    /// The language of `text`; `fallback` when it does not show.
    public static Language of(String text, Language fallback) {
        if (isDevanagari(text)) {
            return Language.HINDI;
        }
        var said = Utterance.of(text);
        var english = count(ENGLISH, said);
        var spanish = count(SPANISH, said);
        var hindi = count(HINDI, said);
        if (text.indexOf('¿') >= 0 || text.indexOf('¡') >= 0 || text.indexOf('ñ') >= 0) {
            spanish += 2;
        }
        if (hindi > english && hindi > spanish) {
            return Language.HINDI;
        }
        if (spanish > english && spanish > hindi) {
            return Language.SPANISH;
        }
        return english > spanish && english > hindi ? Language.ENGLISH : fallback;
    }

    private static int count(Phrases words, Utterance said) {
        var count = 0;
        for (var i = 0; i < said.size(); i++) {
            count += words.at(said, i) > 0 ? 1 : 0;
        }
        return count;
    }

    /// Whether any letter of `text` is of Hindi's own script.
    public static boolean isDevanagari(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= '\u0900' && c <= '\u097f' && c != '।') {
                return true;
            }
        }
        return false;
    }
}
