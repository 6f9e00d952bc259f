package dev.parley.connections;

import dev.parley.audio.AudioFormat;
import dev.parley.live.EndReason;
import dev.parley.voice.AudioPort;

/// Sound on its way to a browser. On the socket's event loop.
final class SocketPort implements AudioPort {
    /// Samples of a chunk in the contract's own format.
    private static final int CONTRACT_CHUNK = 128;

    private final SocketLine line;
    private final boolean isBinary;
    private final byte[] chunk;
    private int filled;
    private String turn = "";

    /// @param isBinary whether sound travels in binary frames, not in JSON
    SocketPort(SocketLine line, AudioFormat format, boolean isBinary) {
        this.line = line;
        this.isBinary = isBinary;
        boolean isContracts = format == AudioFormat.PCM_F32LE_44100;
        this.chunk = new byte[isContracts ? CONTRACT_CHUNK * format.sampleBytes() : 0];
    }

    @Override
    public void sentence(String turn, String text) {
        flush();
        line.send(ServerFrame.sentence(turn, text, () -> {}));
    }

    @Override
    public void audio(String turn, byte[] bytes, int length) {
        this.turn = turn;
        if (chunk.length == 0) {
            sound(bytes, length);
            return;
        }
        for (int i = 0; i < length; ) {
            int count = Math.min(length - i, chunk.length - filled);
            System.arraycopy(bytes, i, chunk, filled, count);
            i += count;
            filled += count;
            if (filled == chunk.length) {
                flush();
            }
        }
    }

    private void flush() {
        if (filled > 0) {
            sound(chunk, filled);
            filled = 0;
        }
    }

    private void sound(byte[] bytes, int length) {
        line.send(ServerFrame.sound(turn, bytes, length, isBinary));
    }

    /// Browsers tell by themselves what they have played.
    @Override
    public void mark(String name) {}

    @Override
    public void endTurn(String turn) {
        flush();
        line.send(ServerFrame.endOfTurn(turn));
    }

    @Override
    public void abortTurn(String turn) {
        filled = 0;
        line.drop(turn);
    }

    @Override
    public boolean isWritable() {
        return line.isRead();
    }

    @Override
    public void hangUp(EndReason reason) {
        flush();
        line.hangUp(reason);
    }
}
