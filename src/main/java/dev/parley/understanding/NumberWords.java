package dev.parley.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The number words of the three languages.
final class NumberWords {
    /// Words that mean something else as well, and count only beside another number.
    private static final Set<String> DOUBTFUL =
            Set.of(
                    "one", "oh", "o", "once", "do", "teen", "char", "sat", "das", "ek", "एक", "दो",
                    "uno", "bees", "tees", "si", "no", "sau", "so", "ओ", "che", "saath", "सात",
                    "साठ", "mil", "cien", "चार", "एट");

    private static final String ENGLISH =
            """
            zero oh o nought nil=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine niner=9 ten=10 eleven=11
            twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20
            thirty=30 forty fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90\
            """;
    private static final String SPANISH =
            """
            cero=0 uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13
            catorce=14 quince=15 dieciseis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno veintiun=21
            veintidos=22 veintitres=23 veinticuatro=24 veinticinco=25 veintiseis=26 veintisiete=27 veintiocho=28
            veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90
            cien ciento=100 doscientos=200 trescientos=300 cuatrocientos=400 quinientos=500 seiscientos=600
            setecientos=700 ochocientos=800 novecientos=900\
            """;
    private static final String HINDI =
            """
            shunya shoonya sifar शून्य जीरो=0 ek एक वन=1 do दो टू=2 teen tin तीन थ्री=3 char chaar चार फोर=4 panch paanch पांच पाच फाइव=5
            chhe che chhah cheh chah छह छः छ छे सिक्स=6 saat sat सात सेवन=7 aath आठ एट=8 nau नौ नाइन=9 das दस=10 gyarah ग्यारह=11 barah baarah बारह=12
            terah तेरह=13 chaudah चौदह=14 pandrah पंद्रह पन्द्रह=15 solah सोलह=16 satrah सत्रह=17 atharah अठारह=18 unnees unnis उन्नीस=19
            bees बीस=20 ikkees ikkis इक्कीस=21 baees bais बाईस=22 teis teyees तेईस=23 chaubees चौबीस=24 pachees pachchees पच्चीस=25
            chhabbees छब्बीस=26 sattaees सत्ताईस=27 atthaees अट्ठाईस अठाईस=28 untees उनतीस=29 tees तीस=30 ikattees इकतीस=31
            battees बत्तीस=32 taintees तैंतीस=33 chauntees चौंतीस=34 paintees पैंतीस=35 chhattees छत्तीस=36 saintees सैंतीस=37
            adtees अड़तीस=38 untalees उनतालीस=39 chalees chaalis चालीस=40 iktalees इकतालीस=41 bayalees बयालीस=42 taintalees तैंतालीस=43
            chauvalees चौवालीस चवालीस=44 paintalees पैंतालीस=45 chhiyalees छियालीस=46 saintalees सैंतालीस=47 adtalees अड़तालीस=48
            unchas उनचास=49 pachas pachaas पचास=50 ikyavan इक्यावन=51 bavan बावन=52 tirpan तिरपन=53 chauvan चौवन=54 pachpan पचपन=55
            chhappan छप्पन=56 sattavan सत्तावन=57 atthavan अट्ठावन=58 unsath उनसठ=59 saath साठ=60 iksath इकसठ=61 basath बासठ=62
            tirsath तिरसठ=63 chaunsath चौंसठ=64 painsath पैंसठ=65 chhiyasath छियासठ=66 sadsath सड़सठ=67 adsath अड़सठ=68 unhattar उनहत्तर=69
            sattar सत्तर=70 ikhattar इकहत्तर=71 bahattar बहत्तर=72 tihattar तिहत्तर=73 chauhattar चौहत्तर=74 pachhattar पचहत्तर=75
            chhihattar छिहत्तर=76 satahattar सतहत्तर=77 athahattar अठहत्तर=78 unasi उनासी=79 assi अस्सी=80 ikyasi इक्यासी=81
            bayasi बयासी=82 tirasi तिरासी=83 chaurasi चौरासी=84 pachasi पचासी=85 chhiyasi छियासी=86 sattasi सत्तासी=87 atthasi अट्ठासी=88
            navasi नवासी=89 nabbe नब्बे=90 ikyanave इक्यानवे=91 banave बानवे=92 tiranave तिरानवे=93 chauranave चौरानवे=94
            panchanave पंचानवे पचानवे=95 chhiyanave छियानवे=96 sattanave सत्तानवे=97 atthanave अट्ठानवे=98 ninyanave निन्यानवे=99\
            """;
    private static final Map<String, Integer> VALUES = read(ENGLISH, SPANISH, HINDI);
    private static final Map<String, Integer> MULTIPLIERS =
            Map.of(
                    "hundred",
                    100,
                    "sau",
                    100,
                    "सौ",
                    100,
                    "thousand",
                    1000,
                    "mil",
                    1000,
                    "hazaar",
                    1000,
                    "hazar",
                    1000,
                    "हजार",
                    1000);
    private static final Map<String, Integer> REPEATS =
            Map.of(
                    "double", 2, "doble", 2, "डबल", 2, "triple", 3, "treble", 3, "ट्रिपल", 3,
                    "dabal", 2);

    private NumberWords() {}

    private static Map<String, Integer> read(String... tables) {
        var values = new HashMap<String, Integer>();
        for (var table : tables) {
            var words = new ArrayList<String>();
            for (var word : table.split("\\s+")) {
                var equals = word.indexOf('=');
                words.add(Utterance.fold(equals < 0 ? word : word.substring(0, equals)));
                if (equals >= 0) {
                    var value = Integer.valueOf(word.substring(equals + 1));
                    words.forEach(name -> values.putIfAbsent(name, value));
                    words.clear();
                }
            }
        }
        return Map.copyOf(values);
    }

    static @Nullable Integer value(String key) {
        return VALUES.get(key);
    }

    static @Nullable Integer multiplier(String key) {
        return MULTIPLIERS.get(key);
    }

    static @Nullable Integer repeat(String key) {
        return REPEATS.get(key);
    }

    static boolean isDoubtful(String key) {
        return DOUBTFUL.contains(key);
    }
}
