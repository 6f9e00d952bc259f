package dev.parley.understanding;

/// Whose a number, name or address is: the caller's own, or somebody else's.
final class Owner {
    private static final Phrases OTHERS =
            Phrases.of(
                    """
                    my sister, my sister's, my brother, my brother's, my wife, my wife's, my husband, my husband's, my mother, my mother's,
                    my mom, my mom's, my dad, my dad's, my father, my father's, my son, my son's, my daughter, my daughter's, my friend, my friend's,
                    my boss, my boss's, my neighbor, my neighbor's, my neighbour, my neighbour's, my colleague, my doctor, my doctor's, my landlord, my landlord's,
                    my partner's, my partner, my kid, my kid's, my cousin, my cousin's, my tenant, my tenant's, my roommate, my roommate's, my aunt's, my uncle's,
                    his, her, their, your, his number, sister's, brother's, wife's, husband's, emergency contact, my assistant's, my manager's,
                    mi hermana, mi hermano, mi esposa, mi esposo, mi marido, mi mujer, mi madre, mi padre, mi mama, mi papa, mi hijo, mi hija,
                    mi amigo, mi amiga, mi jefe, mi vecino, mi vecina, mi primo, mi prima, mi suegra, mi abuela, mi abuelo, su numero, su nombre, su correo, su direccion, su telefono, de ella, de el, ustedes, suyo, se llama,
                    meri behen, mere bhai, meri patni, mere pati, meri biwi, meri maa, mere papa, mere bete, meri beti, mere dost, meri mummy, mere pitaji,
                    uska, uski, unka, unki, aapka, aapki, aap ka, mere beta, behen ka, bhai ka, dost ka, wife ka, husband ka, papa ka,
                    मेरी बहन, मेरे भाई, मेरी पत्नी, मेरे पति, मेरी माँ, मेरे पिता, मेरे पापा, मेरे बेटे, मेरी बेटी, मेरे दोस्त, मेरी मम्मी,
                    उसका, उसकी, उनका, उनकी, आपका, आपकी, भाई का, बहन का, दोस्त का, पापा का, मम्मी का, बेटे का, बेटी का, पति का, पत्नी का\
                    """);

    private Owner() {}

    /// Whether the words between `from` and `to` speak of somebody else.
    static boolean isSomebodyElse(Utterance said, int from, int to) {
        return OTHERS.within(said, from, to);
    }
}
