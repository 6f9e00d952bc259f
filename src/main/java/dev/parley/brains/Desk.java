package dev.parley.brains;

/// What stays the same through a conversation.
///
/// @param agent the agent's name
/// @param company the business it speaks for
record Desk(String agent, String company, Plan plan, Knowledge knowledge) {}
