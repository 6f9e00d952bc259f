package dev.parley.extraction;

import dev.parley.understanding.Language;
import dev.parley.understanding.Languages;

/// The sentences summaries and action items are made of, in each language and script.
///
/// @param someone how a caller without a name is called
enum Wording {
    ENGLISH(
            "The caller",
            "%s called %s.",
            "%s called %s and said: “%s”",
            "The order was placed: “%s”",
            "An appointment was made: “%s”",
            "A callback was agreed%s.",
            "The caller was not interested.",
            "The phone number is %s.",
            "Prepare and confirm the order for %s: %s",
            "Keep the appointment for %s: %s",
            "Call %s back%s.",
            " at %s",
            "Take %s off the calling list.",
            "Follow up for %s: %s",
            "the caller"),
    SPANISH(
            "La persona que llamó",
            "%s llamó a %s.",
            "%s llamó a %s y dijo: «%s»",
            "Se hizo el pedido: «%s»",
            "Se acordó una cita: «%s»",
            "Se acordó volver a llamar%s.",
            "No le interesó.",
            "Su teléfono es %s.",
            "Preparar y confirmar el pedido de %s: %s",
            "Atender la cita de %s: %s",
            "Volver a llamar a %s%s.",
            " al %s",
            "Quitar a %s de la lista de llamadas.",
            "Dar seguimiento para %s: %s",
            "quien llamó"),
    HINDI(
            "कॉल करने वाले",
            "%s ने %s को कॉल किया।",
            "%s ने %s को कॉल किया और कहा: “%s”",
            "ऑर्डर दिया गया: “%s”",
            "अपॉइंटमेंट तय हुआ: “%s”",
            "वापस कॉल करना तय हुआ%s।",
            "कॉल करने वाले की रुचि नहीं थी।",
            "फोन नंबर %s है।",
            "%s का ऑर्डर तैयार और कन्फर्म करें: %s",
            "%s का अपॉइंटमेंट रखें: %s",
            "%s को वापस कॉल करें%s।",
            " (%s)",
            "%s को कॉल सूची से हटाएं।",
            "%s के लिए आगे की कार्रवाई: %s",
            "कॉल करने वाले"),
    HINDI_IN_LATIN(
            "Caller",
            "%s ne %s ko call kiya.",
            "%s ne %s ko call kiya aur kaha: “%s”",
            "Order diya gaya: “%s”",
            "Appointment tay hua: “%s”",
            "Wapas call karna tay hua%s.",
            "Caller ki ruchi nahi thi.",
            "Phone number %s hai.",
            "%s ka order taiyar aur confirm karein: %s",
            "%s ka appointment rakhein: %s",
            "%s ko wapas call karein%s.",
            " (%s)",
            "%s ko call list se hataiye.",
            "%s ke liye aage ki karyavahi: %s",
            "caller");

    final String someone;
    final String called;
    final String calledAndSaid;
    final String ordered;
    final String booked;
    final String callbackAgreed;
    final String notInterested;
    final String number;
    final String prepareOrder;
    final String keepAppointment;
    final String callBack;
    final String at;
    final String takeOffList;
    final String followUp;
    final String somebody;

    Wording(String... sentences) {
        someone = sentences[0];
        called = sentences[1];
        calledAndSaid = sentences[2];
        ordered = sentences[3];
        booked = sentences[4];
        callbackAgreed = sentences[5];
        notInterested = sentences[6];
        number = sentences[7];
        prepareOrder = sentences[8];
        keepAppointment = sentences[9];
        callBack = sentences[10];
        at = sentences[11];
        takeOffList = sentences[12];
        followUp = sentences[13];
        somebody = sentences[14];
    }

    /// The wording that fits what was spoken in `dialogue`.
    static Wording of(Dialogue dialogue, Language agents) {
        var spoken = new StringBuilder();
        for (var line : dialogue.lines()) {
            if (spoken.length() < 8_000) {
                spoken.append(line.said().text()).append('\n');
            }
        }
        return switch (Languages.of(spoken.toString(), agents)) {
            case ENGLISH -> ENGLISH;
            case SPANISH -> SPANISH;
            case HINDI -> Languages.isDevanagari(spoken.toString()) ? HINDI : HINDI_IN_LATIN;
        };
    }
}
