package dev.parley.audio;

/// Takes frames of [Pcm].
@FunctionalInterface
public interface FrameSink {
    /// @param frame whole; whoever calls uses it again afterwards, so what is kept is copied
    void accept(short[] frame);
}
