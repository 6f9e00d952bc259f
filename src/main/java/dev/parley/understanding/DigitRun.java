package dev.parley.understanding;

import java.util.ArrayList;
import java.util.List;

/// Digits said in a row, and what the words around them say they are.
///
/// @param pieces as grouped by the speaker, the first with a '+' if one was said
record DigitRun(Utterance said, List<String> pieces, int from, int to, int previousEnd) {
    private static final int MOST_WORDS = 60;
    private static final Phrases TIME = Phrases.of("at, a las, around, by, after, before, ko");
    private static final Phrases YOUR_ORDER = Phrases.of("your order");
    private static final Phrases LABEL =
            Phrases.of(
                    """
                    mine is, mine's, mine, el mio, al mio, mio es, my number, number is, number's, phone, telephone, mobile, cell, cellphone, call me, reach me, text me, contact number, callback number, whatsapp, my digits, me at, me on,
                    mi numero, numero es, telefono, celular, movil, llameme, llamarme, contactarme, mera number, number hai, phone number, mobile number, mere number, contact,
                    मेरा नंबर, नंबर है, फोन, मोबाइल, नंबर, call kar, कॉल कर, mera no, mera mobile\
                    """);
    private static final Phrases SOMETHING_ELSE =
            Phrases.of(
                    """
                    called, dialed, dialled, llame a, marque, order, account, card, policy, reference, tracking, invoice, room, flat, apartment, apt, zip, pin, code, birth, born, booking, confirmation, case, ticket, claim, member, membership,
                    license, plate, vin, serial, invoice, meter, extension, ext, ending in, cost, price, pay, paid, charged, route, flight, model, street, avenue, road, unit, size, student, passport, social security, id,
                    pedido, cuenta, tarjeta, poliza, referencia, guia, factura, habitacion, piso, codigo, nacimiento, nacido, naci, reserva, matricula, extension, contrato, calle, avenida, cliente, seguimiento, expediente, rastreo, dni,
                    khata, khate, bill, kamra, janm, ऑर्डर, खाता, खाते, कार्ड, पॉलिसी, रेफरेंस, ट्रैकिंग, बिल, कमरा, पिन, कोड, जन्म, अकाउंट, बुकिंग, आधार, aadhaar, aadhar, awb, consumer, loan, लोन, customer, docket, application,
                    शिकायत, complaint, ग्राहक, उपभोक्ता, sector, house number, house, makaan, मकान\
                    """);
    private static final Phrases UNIT =
            Phrases.of(
                    """
                    dollars, dollar, bucks, cents, rupees, rupee, rs, euros, euro, pesos, pounds, percent, am, pm, a m, p m, o'clock, oclock, people, persons, guests, pieces, boxes, minutes, hours, days, weeks, months, years,
                    kilos, kg, miles, nights, adults, kids, children, of, st, nd, rd, th, street, avenue, road, lane, drive, boulevard, times, orders, plates, bedroom, bedrooms, thousand, lakh, lakhs, crore,
                    personas, minutos, horas, dias, semanas, meses, anos, noches, por ciento, de la, de enero, de febrero, de marzo, de abril, de mayo, de junio, de julio, de agosto, de septiembre, de octubre, de noviembre, de diciembre,
                    january, february, march, april, may, june, july, august, september, october, november, december, log, baje, rupaye, rupay, din, mahine, saal, hafte, logon, ghante,
                    बजे, रुपये, रुपए, लोग, लोगों, दिन, महीने, साल, घंटे, लाख, तारीख, tareekh, tarikh, year, month, day, हजार, प्लेट\
                    """);
    private static final Phrases FILLER =
            Phrases.of(
                    "uh, um, er, and, then, y, luego, aur, phir, और, फिर, dash, guion, space, like, eh, este, area code, okay, so, followed by, fir");
    private static final Phrases CORRECTION =
            Phrases.of(
                    """
                    no, not, sorry, actually, i mean, wait, correction, perdon, digo, mejor dicho, nahi, nahin, galat, matlab, नहीं, गलत, मतलब, scratch that, oops, rather, make that, माफ, सॉरी\
                    """);
    private static final Phrases NOT =
            Phrases.of("not, no, instead of, rather than, en vez de, no es, not a");
    private static final Phrases NOT_AFTER = Phrases.of("nahi, nahin, नहीं, ki jagah, की जगह");
    private static final Phrases FRESH =
            Phrases.of(
                    "my number is, my number's, phone number is, start over, start again, from the beginning, let me repeat, mi numero es, mera number, मेरा नंबर, empiezo de nuevo");

    /// All runs of digits in `utterance`, spoken ones included.
    static List<DigitRun> in(Utterance utterance) {
        var said = Utterance.of(SpokenNumbers.digits(utterance.text()));
        var runs = new ArrayList<DigitRun>();
        var previousEnd = 0;
        for (var at = 0; at < said.size(); at++) {
            if (said.word(at).isNumber()) {
                var run = read(said, at, previousEnd);
                runs.add(run);
                at = run.to - 1;
                previousEnd = run.to;
            }
        }
        return runs;
    }

