package dev.parley.extraction;

import dev.parley.understanding.Intent;
import dev.parley.understanding.Phrases;
import dev.parley.understanding.Utterance;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The wordings by which orders, appointments, callbacks and refusals are recognised.
final class OutcomeWords {
    private static final Phrases OTHER_ORDER =
            Phrases.of("order number, cancel, in order to, your previous order");
    private static final Phrases BOOKING = Phrases.of("booking, reserva, बुकिंग");
    private static final Phrases MEETING =
            Phrases.of(
                    "appointment, meet, see, with, available, cita, ver, con, milna, milne, se, मिलना, मिलने, से, अपॉइंटमेंट, consultation, viewing");
    private static final Phrases BY_PHONE = Phrases.of("call, insurance, on behalf, llamar");
    private static final Phrases NOT_A_REFUSAL =
            Phrases.of(
                    "not interested in, don't want to, don't need to, do not want to, no quiero que, no need to, no necesito que");
    private static final Phrases SHALL_CALL =
            Phrases.of(
                    "call you back, call you, llamarle, le llamo, llamo más tarde, le puedo llamar, call karun, call karu, कॉल करूँ, कॉल करूं, call you again, call back, wapas call, वापस कॉल");
    static final Phrases CANCELLED =
            Phrases.of(
                    """
                    cancelled, canceled, cancelado, cancelada, anulada, anulado, cancel ho gaya, cancel ho gayi, cancel kar diya, cancel kar di, रद्द, कैंसल\
                    """);
    static final Phrases CALLBACK =
            Phrases.of(
                    """
                    call you back, call back, will call you, i'll call you, we'll call you, shall call you, give you a call, ring you back, phone you back, will ring you, be calling you, get back to you by phone, return your call, callback, calls you back,
                    le llamará, le llamaré, le llamaremos, lo llamaremos, la llamaremos, le llamarán, lo llamará, la llamará, te llamaré, lo llamaré, la llamaré, volveremos a llamar, le devolverá la llamada, le devolverán la llamada, le devolveremos la llamada, lo llamarán, la llamarán, le llamo mañana, le vuelvo a llamar, le marcaré, le marcamos, lo llamo, la llamo,
                    call karunga, call karungi, call karenge, call karega, call karegi, call back karenge, phone karunga, phone karungi, phone karenge, call aayega, call aayegi, wapas call, dobara call, call kar lungi, call kar lunga,
                    कॉल करूंगा, कॉल करूंगी, कॉल करूँगा, कॉल करूँगी, कॉल करेंगे, कॉल करेगा, कॉल करेगी, वापस कॉल, कॉल आएगा, कॉल आएगी, फोन करेंगे, फोन करूंगी, फोन करूँगा, दोबारा कॉल, फोन करूँगी, कॉल करती हूं, कॉल करता हूं\
                    """);
    static final Phrases NEVER_AGAIN =
            Phrases.of(
                    """
                    stop calling, don't call me, do not call me, never call, do not call list, don't call list, take me off, remove me, remove my number, off your list, don't call again, do not call, quit calling, don't call this number, unsubscribe me, leave me alone, stop bothering,
                    no me llame, no me llamen, no vuelva a llamar, no vuelvan a llamar, dejen de llamar, deje de llamar, bórreme, quíteme de, elimine mi número, phone mat karo, call mat karo, call mat karna, phone mat karna, phone mat kijiye, call mat kijiye, dobara mat, call na kare,
                    कॉल मत, फोन मत, दोबारा मत, नंबर हटा\
                    """);
    private static final Phrases REFUSAL =
            Phrases.of(
                    """
                    not interested, no interest, i'm good thanks, don't want, do not want, don't need, do not need, no need, not looking, not at this time, not for me, not right now thanks, i'll pass, i don't do, we don't want, happy with what, already have one, changed my mind,
                    no me interesa, no estoy interesado, no estoy interesada, no lo necesito, no necesito, no quiero nada, no quiero, ya tengo uno, ya tengo una, por ahora no, no deseo, zaroorat nahi, nahi chahiye, interest nahi, interested nahi, nahi lena, mujhe nahi, jarurat nahi, nahin chahiye, zarurat nahi,
                    नहीं चाहिए, ज़रूरत नहीं, जरूरत नहीं, इंटरेस्ट नहीं, रुचि नहीं, नहीं लेना, दिलचस्पी नहीं\
                    """);
    private static final Phrases MILD_REFUSAL =
            Phrases.of(
                    "don't have time, no time, no tengo tiempo, no thanks, no thank you, not today, no gracias, nahi dhanyavaad, no i'm good, no sorry, nahi ji, नहीं धन्यवाद, नहीं जी");
    private static final Phrases OFFER =
            Phrases.of(
                    """
                    from, are you looking, are you thinking, are you interested, would you be interested, special offer, promotion, offer, tiene un momento, tiene tiempo, minutos, minutes, do you have a minute, do you have time, promoción, oferta, le interesa, tenemos, offer hai, zaroorat hai, scheme, चाहिए क्या, ऑफर, योजना, donate, switch\
                    """);
    static final Phrases ORDER =
            Phrases.of(
                    """
                    order, purchase, subscription, pedido, compra, encargo, orden, suscripción, ऑर्डर, आर्डर, ordered, pickup order\
                    """);
    private static final Phrases ORDER_DONE =
            Phrases.of(
                    """
                    confirmed, placed, complete, completed, received, booked, is in, submitted, processed, going through, all set, on its way, put in, taken down, registered, ready, will be there, put through, set, confirmado, confirmada, hecho, registrado, registrada, realizado, realizada, tomado, listo, lista, anotado, recibido, en camino, procesado, queda, quedó,
                    confirm, ho gaya, ho gayi, ho chuka, le liya, note, place kar diya, कन्फर्म, हो गया, हो गयी, हो गई, ले लिया, हो चुका, दर्ज, कर दिया\
                    """);
    private static final Phrases ORDER_TAKEN =
            Phrases.of(
                    """
                    noted your order, noted the order, taken your order, taken down your order, took your order, made a note of your order, written down your order, got your order down, order is noted, order's noted, pass your order on, pass on your order, passed your order,
                    anotado su pedido, apuntado su pedido, tomado su pedido, tomado nota de su pedido, anotado el pedido, apuntado el pedido, paso su pedido, pasaré su pedido,
                    order likh liya, order note kar liya, order le liya, ऑर्डर लिख लिया, ऑर्डर नोट कर लिया, ऑर्डर ले लिया\
                    """);
    private static final Phrases CONDITIONAL =
            Phrases.of(
                    "i can, we can, i could, puedo, podemos, podría, sakte, sakti, sakta, likh loon, सकते, सकती, सकता, लिख लूँ");
    private static final Phrases ANYTHING_ELSE =
            Phrases.of(
                    """
                    anything else, something else, what else, is that all, will that be all, algo más, alguna otra cosa, otra cosa,
                    kuch aur, aur kuch, koi kaam, कुछ और, और कुछ, और कोई\
                    """);
    private static final Phrases COURTESY =
            Phrases.of(
                    """
                    hello, hi, hey, good morning, good afternoon, good evening, thank you, thanks, very much, so much, bye, bye bye, goodbye, good bye, sorry, oh, no, nothing, never mind, yes, okay, ok, please, have a nice day, have a good day, that's all, take care, see you,
                    hola, buenas, buenos días, buenas tardes, gracias, muchas gracias, muchas, adiós, hasta luego, perdón, perdone, nada, nada más, sí, por favor,
                    namaste, namaskar, dhanyavaad, shukriya, alvida, nahi, nahin, bas, kuch nahi, maaf kijiye, ji, theek hai, नमस्ते, धन्यवाद, शुक्रिया, अलविदा, नहीं, बस, कुछ नहीं, माफ़ कीजिए, जी, ठीक है\
                    """);
    private static final Phrases SUBSCRIBED =
            Phrases.of(
                    "you're subscribed, you are subscribed, you're signed up, you are signed up, i've ordered, i have ordered, placed your order, place your order, i'll place the order, i've signed you up, i have signed you up, i've placed, quedó contratado, queda contratado, ha sido contratado, hemos activado");
    private static final Phrases SHIPPED =
            Phrases.of(
                    "delivered, delivery, shipped, dispatch, dispatched, pahunch, deliver, entrega, पहुंच, पहुँच, डिलीवर, डिलीवरी");
    private static final Phrases BOOKED =
            Phrases.of(
                    """
                    booked, scheduled, confirmed, reserved, set for, is set, see you, you down, all set, appointment is, will be there, will come, will visit, will arrive, on the calendar, on the schedule, is booked, expect you, penciled you in, pencilled you in, slot is, put you down, booking is, made a reservation, got you in, fit you in, will be with you,
                    agendada, agendado, reservada, reservado, confirmada, confirmado, programada, programado, apartada, apuntada, apuntado, le esperamos, los esperamos, lo esperamos, la esperamos, irá, pasará, acudirá, visitará, queda para, reserva hecha, cita hecha, nos vemos el, va en camino,
                    book ho gaya, book ho gayi, book ho gaya hai, booking ho gayi, book kar diya, book kar di, fix ho gaya, fix ho gayi, confirm ho gaya, confirm ho gayi, booking confirm, aayega, aayegi, aa jayega, aayenge, tay ho gaya, tay ho gayi, schedule ho gaya, pakka ho gaya,
                    बुक हो गया, बुक हो गई, बुक हो गयी, बुकिंग हो गई, बुक कर दिया, बुक कर दी, तय हो गया, तय हो गई, तय हो गयी, कन्फर्म हो गया, कन्फर्म हो गई, आएगा, आएगी, आएंगे, फिक्स हो गया, पक्का हो गया, निश्चित, कर दी गई है, कर दिया गया है\
                    """);
    static final Phrases VISIT =
            Phrases.of(
                    "appointment, cita, citado, citada, reserva, reservation, booking, अपॉइंटमेंट, बुकिंग, visita");
    static final Phrases DAY =
            Phrases.of(
                    """
                    monday, tuesday, wednesday, thursday, friday, saturday, sunday, today, tomorrow, tonight, lunes, martes, miércoles, jueves, viernes, sábado, domingo, hoy, mañana,
                    kal, aaj, parso, somvar, mangalvar, budhvar, guruvar, shukravar, shanivar, ravivar, कल, आज, सोमवार, मंगलवार, बुधवार, गुरुवार, शुक्रवार, शनिवार, रविवार\
                    """);
    private static final Phrases NOT_BOOKED =
            Phrases.of(
                    """
                    call you, not booked, fully booked, would be, can be, needs to be, package, parcel, letter, refund, email, will arrive by, money, ticket, complaint, claim, dispute, order, paquete, factura, correo, reclamación, pedido, shikayat, complaint, parcel, ऑर्डर, शिकायत, paisa, paise, cancelled, canceled, call aayega, text, sms, new card, cancelada\
                    """);
    private static final Phrases PERSON =
            Phrases.of(
                    """
                    accountant, notary, nurse, pandit, पंडित, guru, contador, contadora, notario, licenciado, licenciada, doctor, dr, dra, doctora, mr, mrs, ms, advisor, adviser, agent, director, lawyer, attorney, consultant, specialist, principal, counselor, counsellor, therapist, stylist, manager, broker, teacher, headteacher, coach, trainer, representative, dermatologist, physician,
                    asesor, asesora, abogado, abogada, gerente, directora, especialista, consultor, consultora, dermatólogo, pediatra, psicólogo, psicóloga, ejecutivo, ejecutiva, maestra, maestro, vakil, salahkar, daktar,
                    डॉक्टर, डाक्टर, प्रिंसिपल, मैनेजर, वकील, सलाहकार, टीचर, विशेषज्ञ\
                    """);
    static final Phrases SERVICE =
            Phrases.of(
                    """
                    service order, order for the service, restaurant, menu, dish, dishes, pizza, pizzas, food, kitchen, burger, chicken, rice, naan, curry, paella, tacos, sushi, meal, plan, package, subscription, service plan, internet, install, installation, repair, cleaning, courier, parcel, pickup of, restaurante, comida, plato, servicio, paquete, limpieza, instalación,
                    khana, thali, biryani, roti, paneer, recharge, silwane, silai, खाना, थाली, बिरयानी, रोटी, पनीर, रिचार्ज, सेवा, membership, insurance, tow, fibra, megas, tarifa, broadband, fiber, fibre, contratar, tiffin, टिफिन\
                    """);
    private static final Phrases PROMISE =
            Phrases.of(
                    """
                    i will, i'll, i've raised, i've asked, i've sent, i've logged, i've reported, hear from us, i've let, he dado aviso, we will, we'll, will contact, will be in touch, will look into, going to send, will send, will email, will get back, will receive, will get a, opened a, opened the, opened your, created a ticket, raised a, filed, registered your, passed this, i'm sending, i am sending, have blocked, forwarded, escalated, updated, note, made a note, on its way,
                    le envío, le enviaré, le enviaremos, le mando, le mandaré, le avisamos, le avisaré, le avisaremos, le contactará, le contactaremos, se pondrá en contacto, he abierto, hemos abierto, tramitaré, le haré llegar, actualizada, registrado, registrada, quedó registrada, paso el aviso, he pasado,
                    bhej dungi, bhej dunga, bhej denge, bhejungi, bhejunga, bhejta hoon, bhejti hoon, darj kar, darj ho, kar dungi, kar dunga, ho jayegi, ho jayega, mil jayega, sampark karenge, aage bhej,
                    भेज दूंगी, भेज दूंगा, भेज देंगे, भेजूंगी, भेजूंगा, भेज दूँगी, दर्ज कर, दर्ज हो, कर दूंगी, कर दूंगा, हो जाएगी, हो जाएगा, मिल जाएगा, संपर्क करेंगे, भेज रही, भेज रहा, भेजता, भेजती\
                    """);
    private static final Phrases EMPTY_PROMISE =
            Phrases.of(
                    "i'll be happy, i will be happy, i'll need, i will need, i'll be here, we will be happy, we'll be happy, not recorded, i'll let you go, we will see you, we'll see you, i'll ask, leave that out, can note, i'll take a message, i will take a message, can take a message, i'll note that too, make sure the team knows");
    private static final Phrases WRONG_NUMBER =
            Phrases.of(
                    "wrong number, wrong person, no such person, número equivocado, equivoqué de número, me equivoqué de, está equivocado, galat number, wrong no, गलत नंबर, रॉन्ग नंबर, misdialed, dialed wrong, called the wrong");

