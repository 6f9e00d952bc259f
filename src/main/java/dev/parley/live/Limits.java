package dev.parley.live;

import java.time.Duration;

/// How far a conversation may go.
///
/// @param idleAfter silence of the caller after which the agent asks whether they are there
/// @param maxSilences such silences in a row, the last of which ends the conversation
/// @param resumeWithin how long a lost line may take to come back
/// @param replyWithin how long a reply may go without a sentence before it counts as failed
/// @param fillAfter how long the caller waits for a reply before the agent says that it takes a
///   moment
/// @param deliverWithin how long a sentence may be on its way
/// @param closeWithin how long the last words may take to be delivered
/// @param maxFailures failed replies in a row, the last of which ends the conversation
/// @param maxUtteranceChars the rest of a longer utterance is dropped
/// @param maxUtterances more of them in one conversation are a flood
/// @param maxReplyChars a longer reply is cut off
/// @param tools what the agent may do besides talking
/// @param maxWaiting events from outside not yet handled; more of them are a flood
public record Limits(
        Duration idleAfter,
        int maxSilences,
        Duration maxDuration,
        Duration resumeWithin,
        Duration replyWithin,
        Duration fillAfter,
        Duration deliverWithin,
        Duration closeWithin,
        int maxFailures,
        int maxUtteranceChars,
        int maxUtterances,
        int maxReplyChars,
        Uses tools,
        TurnTaking turnTaking,
        int maxWaiting) {
    public static final Limits DEFAULT =
            new Limits(
                    Duration.ofSeconds(15),
                    2,
                    Duration.ofMinutes(30),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    Duration.ofDays(1),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(10),
                    3,
                    4_000,
                    1_000,
                    8_000,
                    new Uses(4, 30, Duration.ofSeconds(15)),
                    TurnTaking.DEFAULT,
                    256);

    /// Uses of tools; more of them are not done.
    ///
    /// @param within how long the record of a conversation that is over waits for the end of what
    ///   was begun in it
    public record Uses(int perTurn, int perConversation, Duration within) {}

    /// Who types needs longer than who speaks.
    public static final Limits TYPED =
            DEFAULT.with(
                    Duration.ofSeconds(60),
                    DEFAULT.replyWithin,
                    DEFAULT.fillAfter,
                    DEFAULT.deliverWithin,
                    DEFAULT.closeWithin);

    /// Who hears nothing for five seconds hangs up. Sentences take as long as they are.
    public static final Limits SPOKEN =
            DEFAULT.with(
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(4),
                    Duration.ofMillis(2_500),
                    Duration.ofSeconds(90),
                    Duration.ofSeconds(60));

    private Limits with(
            Duration idle, Duration reply, Duration fill, Duration deliver, Duration close) {
        return new Limits(
                idle,
                maxSilences,
                maxDuration,
                resumeWithin,
                reply,
                fill,
                deliver,
                close,
                maxFailures,
                maxUtteranceChars,
                maxUtterances,
                maxReplyChars,
                tools,
                turnTaking,
                maxWaiting);
    }
}