    private static DigitRun read(Utterance said, int from, int previousEnd) {
        var pieces = new ArrayList<String>();
        var isSingles = false;
        var at = from;
        for (var next = from;
                next < said.size() && said.word(next).isNumber();
                next = afterFiller(said, at)) {
            var piece = said.key(next);
            if (next > from && !isSameRun(said, at, next) || next - from > MOST_WORDS) {
                break;
            }
            if (pieces.isEmpty()) {
                pieces.add((hasPlus(said, next) ? "+" : "") + piece);
            } else if (isSingles && piece.length() == 1) {
                pieces.add(pieces.removeLast() + piece);
            } else {
                pieces.add(piece);
            }
            isSingles = piece.length() == 1;
            at = next + 1;
        }
        return new DigitRun(said, List.copyOf(pieces), from, at, previousEnd);
    }

    private static boolean hasPlus(Utterance said, int at) {
        var before = said.key(at - 1);
        return said.word(at).gap().endsWith("+")
                || before.equals("plus")
                || before.equals("प्लस")
                || before.equals("mas");
    }

    private static boolean isSameRun(Utterance said, int from, int next) {
        for (var i = from; i <= next; i++) {
            if (!said.word(i).gap().chars().allMatch(c -> " -().,/+–\n".indexOf(c) >= 0)) {
                return false;
            }
        }
        return UNIT.at(said, next + 1) == 0 || said.word(next).key().length() > 2;
    }

    private static int afterFiller(Utterance said, int at) {
        var length = FILLER.at(said, at);
        if (length == 0) {
            return at;
        }
        return at + length < said.size() && said.word(at + length).isNumber()
                ? at + length
                : said.size();
    }

    static boolean announcesOwnNumber(Utterance said) {
        var last = lastLabel(said);
        return last >= 0
                && last >= said.size() - 4
                && !said.isQuestion()
                && !Owner.isSomebodyElse(said, said.clauseStart(last), said.size());
    }

    static boolean announcesOthersNumber(Utterance said) {
        var last = lastLabel(said);
        return last >= 0 && Owner.isSomebodyElse(said, said.clauseStart(last), said.size());
    }

    private static int lastLabel(Utterance said) {
        for (var i = said.size() - 1; i >= 0; i--) {
            if (LABEL.at(said, i) > 0) {
                return i;
            }
        }
        return -1;
    }

    String digits() {
        return String.join("", pieces).replace("+", "");
    }

    /// The last thing the words before call these digits decides; Hindi may say it after them.
    boolean isLabelled() {
        return label() > other();
    }

    boolean isNothingElse() {
        return other() < 0 || label() > other();
    }

    private int label() {
        var after =
                LABEL.within(said, to, Math.min(to + 4, said.size())) && hindiFollows() ? from : -1;
        var before = lastBefore(LABEL);
        return Math.max(after, isOthersLabel(before) ? -1 : before);
    }

    /// The "number is" of "my order number is" labels an order.
    private boolean isOthersLabel(int label) {
        var isLinked = said.key(label - 1).equals("ka") || said.key(label - 1).equals("का");
        return label > 0 && SOMETHING_ELSE.within(said, label - (isLinked ? 2 : 1), label);
    }

    private boolean hindiFollows() {
        return said.key(to).equals("mera")
                || said.key(to).equals("मेरा")
                || said.key(to).equals("is")
                || said.key(to).equals("es");
    }

    private int other() {
        return lastBefore(SOMETHING_ELSE);
    }

    private int lastBefore(Phrases phrases) {
        for (var i = from - 1; i >= Math.max(0, Math.max(previousEnd, from - 9)); i--) {
            if (phrases.at(said, i) > 0 && phrases.at(said, i) + i <= from) {
                return i;
            }
        }
        return -1;
    }

    /// A price, a time, a date, a number of things.
    boolean isQuantity() {
        return UNIT.at(said, to) > 0
                || said.word(from).gap().chars().anyMatch(c -> "$€£₹#".indexOf(c) >= 0)
                || to < said.size() && said.word(to).gap().startsWith("%")
                || to < said.size() && said.word(to).gap().equals(":");
    }

    /// "call me at 5 30".
    boolean isTime() {
        return digits().length() <= 4 && TIME.within(said, from - 1, from);
    }

    boolean isSomebodyElses() {
        return Owner.isSomebodyElse(said, Math.max(previousEnd, clauseOrTwo()), from)
                && !YOUR_ORDER.within(said, previousEnd, from);
    }

    private int clauseOrTwo() {
        var start = said.clauseStart(from);
        return from - start < 3 && start > 0 ? said.clauseStart(start - 1) : start;
    }

    /// "4417" in "4471, not 4417".
    boolean isDenied() {
        for (var back = 1; back <= 3 && from - back >= 0; back++) {
            if (NOT.at(said, from - back) == back && !said.word(from).opensClause()) {
                return true;
            }
        }
        return NOT_AFTER.at(said, to) > 0 && to + 1 < said.size();
    }

    boolean isCorrection() {
        return CORRECTION.within(said, 0, said.size());
    }

    boolean replacesPieceBefore() {
        return previousEnd > 0 && CORRECTION.within(said, previousEnd, from)
                || CORRECTION.within(said, 0, from) && previousEnd == 0;
    }

    boolean isFreshStart() {
        return FRESH.within(said, 0, from);
    }
}
