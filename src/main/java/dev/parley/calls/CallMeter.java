package dev.parley.calls;

import dev.parley.live.CallLog;
import dev.parley.live.EndReason;

/// Counts what happens in all conversations. Called by their own threads: never blocks.
public interface CallMeter extends CallLog {
    /// Counts nothing.
    CallMeter NONE =
            new CallMeter() {
                @Override
                public void tell(Entry entry) {}

                @Override
                public void ended(EndReason reason) {}
            };

    /// A conversation is over.
    void ended(EndReason reason);
}
