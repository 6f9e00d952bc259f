package dev.parley.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The caller's phone number, dictated in one go, in pieces, or corrected afterwards.
final class CallerPhone {
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final Phrases AGENTS_OWN =
            Phrases.of(
                    """
                    our number, our phone, call us, reach us, our office, our line, our helpline, you can call, our direct, nuestro numero, nuestro telefono, llamenos, puede llamar,
                    hamara number, hamare number, hamara helpline, हमारा नंबर, हमारे नंबर, order number, reference number, tracking number,
                    confirmation number, case number, हमारी हेल्पलाइन, हेल्पलाइन\
                    """);
    private static final Phrases TAIL =
            Phrases.of(
                    "ends, end, last, ending, termina, terminan, ultimos, aakhri, last mein, अंत में, आखिरी");

    private final String region;
    private List<String> pieces = new ArrayList<>();
    private int lastTaken;
    private boolean isAsked;
    private boolean isOtherAsked;
    private boolean isDictating;
    private boolean isOthers;
    private @Nullable DigitRun readBack;

    CallerPhone(String region) {
        this.region = region;
    }

    void agentSaid(Utterance said, Set<Topic> asked) {
        var isBackChannel = said.size() <= 4 && asked.isEmpty();
        isOthers = false;
        if (isBackChannel) {
            return;
        }
        isAsked = asked.contains(Topic.PHONE);
        isOtherAsked = asked.contains(Topic.OTHER_NUMBER) && !isAsked;
        var runs = DigitRun.in(said);
        isDictating = isDictating && (isAsked || !runs.isEmpty() && isPartial());
        readBack =
                AGENTS_OWN.in(said)
                        ? null
                        : runs.stream()
                                .filter(run ->
                                        run.digits().length() >= FEWEST_DIGITS
                                                && run.isNothingElse())
                                .reduce((first, last) -> last)
                                .orElse(null);
    }

    void callerSaid(Utterance said, Set<Intent> intents) {
        var runs = DigitRun.in(said);
        var isTaken = false;
        var isCorrecting = intents.contains(Intent.CORRECTION) || intents.contains(Intent.NO);
        DigitRun wrong = runs.stream().filter(DigitRun::isDenied).findFirst().orElse(null);
        for (var run : runs) {
            if (run != wrong && isMine(run)) {
                take(run, wrong, isCorrecting);
                isTaken = true;
            }
        }
        if (isTaken) {
            readBack = null;
        } else if (runs.isEmpty()) {
            hearNoDigits(said, intents);
        }
    }

    private void hearNoDigits(Utterance said, Set<Intent> intents) {
        if (DigitRun.announcesOwnNumber(said)) {
            isDictating = true;
            pieces = new ArrayList<>();
        } else if (DigitRun.announcesOthersNumber(said)) {
            isOthers = true;
            isDictating = false;
        }
        if (readBack != null && Intent.agrees(said, intents)) {
            if (!readBack.digits().equals(digits())) {
                pieces = new ArrayList<>(readBack.pieces());
            }
            readBack = null;
            isDictating = false;
        }
    }

    private boolean isMine(DigitRun run) {
        if (run.isSomebodyElses() || !run.isNothingElse() || isOthers && !run.isLabelled()) {
            isOthers |= run.isSomebodyElses();
            return false;
        }
        if (run.isLabelled()) {
            return isAsked || isDictating || !run.isQuantity() && !run.isTime();
        }
        if (isOtherAsked) {
            return false;
        }
        if (isAsked || isDictating || readBack != null) {
            return !run.isQuantity();
        }
        return isCorrection(run)
                || pieces.isEmpty()
                        && run.digits().length() >= 9
                        && PhoneNumbers.isComplete(run.digits(), region);
    }

    private boolean isCorrection(DigitRun run) {
        return run.isCorrection()
                && digits().length() >= FEWEST_DIGITS
                && run.digits().length() >= 3;
    }

    private void take(DigitRun run, @Nullable DigitRun wrong, boolean isCorrecting) {
        isDictating = true;
        var current = digits();
        if (wrong != null && current.contains(wrong.digits())) {
            rewrite(current.replace(wrong.digits(), run.digits()));
        } else if (isWhole(run)) {
            replace(run.pieces());
        } else if (run.replacesPieceBefore() && !isComplete(current) && isAsLongAsLast(run)) {
            pieces.subList(pieces.size() - lastTaken, pieces.size()).clear();
            append(run);
        } else if (isComplete(current)
                && current.length() > run.digits().length()
                && (isCorrecting || run.isCorrection() || TAIL.in(run.said()))) {
            correct(current, run.digits(), TAIL.in(run.said()));
        } else if (run.isFreshStart() || isComplete(current)) {
            if (run.isLabelled() || !isComplete(current)) {
                replace(run.pieces());
            }
        } else if (current.length() + run.digits().length() <= MOST_DIGITS) {
            append(run);
        } else {
            replace(run.pieces());
        }
    }

    private boolean isAsLongAsLast(DigitRun run) {
        var last = pieces.subList(Math.max(0, pieces.size() - lastTaken), pieces.size());
        return !last.isEmpty() && String.join("", last).length() <= run.digits().length() + 1;
    }

    private boolean isWhole(DigitRun run) {
        return run.digits().length() >= FEWEST_DIGITS + 2 && isComplete(run.digits());
    }

    private void replace(List<String> fresh) {
        pieces = new ArrayList<>(fresh);
        lastTaken = fresh.size();
    }

    private void append(DigitRun run) {
        pieces.addAll(run.pieces());
        lastTaken = run.pieces().size();
    }

    /// Puts a few corrected digits where they fit best; the end of the number wins a tie.
    private void correct(String current, String fresh, boolean isTail) {
        var best = current.length() - fresh.length();
        for (var at = best; at >= 0 && !isTail; at--) {
            if (distance(current, at, fresh) < distance(current, best, fresh)) {
                best = at;
            }
        }
        rewrite(current.substring(0, best) + fresh + current.substring(best + fresh.length()));
    }

    private static int distance(String current, int at, String fresh) {
        var different = 0;
        for (var i = 0; i < fresh.length(); i++) {
            different += current.charAt(at + i) == fresh.charAt(i) ? 0 : 1;
        }
        return different;
    }

    /// Keeps the caller's own grouping where the length allows.
    private void rewrite(String digits) {
        var rewritten = new ArrayList<String>();
        var at = 0;
        for (var piece : pieces) {
            var end = Math.min(digits.length(), at + piece.replace("+", "").length());
            rewritten.add((piece.startsWith("+") ? "+" : "") + digits.substring(at, end));
            at = end;
        }
        if (at < digits.length()) {
            rewritten.add(digits.substring(at));
        }
        rewritten.removeIf(String::isEmpty);
        pieces = rewritten;
    }

    private boolean isComplete(String digits) {
        var hasCountry = !pieces.isEmpty() && pieces.getFirst().startsWith("+");
        return PhoneNumbers.isComplete(
                hasCountry && digits.equals(digits()) ? "+" + digits : digits, region);
    }

    private String digits() {
        return String.join("", pieces).replace("+", "");
    }

    @Nullable String value() {
        var length = digits().length();
        return length < FEWEST_DIGITS || length > MOST_DIGITS ? null : String.join("-", pieces);
    }

    boolean isPartial() {
        return !pieces.isEmpty() && digits().length() <= MOST_DIGITS && !isComplete(digits());
    }
}
