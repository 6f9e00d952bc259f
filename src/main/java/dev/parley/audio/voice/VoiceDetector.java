package dev.parley.audio.voice;

/// Tells voice from other sound, frame by frame. One detector hears one line; no two threads at
/// once.
public interface VoiceDetector extends AutoCloseable {
    /// Whether there is voice in this frame of [dev.parley.audio.Pcm].
    boolean isVoice(short[] frame);

    @Override
    void close();
}
