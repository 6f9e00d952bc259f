package dev.parley.understanding;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Everyday words that are nobody's name in the places where names are looked for.
final class CommonWords {
    private static final String ENGLISH =
            """
            a an the and or but if so as at by for from in into of off on onto out over to up with about after again all also am any
            are aren't be because been before being both can can't cannot could did didn't do does doesn't doing don't down during each few
            get getting give go going gonna good got great had has have having he he's her here hers him his how i i'd i'll i'm i've is isn't it
            it's its just kind know last let like little long look looking lot made make many maybe me mine more most much must my need
            needed never new next nice no nope not nothing now of okay ok old one only order other our ours please probably
            put really right said same say see she she's should since so some someone something soon sorry still such sure take than thank thanks
            that that's the their them then there there's these they they're this those though through today tomorrow tonight too
            try trying two under until up us use very wait want wanted was wasn't way we we'd we'll we're we've well went were what what's
            when where which while who who's why will with without won't would yeah yep yes yesterday yet you you'd you'll you're your yours
            hi hello hey good morning afternoon evening bye goodbye calling call called caller speaking interested hungry happy
            afraid angry tired busy fine ready done glad waiting wondering hoping driving working at home back late early available
            customer client patient member guest student tenant owner manager doctor number phone email address name spelled spelling
            recording recorded appointment reservation table booking delivery pickup account card payment bill invoice price
            first second third monday tuesday wednesday thursday friday saturday sunday january february march april june july
            august september october november december week month year day time hour minute minutes ridiculous unacceptable
            urgent important correct wrong true false perfect awesome wonderful excellent terrible awful horrible bad better best
            um uh er hmm mm oh ah like actually basically anyway literally exactly absolutely definitely certainly totally
            american indian mexican spanish english hindi looking having using sending moving asking wanting thinking planning
            allergic alone able unable aware confused concerned worried disappointed frustrated upset sick pregnant married single
            local regular existing new longtime outside inside stuck lost located staying living renting selling buying returning
            everything anything nobody everyone somebody people person sir madam ma'am mister daughter son wife husband mother father sister brother
            friend boss neighbor kid mom dad dog cat car house apartment room office company pizza chicken water repeat again half
            hold moment sec let's lemme gimme quick question hundred thousand whatever mind course problem worries double letter letters
            nonsense garbage crazy insane stupid bullshit rubbish regarding concerning regards insulting absurd unbelievable
            not under street avenue road drive lane full short surname pending cancel change confirm reschedule cancelled\
            """;
    private static final String SPANISH =
            """
            el la los las un una unos unas y o u pero porque que quien cual cuando donde como si no de del al a en con sin por para
            hasta desde entre sobre mi mis tu tus su sus me te se le les lo nos yo el ella ellos usted ustedes es soy eres son esta estoy estan
            estaba fue era ser estar tengo tiene hay quiero quisiera queria necesito puedo puede podria gracias favor hola buenos
            buenas dias tardes noches bueno vale claro bien muy mas menos tambien solo ya ahora hoy manana ayer aqui alli alla eso esto
            ese esta este numero telefono correo nombre apellido direccion llamo llamaba llamando habla hablo interesado interesada
            cliente paciente nuevo nueva pues entonces algo nada todo toda cita reserva pedido mesa cuenta tarjeta factura precio
            perdon disculpe momento espere correcto exacto perfecto genial lunes martes miercoles jueves viernes sabado domingo enero febrero
            marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre enfermo enferma molesto molesta cansado cansada
            alergico alergica mexicano mexicana vecino vecina hijo hija esposa esposo madre padre hermana hermano amigo amiga otra otro vez urgente
            escribe deletreo calle avenida completo doble igual equivocado equivocada gerente persona llamada desea quieren tal\
            """;
    private static final String HINDI =
            """
            hai hain hoon hun hu ho tha thi the ka ki ke ko se mein me main mai mera meri mere mujhe hum hamara aap aapka aapki aapko
            tum yeh ye woh wo kya kaun kab kahan kaise kyun kitna kitne kitni haan han ji nahi nahin na mat aur ya lekin par pe bhi to
            toh ab abhi aaj kal subah shaam raat baje namaste namaskar dhanyavaad shukriya theek thik accha acha sahi galat bilkul zaroor
            bol raha rahi rahe bolo boliye baat kar karna karo karni kiya dijiye dena do chahiye chahta chahti naam number phone pata
            ek bahut thoda jaldi please sir madam bhai behen beta beti patni pati papa mummy dost ghar se liye wala wali hi
            pareshan bimar khush naraz naraaz intezaar soch dekh puchna puchh lena batana batao bataiye likhiye likho
            है हैं हूं हूँ हो था थी थे का की के को से में मैं मेरा मेरी मेरे मुझे हम हमारा आप आपका आपकी आपको तुम यह ये वह वो क्या कौन कब
            कहां कहाँ कैसे क्यों कितना कितने कितनी हां हाँ जी नहीं ना मत और या लेकिन पर भी तो अब अभी आज कल सुबह शाम रात बजे नमस्ते
            धन्यवाद शुक्रिया ठीक अच्छा सही गलत बिल्कुल ज़रूर बोल रहा रही रहे बोलो बोलिए बात कर करना करो करनी किया दीजिए देना दो चाहिए
            चाहता चाहती नाम नंबर फोन फ़ोन पता एक बहुत थोड़ा जल्दी प्लीज सर मैडम भाई बहन बेटा बेटी पत्नी पति पापा मम्मी दोस्त घर लिए
            वाला वाली ही परेशान बीमार खुश नाराज़ लिखिए लिखो इंतज़ार दिन ऑर्डर मोबाइल\
            """;
    private static final Set<String> WORDS =
            Arrays.stream((ENGLISH + " " + SPANISH + " " + HINDI).split("\\s+"))
                    .map(Utterance::fold)
                    .filter(word -> !word.equals("april"))
                    .collect(Collectors.toUnmodifiableSet());

    private CommonWords() {}

    static boolean holds(String key) {
        return WORDS.contains(key);
    }
}
