package dev.parley.brains.model;

import dev.parley.understanding.Language;

/// What an agent says when its words do not come.
///
/// @param instead when there are none at all
/// @param inTheMiddle when they stop half way
record Excuse(String instead, String inTheMiddle) {
    static Excuse in(Language language) {
        return switch (language) {
            case ENGLISH ->
                    new Excuse(
                            "I'm sorry, I didn't get that. Could you please say it again?",
                            "Sorry, I lost my thread. Could you say that once more?");
            case SPANISH ->
                    new Excuse(
                            "Disculpe, no le entendí bien. ¿Me lo puede repetir, por favor?",
                            "Perdón, perdí el hilo. ¿Me lo puede repetir?");
            case HINDI ->
                    new Excuse(
                            "माफ़ कीजिए, बात समझ में नहीं आई। कृपया फिर से कहिए।",
                            "माफ़ कीजिए, मेरी बात बीच में रह गई। कृपया फिर से कहिए।");
        };
    }
}
