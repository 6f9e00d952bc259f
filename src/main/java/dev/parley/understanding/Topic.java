package dev.parley.understanding;

import java.util.EnumSet;
import java.util.Set;

/// What an agent asks a caller for.
enum Topic {
    NAME(
            """
            your name, your full name, your first name, your last name, full name please, first and last name, last name, who am i speaking, who's, who is, who am i, who do i, who have i, whom, quien, de parte de quien, kaun, कौन, who should we ask, who should i ask, who is this for, who shall i say, who is calling, who's calling, whom am i,
            name for the, name on the, name please, what name, name should i, name and, name for your, may i have the name, under which name, surname, your good name,
            name, su nombre, tu nombre, nombre completo, nombre y, a nombre de quien, con quien tengo, con quien hablo, quien habla, como se llama, apellido, nombre,
            aapka naam, apna naam, aap ka naam, shubh naam, naam bata, naam, aapka shubh naam, कौन बोल, kaun bol, आपका नाम, अपना नाम, शुभ नाम, नाम\
            """),
    PHONE(
            """
            phone, telephone, mobile, cell, contact number, call back number, callback number, number to reach, number can we,
            best number, your number, and number, which number, a number, number please, your own number, number can, the number, number for you, numero, reach you, number should, contact you, number where, phone number, good number, what number,
            telefono, celular, movil, numero de contacto, un numero, su numero, numero para, a que numero,
            mobile number, phone number, contact number, number bata, aapka number, apna number, फोन, फ़ोन, मोबाइल,
            आपका नंबर, अपना नंबर, संपर्क, नंबर, number\
            """),
    EMAIL("email, e mail, mail id, mail address, correo, ईमेल, ई मेल, मेल आईडी"),
    ADDRESS(
            """
            address, where should we deliver, where do you live, street, zip code, which city, what city, deliver it to,
            where are you located, where's, where is, where should, where do, where can, donde, kahan, कहां, where are they, pick you up, where are you, where to, donde le recogemos, donde lo recogemos, donde esta, donde la recogemos, donde es, where should i send, where shall we, postcode, pin code, location, direccion, domicilio, a donde, codigo postal, que ciudad, donde vive, donde se encuentra,
            pata, address bata, kahan deliver, kahan bhej, kahan rehte, pin code, पता, पते, कहाँ भेज, कहाँ डिलीवर, पिन कोड, एड्रेस\
            """),
    OTHER_NUMBER(
            """
            order number, account number, policy number, reference number, tracking number, card number, invoice number,
            booking number, confirmation number, case number, ticket number, date of birth, member number, last four,
            vin, registration number, license plate, number plate, claim number, student number, shipment number,
            number of, meter number, serial number, passport, social security, security code, id number, membership number, how many, numero de pedido, numero de cuenta,
            numero de poliza, numero de referencia, numero de guia, numero de tarjeta, numero de reserva, fecha de nacimiento, cuantas personas,
            order id, booking id, numero de seguimiento, numero de cliente, numero de contrato, matricula, account ka number, khata number, consumer number, policy ka number, gaadi ka number, gaadi number,
            awb, customer id, application number, ऑर्डर नंबर, खाता नंबर, पॉलिसी नंबर, कार्ड नंबर, जन्मतिथि, ट्रैकिंग नंबर, अकाउंट नंबर, रेफरेंस नंबर, बुकिंग नंबर, गाड़ी नंबर, गाड़ी का नंबर, ग्राहक संख्या, उपभोक्ता नंबर\
            """),
    OTHER_NAME(
            """
            patient's name, child's name, name of the patient, name of the child, student's name, pet's name, dog's name,
            cat's name, doctor's name, company name, name of your company, their name, his name, her name, guest's name,
            name of the person, son's name, daughter's name, insurance company, username, user name, name of the doctor, recipient's name, name of the street, street name,
            nombre del paciente, nombre de su hijo, nombre de su hija, nombre del alumno, nombre de la alumna, nombre del medico, nombre de la empresa, nombre del destinatario, nombre de la mascota,
            nombre del nino, nombre de la nina, bachche ka naam, patient ka naam, company ka naam, mareez ka naam, bete ka naam, beti ka naam, unka naam, uska naam,
            बच्चे का नाम, मरीज का नाम, कंपनी का नाम, बेटे का नाम, बेटी का नाम, उनका नाम, doctor ka naam, डॉक्टर का नाम, पेशेंट का नाम\
            """);

    private static final Phrases POSTAL =
            Phrases.of("street, delivery address, home address, postal address");
    private static final Phrases REQUEST =
            Phrases.of(
                    """
                    please, could you, may i, can i, can you, would you, tell me, give me, provide, share, i need, i'll need, what's, what is, what, spell,
                    let me have, i just need, we need, let me know, leave, por favor, podria, puede, me da, digame, dime, necesito, cual, indiqueme, me dice, me indica, me podria,
                    deme, batayiye, bataiye, bataye, batao, bata, dijiye, kripya, kya, chahiye, बताइए, बताइये, बताएं, बता, दीजिए, दें, क्या, कृपया,
                    चाहिए, लिखवाइए, likhwaiye\
                    """);

    private final Phrases wordings;

    Topic(String wordings) {
        this.wordings = Phrases.of(wordings);
    }

    /// What the agent wants to know, sentence by sentence.
    static Set<Topic> askedIn(Utterance agent) {
        var asked = EnumSet.noneOf(Topic.class);
        for (var sentence : agent.sentences()) {
            if (sentence.isQuestion() || REQUEST.in(sentence)) {
                addTopics(asked, sentence);
            }
        }
        return asked;
    }

    private static void addTopics(Set<Topic> asked, Utterance sentence) {
        var hasOtherName = OTHER_NAME.wordings.in(sentence);
        var hasOtherNumber = OTHER_NUMBER.wordings.in(sentence);
        for (var topic : values()) {
            var isShadowed =
                    topic == NAME && hasOtherName
                            || topic == PHONE && hasOtherNumber && !saysPhone(sentence)
                            || topic == ADDRESS
                                    && EMAIL.wordings.in(sentence)
                                    && !hasTwoAddresses(sentence);
            if (!isShadowed && topic.wordings.in(sentence)) {
                asked.add(topic);
            }
        }
    }

    private static final Phrases PLAINLY_PHONE =
            Phrases.of(
                    "phone, telephone, mobile, cell, telefono, celular, movil, फोन, मोबाइल, contact number");

    private static boolean saysPhone(Utterance sentence) {
        return PLAINLY_PHONE.in(sentence);
    }

    private static boolean hasTwoAddresses(Utterance sentence) {
        return sentence.words().stream().filter(word -> word.key().equals("address")).count() > 1
                || POSTAL.in(sentence);
    }
}
