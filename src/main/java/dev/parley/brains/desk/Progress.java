package dev.parley.brains.desk;

import dev.parley.brains.doing.Slot;
import dev.parley.brains.offers.Offer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a conversation stands.
///
/// @param tries how often the caller's answers to `focus` could not be used
/// @param task what is being taken down, or was last
/// @param unfinished words of the caller that broke off
public record Progress(Focus focus, int tries, @Nullable Task task, String unfinished) {
    /// What the agent is waiting for.
    public sealed interface Focus {
        /// Nothing has been asked but how to help.
        record Open() implements Focus {}

        /// May I take this down?
        ///
        /// @param byHand its tool has failed, so it is only taken down
        record Offered(Task task, boolean byHand) implements Focus {
            Offered(Task task) {
                this(task, false);
            }
        }

        /// Of what is on sale some was told; may I go on?
        record Listing(List<Offer> rest) implements Focus {}

        /// That is not on sale; this instead?
        record Suggesting(Offer offer, int count) implements Focus {}

        /// Which of these?
        record Choosing(List<Offer> offers, int count) implements Focus {}

        /// What a tool has to be told.
        record AskingSlot(Slot slot) implements Focus {}

        record Asking(Detail detail) implements Focus {}

        /// One of the mission's own questions.
        record AskingOwn(Plan.Question question) implements Focus {}

        /// Everything was read back: is it right?
        record Confirming() implements Focus {}

        /// What should be changed?
        record Correcting() implements Focus {}

        record AnythingElse() implements Focus {}
    }

    public static Progress start() {
        return new Progress(new Focus.Open(), 0, null, "");
    }

    public Progress to(Focus next) {
        return new Progress(next, 0, task, "");
    }

    public Progress to(Focus next, Task taken) {
        return new Progress(next, 0, taken, "");
    }

    public Progress triedAgain() {
        return new Progress(focus, tries + 1, task, "");
    }

    public Progress with(@Nullable Task taken) {
        return new Progress(focus, tries, taken, unfinished);
    }

    public Progress brokenOff(String words) {
        return new Progress(focus, tries, task, words);
    }

    /// The agent asked whether there is anything else.
    public boolean asksForMore() {
        return focus instanceof Focus.AnythingElse;
    }

    /// What is taken down has numbers in it that are no telephone's.
    public boolean countsThings() {
        return task != null
                && (!task.order().basket().isEmpty()
                        || task.errand() != null && !task.errand().asked().isEmpty());
    }

    /// The task being taken down; null when none is, or the last one is done.
    @Nullable Task open() {
        return switch (focus) {
            case Focus.Open _, Focus.Offered _, Focus.Listing _, Focus.AnythingElse _ -> null;
            case Focus.Suggesting _, Focus.Choosing _, Focus.AskingSlot _ -> task;
            case Focus.Asking _, Focus.AskingOwn _, Focus.Confirming _, Focus.Correcting _ -> task;
        };
    }
}
