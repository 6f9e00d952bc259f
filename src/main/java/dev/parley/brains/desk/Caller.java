package dev.parley.brains.desk;

import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Utterance;
import dev.parley.understanding.CallerDetails;
import org.jspecify.annotations.Nullable;

/// What is known of the caller at one moment.
///
/// @param phoneIsPartial the caller has said the beginning of a phone number
public record Caller(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        boolean phoneIsPartial) {
    private static final int DIGITS_OF_A_PIECE = 5;

    public static Caller of(CallerDetails details) {
        return new Caller(
                details.name(),
                details.phoneNumber(),
                details.emailAddress(),
                details.address(),
                details.phoneNumberIsPartial());
    }

    /// Fills what is no longer known from `before`, unless the caller has just called it in
    /// question.
    public Caller orElse(Caller before, Utterance heard) {
        boolean keepsPhone =
                (phone == null || phoneIsPartial)
                        && before.value(Detail.PHONE) != null
                        && !heard.says(Cue.ABOUT_PHONE)
                        && heard.text().chars().filter(Character::isDigit).count()
                                < DIGITS_OF_A_PIECE;
        return new Caller(
                kept(name, before.name, heard.says(Cue.ABOUT_NAME)),
                keepsPhone ? before.phone : phone,
                kept(email, before.email, heard.says(Cue.ABOUT_EMAIL)),
                kept(address, before.address, heard.says(Cue.ABOUT_ADDRESS)),
                phoneIsPartial && !keepsPhone);
    }

    private static @Nullable String kept(
            @Nullable String now, @Nullable String before, boolean inQuestion) {
        return now == null && !inQuestion ? before : now;
    }

    @Nullable String value(Detail detail) {
        return switch (detail) {
            case NAME -> name;
            case PHONE -> phoneIsPartial ? null : phone;
            case EMAIL -> email;
            case ADDRESS -> address;
            case ITEMS, SUBJECT, WORDS, HANDOVER, WHEN -> null;
        };
    }
}