    private OutcomeWords() {}

    static boolean placesOrder(Utterance said) {
        var isOrder = ORDER.in(said) && ORDER_DONE.in(said) && !OTHER_ORDER.in(said);
        var isShipped = BOOKING.in(said) && SHIPPED.in(said);
        var isTaken = ORDER_TAKEN.in(said) || isOrder;
        return isTaken && !CANCELLED.in(said) || SUBSCRIBED.in(said) || isShipped;
    }

    static boolean makesAppointment(Utterance said) {
        var isDated = VISIT.in(said) && DAY.in(said) && said.size() > 4;
        return (BOOKED.in(said) || isDated) && !NOT_BOOKED.in(said) && !CALLBACK.in(said);
    }

    /// What is only offered, such as "I can take a message, and we call you back", is no promise.
    static boolean willCallBack(Utterance said) {
        return CALLBACK.in(said) && !CONDITIONAL.in(said);
    }

    static boolean isGivenUp(Utterance said) {
        return ReadbackWords.GIVEN_UP.in(said) && !ReadbackWords.LEFT_BLANK.in(said);
    }

    static boolean promises(Utterance said) {
        return (PROMISE.in(said) || CANCELLED.in(said))
                && !EMPTY_PROMISE.in(said)
                && said.size() > 3;
    }

