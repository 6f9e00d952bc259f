package dev.parley.brains.desk;

import dev.parley.brains.knowledge.Knowledge;

/// What stays the same through a conversation.
///
/// @param agent the agent's name
/// @param company the business it speaks for
public record Desk(String agent, String company, Plan plan, Knowledge knowledge) {}
