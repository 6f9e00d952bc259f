package dev.parley.bench;

/// What a caller waited for.
///
/// @param stream which caller, counted from 0
/// @param voiceEnded when the last frame of the caller's voice was meant to be sent
/// @param first when the agent's first frame came
record Answer(int stream, long voiceEnded, long first) {}
