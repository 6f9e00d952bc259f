package dev.parley.brains.desk;

import dev.parley.brains.doing.Errands;
import java.time.ZonedDateTime;

/// What a turn is answered with.
///
/// @param agent the agent's name
/// @param company the business it speaks for
/// @param now where the business is
public record Desk(
        String agent, String company, Plan plan, Facts facts, Errands errands, ZonedDateTime now) {
    /// In a turn that may use `tools`.
    public Desk in(Errands tools, ZonedDateTime time) {
        return new Desk(agent, company, plan, facts, tools, time);
    }
}
