package dev.parley.understanding;

/// Numbers as people say them: "double six", "oh", "twenty one", "noventa y seis", "nau chhe do".
public final class SpokenNumbers {
    private final Utterance said;
    private final StringBuilder digits = new StringBuilder();
    private int at;
    private boolean isCertain;

    private SpokenNumbers(Utterance said, int from) {
        this.said = said;
        this.at = from;
    }

    /// `text` with every number in words replaced by its digits; neighbouring numbers are joined.
    public static String digits(String text) {
        var said = Utterance.of(text);
        var result = new StringBuilder(text.length());
        var copied = 0;
        for (var i = 0; i < said.size(); ) {
            var run = new SpokenNumbers(said, i);
            run.read();
            if (run.at == i || !run.isCertain && run.at - i < 2) {
                i++;
                continue;
            }
            result.append(said.text(), copied, said.word(i).start()).append(run.digits);
            copied = said.word(run.at - 1).end();
            i = run.at;
        }
        return plainDigits(result.append(said.text(), copied, said.text().length()));
    }

    private static String plainDigits(StringBuilder text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                text.setCharAt(i, Character.forDigit(Character.digit(text.charAt(i), 10), 10));
            }
        }
        return text.toString();
    }

    private void read() {
        while (at < said.size() && (digits.isEmpty() || isJoined(at))) {
            var before = at;
            if (said.word(at).isNumber()) {
                readFigures();
            } else if (NumberWords.repeat(said.key(at)) != null) {
                readRepeated();
            } else if (NumberWords.value(said.key(at)) != null) {
                digits.append(number());
            }
            if (at == before) {
                return;
            }
        }
    }

    /// Figures stay as they were written, so that "96260 12778" keeps its two pieces.
    private void readFigures() {
        if (digits.isEmpty() || !said.word(at - 1).isNumber()) {
            digits.append(said.key(at));
            at++;
        }
    }

    private boolean isJoined(int index) {
        return said.word(index).gap().chars().allMatch(c -> c == ' ' || c == '-');
    }

    private boolean isNear(int index) {
        return index < said.size() && isJoined(index);
    }

    private void readRepeated() {
        var times = NumberWords.repeat(said.key(at));
        if (times == null || !isNear(at + 1)) {
            return;
        }
        var next = said.word(at + 1);
        var value = next.isNumber() ? asInt(next.key()) : NumberWords.value(next.key());
        if (value == null || value > 9) {
            return;
        }
        digits.append(String.valueOf(value).repeat(times));
        isCertain = true;
        at += 2;
    }

    private static Integer asInt(String key) {
        return key.length() > 1 ? 10 : Integer.valueOf(key);
    }

    private int number() {
        var value = below100();
        while (isNear(at)
                && NumberWords.multiplier(said.key(at)) instanceof Integer times
                && value > 0) {
            value *= times;
            isCertain = true;
            at++;
            value += rest(times);
        }
        return value;
    }

    /// What follows "hundred" belongs to it unless the caller goes on digit by digit.
    private int rest(int below) {
        if (!isNear(at)) {
            return 0;
        }
        var hasAnd = isAnd(at) && isNear(at + 1) && valueAt(at + 1) > 0;
        var start = hasAnd ? at + 1 : at;
        var value = valueAt(start);
        var isDictated = value < 10 && isNear(start + 1) && valueAt(start + 1) >= 0 && !hasAnd;
        if (value <= 0 || value >= below || isDictated) {
            return 0;
        }
        at = start;
        var read = below100();
        if (below == 1000
                && isNear(at)
                && NumberWords.multiplier(said.key(at)) instanceof Integer times
                && times == 100) {
            at++;
            return read * 100 + rest(100);
        }
        return read;
    }

    private int below100() {
        var value = valueAt(at);
        isCertain |= !NumberWords.isDoubtful(said.key(at));
        at++;
        if (value >= 100 && isNear(at) && valueAt(at) >= 10 && valueAt(at) < 100) {
            return value + below100();
        }
        if (value < 20 || value >= 100 || value % 10 != 0) {
            return value;
        }
        var unit = isNear(at) && said.key(at).equals("y") ? at + 1 : at;
        if (isNear(at) && isNear(unit) && valueAt(unit) > 0 && valueAt(unit) < 10) {
            at = unit + 1;
            return value + valueAt(unit);
        }
        return value;
    }

    private boolean isAnd(int index) {
        return said.key(index).equals("and") || said.key(index).equals("y");
    }

    private int valueAt(int index) {
        var value = NumberWords.value(said.key(index));
        return value == null ? -1 : value;
    }
}
