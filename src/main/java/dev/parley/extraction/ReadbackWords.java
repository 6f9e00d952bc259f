package dev.parley.extraction;

import dev.parley.understanding.Phrases;

/// The wordings of somebody who reads back what he wrote down, and then says that it is noted.
final class ReadbackWords {
    static final Phrases LEAD =
            Phrases.of(
                    """
                    so that's, so that is, so that would be, let me read that back, let me read it back, let me repeat, to confirm, just to confirm, let me confirm, to recap, so you'd like, so you would like, so you want, so i have, so i've got, so it's, i have you down for, so that makes, so we call you back, so we'll call you back, so i'll pass this on, so i will pass on,
                    entonces es, entonces son, entonces sería, entonces serían, le repito el pedido, le repito, se lo repito, le confirmo, para confirmar, entonces quiere, resumiendo, entonces le llamamos, entonces le llamaremos, entonces paso esto al equipo,
                    toh aapka order hai, to aapka order hai, toh booking hai, to booking hai, dohra dete hain, dohra deta hoon, dohra deti hoon, toh aapko wapas call chahiye, to aapko wapas call chahiye, toh team ko yeh batana hai, toh aapko chahiye, to aapko chahiye,
                    तो आपका ऑर्डर है, तो बुकिंग है, दोहरा देते हैं, दोहरा देता हूँ, दोहरा देती हूँ, तो आपको वापस कॉल चाहिए, तो टीम को यह बताना है, तो आपको चाहिए\
                    """);
    static final Phrases MESSAGE_LEAD =
            Phrases.of(
                    "so the message, the message, your message, entonces el mensaje, el mensaje, toh sandesh, to sandesh, sandesh, तो संदेश, संदेश");
    static final Phrases PASSES_ON =
            Phrases.of(
                    "so i'll pass this on, so i will pass on, entonces paso esto al equipo, toh team ko yeh batana hai, तो टीम को यह बताना है");
    static final Phrases CALLS_BACK =
            Phrases.of(
                    "so we call you back, so we'll call you back, entonces le llamamos, entonces le llamaremos, toh aapko wapas call chahiye, to aapko wapas call chahiye, तो आपको वापस कॉल चाहिए");
    static final Phrases IS = Phrases.of("is, says, es, dice, hai, है");
    static final Phrases REASON =
            Phrases.of("the reason, reason, el motivo, motivo, is baare mein, इस बारे में");

    /// What is read back besides the wish.
    static final Phrases DETAILS =
            Phrases.of(
                    """
                    your name, the name, under the name, your number, the number, your phone, the phone, phone number, your email, the email, the address, your address, you also told me, the total, that comes to,
                    su nombre, a nombre de, el nombre, su teléfono, el teléfono, su número, el correo, su correo, la dirección, también me dijo, el total, total es,
                    aapka naam, phone number, email, pata, aapne yeh bhi, kul, कुल, आपका नाम, फ़ोन नंबर, ईमेल, पता, आपने यह भी\
                    """);

    static final Phrases IS_RIGHT =
            Phrases.of(
                    """
                    is that right, is that correct, is that all correct, is this correct, is this right, did i get that right, have i got that right, does that sound right, all correct, is everything correct, sounds right, correct,
                    es correcto, está todo bien, está bien, todo correcto, correcto, yeh sahi hai, ye sahi hai, sab theek hai, theek hai, sahi hai, यह सही है, सब ठीक है, सही है, ठीक है\
                    """);
    static final Phrases TAKEN =
            Phrases.of(
                    """
                    noted, made a note, taken down, taken your, took down, written down, written it down, written that down, wrote that down, wrote it down, got that down, got it down, have that down, pass it on, pass that on, pass this on, pass your, pass on, passed on, passed it on, let them know, let the team know, put that in, put it in, placed, booked, confirmed, reserved, scheduled, all set, received, registered,
                    anotado, anotada, apuntado, apuntada, tomado nota, tomo nota, lo paso, la paso, pasaré, paso su, le haré llegar, haré llegar, se lo diré, registrado, registrada, reservado, reservada, confirmado, confirmada, agendado, agendada,
                    likh liya, likh li, note kar liya, note kar li, pahunch jaayega, pahunch jayega, pahuncha denge, bata denge, book ho, darj,
                    लिख लिया, लिख ली, नोट कर लिया, नोट कर ली, पहुँच जाएगा, पहुँचा देंगे, बता देंगे, बुक हो, दर्ज\
                    """);
    static final Phrases MESSAGE =
            Phrases.of("message, mensaje, recado, sandesh, संदेश, pass that on, pass this on");
    static final Phrases REQUEST =
            Phrases.of(
                    "request, appointment, booking, reservation, table, visit, solicitud, cita, reserva, visita, booking, बुकिंग, अपॉइंटमेंट, appointment ki");
    static final Phrases HANDOVER =
            Phrases.of(
                    "for pickup, for pick up, for delivery, to go, para recoger, a domicilio, para llevar, khud le jaayenge, delivery, pickup, खुद ले जाएँगे, डिलीवरी, पिकअप");
    static final Phrases GIVEN_UP =
            Phrases.of(
                    "dropped that, forget about that, rehne dete hain, use rehne, रहने देते हैं, lo dejamos, olvidamos");

    /// How the agent begins when it says what others wrote.
    static final Phrases QUOTES =
            Phrases.of(
                    """
                    it says in our, according to, here is what i found, esto es lo que encontré, dice, según,
                    mein likha hai, ke anusaar, yeh jaankari mili hai, में लिखा है, के अनुसार, यह जानकारी मिली है\
                    """);

    /// How the agent goes on when what was confirmed could not be done.
    static final Phrases NOT_DONE =
            Phrases.of(
                    """
                    leave it with the team as a message, didn't go through, se lo dejo al equipo, no se pudo hacer,
                    sandesh ke roop mein team ko, abhi nahin ho paya, संदेश के रूप में टीम को, अभी नहीं हो पाया\
                    """);

    static final Phrases LEFT_BLANK = Phrases.of("en blanco, leave that out");

    private ReadbackWords() {}
}
