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
            "the caller",
            "%s called %s and asked: “%s”",
            "%s called %s and ordered: %s.",
            "%s called %s to book: %s.",
            "%s called %s and left a message%s: “%s”.",
            "%s called %s and asked to be called back: %s.",
            "The order was taken down and confirmed.",
            "The booking was taken down.",
            "The message will be passed on.",
            "The answer was: “%s”",
            "The agent did not know.",
            "“%s” was read back but not confirmed, so nothing was settled.",
            "Pass on the message from %s%s%s: “%s”"),
    SPANISH(
            "Una persona",
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
            "quien llamó",
            "%s llamó a %s y preguntó: «%s»",
            "%s llamó a %s e hizo un pedido: %s.",
            "%s llamó a %s para reservar: %s.",
            "%s llamó a %s y dejó un mensaje%s: «%s».",
            "%s llamó a %s y pidió que le devuelvan la llamada: %s.",
            "El pedido quedó anotado y confirmado.",
            "La cita quedó anotada.",
            "Se pasará el mensaje.",
            "La respuesta fue: «%s»",
            "No se le pudo informar.",
            "Se le repitió «%s», pero no lo confirmó: no quedó nada acordado.",
            "Pasar el mensaje de %s%s%s: «%s»"),
    HINDI(
            "एक व्यक्ति",
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
            "कॉल करने वाले",
            "%s ने %s को कॉल किया और पूछा: “%s”",
            "%s ने %s को कॉल करके ऑर्डर दिया: %s।",
            "%s ने %s को बुकिंग के लिए कॉल किया: %s।",
            "%s ने %s के लिए संदेश छोड़ा%s: “%s”।",
            "%s ने %s को कॉल किया और वापस कॉल माँगा: %s।",
            "ऑर्डर लिख लिया गया और कन्फर्म हुआ।",
            "बुकिंग लिख ली गई।",
            "संदेश पहुँचा दिया जाएगा।",
            "जवाब था: “%s”",
            "इसकी जानकारी नहीं थी।",
            "“%s” दोहराने पर कन्फर्म नहीं हुआ, इसलिए कुछ तय नहीं हुआ।",
            "%s का संदेश पहुँचाएं%s%s: “%s”"),
    HINDI_IN_LATIN(
            "Ek vyakti",
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
            "caller",
            "%s ne %s ko call kiya aur poochha: “%s”",
            "%s ne %s ko call karke order diya: %s.",
            "%s ne %s ko booking ke liye call kiya: %s.",
            "%s ne %s ke liye sandesh chhoda%s: “%s”.",
            "%s ne %s ko call kiya aur wapas call maanga: %s.",
            "Order likh liya gaya aur confirm hua.",
            "Booking likh li gayi.",
            "Sandesh pahuncha diya jayega.",
            "Jawab tha: “%s”",
            "Iski jaankari nahi thi.",
            "“%s” dohrane par confirm nahi hua, isliye kuch tay nahi hua.",
            "%s ka sandesh pahunchayein%s%s: “%s”");

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
    final String calledAndAsked;
    final String calledToOrder;
    final String calledToBook;
    final String leftMessage;
    final String askedForCall;
    final String orderTaken;
    final String bookingTaken;
    final String messageTaken;
    final String answered;
    final String notKnown;
    final String notConfirmed;
    final String passOn;

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
        calledAndAsked = sentences[15];
        calledToOrder = sentences[16];
        calledToBook = sentences[17];
        leftMessage = sentences[18];
        askedForCall = sentences[19];
        orderTaken = sentences[20];
        bookingTaken = sentences[21];
        messageTaken = sentences[22];
        answered = sentences[23];
        notKnown = sentences[24];
        notConfirmed = sentences[25];
        passOn = sentences[26];
    }

    /// `sentence` with its full stop, wherever a quotation at its end brings none of its own.
    String closed(String sentence) {
        var said = sentence.replaceAll("[”»]+$", "");
        var isClosed = !said.isEmpty() && ".?!।…".indexOf(said.charAt(said.length() - 1)) >= 0;
        return isClosed ? sentence : sentence + (this == HINDI ? "।" : ".");
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
