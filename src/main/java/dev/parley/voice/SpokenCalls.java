package dev.parley.voice;

import dev.parley.audio.AudioFormat;
import dev.parley.calls.Call;
import dev.parley.live.CallLog;

/// Where sockets that carry sound bring their calls.
public interface SpokenCalls {
    /// The line that was admitted to `call` is there. On the loop.
    ///
    /// @param log watches the conversation; called by its own thread
    SpokenCall join(Call call, AudioPort port, AudioFormat format, Loop loop, CallLog log);
}