    /// An appointment "with Doctor Lim" is with a person, one "for a cleaning" is not.
    static boolean isWithPerson(Dialogue dialogue, @Nullable Utterance decision) {
        if (decision != null && namesPerson(decision)) {
            return true;
        }
        for (var line : dialogue.lines()) {
            for (var sentence : line.said().sentences()) {
                var isVisit = MEETING.in(sentence);
                if (isVisit && PERSON.in(sentence) && !BY_PHONE.in(sentence)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean namesPerson(Utterance said) {
        for (var at = 0; at + 1 < said.size(); at++) {
            var isWith = Set.of("with", "con").contains(said.words().get(at).key());
            if (isWith && Character.isUpperCase(said.words().get(at + 1).text().charAt(0))) {
                return true;
            }
        }
        return PERSON.in(said);
    }

    /// An offer turned down politely.
    static boolean isDeclined(Dialogue dialogue) {
        var isOffered =
                dialogue.lines().stream()
                        .filter(line -> !line.isCallers())
                        .limit(3)
                        .anyMatch(line -> OFFER.in(line.said()) && line.said().isQuestion());
        return isOffered && isMildlyRefused(dialogue);
    }

    /// "No, thank you" to "anything else?" refuses nothing.
    private static boolean isMildlyRefused(Dialogue dialogue) {
        var asksForMore = false;
        for (var line : dialogue.lines()) {
            if (!line.isCallers()) {
                asksForMore = line.said().isQuestion() && ANYTHING_ELSE.in(line.said());
            } else if (!asksForMore && MILD_REFUSAL.in(line.said())) {
                return true;
            }
        }
        return false;
    }

    static boolean isRefused(Dialogue dialogue) {
        return dialogue.callers().stream()
                .anyMatch(said -> REFUSAL.in(said) && !onlyNo(said) && !said.isQuestion());
    }

    private static boolean onlyNo(Utterance said) {
        return NOT_A_REFUSAL.in(said);
    }

    /// "Shall I call you back at five?" - "Yes."
    static boolean agreesToCallback(Dialogue dialogue) {
        var asks = SHALL_CALL;
        for (var at = 0; at < dialogue.lines().size(); at++) {
            var line = dialogue.lines().get(at);
            if (!line.isCallers() && line.said().isQuestion() && asks.in(line.said())) {
                for (var reply : dialogue.repliesTo(at)) {
                    if (Intent.of(reply).contains(Intent.YES)
                            && !Intent.of(reply).contains(Intent.NO)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    static boolean isEnquiry(Dialogue dialogue) {
        var callers = dialogue.callers();
        if (callers.stream().anyMatch(WRONG_NUMBER::in)) {
            return callers.stream().anyMatch(said -> said.isQuestion() && said.size() > 4);
        }
        return callers.stream()
                .anyMatch(said ->
                        (said.size() >= 4 || said.isQuestion() && said.size() >= 2)
                                && saysMoreThanCourtesies(said));
    }

    private static boolean saysMoreThanCourtesies(Utterance said) {
        for (var at = 0; at < said.size(); ) {
            var length = COURTESY.at(said, at);
            if (length == 0) {
                return true;
            }
            at += length;
        }
        return false;
    }
}
