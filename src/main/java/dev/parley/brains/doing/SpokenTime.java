package dev.parley.brains.doing;

import dev.parley.brains.offers.Quantity;
import dev.parley.brains.words.Catalogue;
import dev.parley.brains.words.Utterance;
import dev.parley.understanding.Language;
import dev.parley.understanding.SpokenNumbers;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A day and a time of day as callers say them: "tomorrow at 7 pm", "el martes a las diez", "kal
/// shaam paanch baje".
///
/// @param date null when no day is named
/// @param time null when no time is named
record SpokenTime(@Nullable LocalDate date, @Nullable LocalTime time) {
    private static final Map<String, String> WORDS = new HashMap<>();
    private static final Pattern CLOCK =
            Pattern.compile(
                    "(?<![\\d:/.-])(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.|h|बजे|baje)?(?![\\d:/-])");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Set<String> AFTER_HOUR = Set.of("baje", "बजे", "oclock", "am", "pm");
    private static final Set<String> BEFORE_HOUR = Set.of("at", "las", "la");
    private static final int NOON = 12;
    private static final int EARLIEST = 7;

    static {
        var lists = Catalogue.read("calendar");
        for (var key : lists.stringPropertyNames()) {
            for (var word : lists.getProperty(key).split(",")) {
                WORDS.put(Utterance.plain(word.strip()), key);
            }
        }
    }

    static SpokenTime of(String words, ZonedDateTime now) {
        var text = SpokenNumbers.digits(withHours(words));
        var keys = new ArrayList<String>();
        for (var word : Utterance.of(text).words()) {
            keys.add(WORDS.getOrDefault(word.plain(), word.plain()));
        }
        var plain = Utterance.plain(text);
        try {
            return new SpokenTime(date(keys, plain, now.toLocalDate()), time(keys, plain));
        } catch (DateTimeException _) {
            return new SpokenTime(null, null);
        }
    }

    /// Small numbers beside "o'clock" are hours, whatever else their words mean.
    private static String withHours(String words) {
        var said = Utterance.of(words);
        var text = new StringBuilder(words);
        for (int at = said.size() - 1; at >= 0; at--) {
            var next = at + 1 < said.size() ? said.words().get(at + 1).plain() : "";
            var last = at > 0 ? said.words().get(at - 1).plain() : "";
            if (AFTER_HOUR.contains(next) || BEFORE_HOUR.contains(last)) {
                var word = said.words().get(at);
                for (var language : List.of(Language.HINDI, Language.SPANISH)) {
                    var hour = Quantity.at(Utterance.of(word.plain()), 0, language);
                    if (hour.isPresent()) {
                        text.replace(word.start(), word.end(), "" + hour.get().count());
                        break;
                    }
                }
            }
        }
        return text.toString();
    }

    private static @Nullable LocalDate date(List<String> keys, String text, LocalDate today) {
        var iso = ISO.matcher(text);
        if (iso.find()) {
            return LocalDate.parse(iso.group());
        }
        if (keys.contains("after-tomorrow")) {
            return today.plusDays(2);
        }
        var named = ofMonth(keys, today);
        if (named != null) {
            return named;
        }
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            boolean morning = key.equals("tomorrow") && i > 0 && keys.get(i - 1).equals("in-the");
            if (key.equals("today")) {
                return today;
            } else if (key.equals("tomorrow") && !morning) {
                boolean after = i > 1 && keys.get(i - 1).equals("after");
                return today.plusDays(after ? 2 : 1);
            } else if (key.startsWith("day-")) {
                var day = DayOfWeek.of(Integer.parseInt(key.substring(4)));
                return today.with(TemporalAdjusters.next(day));
            }
        }
        return null;
    }

    /// "March 5th", "5 de marzo": this year's, or next year's when it is past.
    private static @Nullable LocalDate ofMonth(List<String> keys, LocalDate today) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).startsWith("month-")) {
                int day =
                        Math.max(
                                number(keys, i + 1),
                                Math.max(number(keys, i - 1), number(keys, i - 2)));
                if (day > 0) {
                    int month = Integer.parseInt(keys.get(i).substring(6));
                    var date = LocalDate.of(today.getYear(), month, day);
                    return date.isBefore(today) ? date.plusYears(1) : date;
                }
            }
        }
        return null;
    }

    private static int number(List<String> keys, int at) {
        var digits =
                at < 0 || at >= keys.size() ? "" : keys.get(at).replaceFirst("(st|nd|rd|th)$", "");
        return digits.matches("\\d{1,2}") ? Integer.parseInt(digits) : 0;
    }

    private static @Nullable LocalTime time(List<String> keys, String text) {
        if (keys.contains("noon")) {
            return LocalTime.NOON;
        }
        var clock = CLOCK.matcher(ISO.matcher(text).replaceAll(" "));
        boolean late = keys.contains("late") || text.contains("tonight");
        boolean early = keys.contains("early");
        while (clock.find()) {
            var half = clock.group(3) == null ? "" : clock.group(3);
            boolean stated =
                    !half.isEmpty()
                            || clock.group(2) != null
                            || late
                            || early
                            || text.matches("(?s).*\\b(at|las|la) " + clock.group(1) + "\\b.*");
            int hour = Integer.parseInt(clock.group(1));
            if (stated && hour < 24 && !isOfMonth(keys, clock.group(1))) {
                // Few are open at three in the morning.
                boolean small = half.isEmpty() && !early && hour > 0 && hour < EARLIEST;
                boolean afternoon = half.startsWith("p") || small || late && !half.startsWith("a");
                int minute =
                        clock.group(2) == null ? minutes(keys) : Integer.parseInt(clock.group(2));
                return LocalTime.of(half(hour, afternoon, half.startsWith("a")), minute);
            }
        }
        return null;
    }

    private static boolean isOfMonth(List<String> keys, String digits) {
        int at = keys.indexOf(digits);
        return at >= 0
                && (at > 0 && keys.get(at - 1).startsWith("month-")
                        || at + 1 < keys.size() && keys.get(at + 1).startsWith("month-")
                        || at + 2 < keys.size()
                                && keys.get(at + 2).startsWith("month-")
                                && keys.get(at + 1).equals("de"));
    }

    private static int minutes(List<String> keys) {
        return keys.contains("half-past") ? 30 : 0;
    }

    private static int half(int hour, boolean afternoon, boolean morning) {
        if (afternoon && hour < NOON) {
            return hour + NOON;
        }
        return morning && hour == NOON ? 0 : hour;
    }
}
