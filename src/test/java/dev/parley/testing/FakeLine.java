package dev.parley.testing;

import dev.parley.live.EndReason;
import dev.parley.live.Line;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A line that keeps what is sent on it.
public final class FakeLine implements Line {
    public sealed interface Frame {
        record Said(String turn, String sentence) implements Frame {}

        record TurnEnded(String turn) implements Frame {}

        record TurnAborted(String turn) implements Frame {}

        record HungUp(EndReason reason) implements Frame {}
    }

    private final BlockingQueue<Frame> unread = new LinkedBlockingQueue<>();
    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Runnable> undelivered = new LinkedBlockingQueue<>();
    private volatile boolean delivers = true;
    private volatile boolean broken;

    /// From now on sentences are delivered when the test says so.
    public FakeLine keepsBack() {
        delivers = false;
        return this;
    }

    /// From now on every call fails.
    public FakeLine breaks() {
        broken = true;
        return this;
    }

    /// Delivers the oldest sentence kept back.
    public void deliverNext() throws InterruptedException {
        undelivered.take().run();
    }

    /// Waits for the next frame.
    public Frame next() throws InterruptedException {
        var frame = unread.poll(10, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("nothing was sent; before: " + frames);
        }
        return frame;
    }

    /// Everything sent so far.
    public List<Frame> frames() {
        return frames;
    }

    @Override
    public void say(String turn, int place, String sentence, Runnable delivered) {
        fail();
        undelivered.add(delivered);
        if (delivers) {
            undelivered.remove().run();
        }
        keep(new Frame.Said(turn, sentence));
    }

    @Override
    public void endTurn(String turn) {
        keep(new Frame.TurnEnded(turn));
    }

    @Override
    public void abortTurn(String turn) {
        keep(new Frame.TurnAborted(turn));
    }

    @Override
    public void hangUp(EndReason reason) {
        keep(new Frame.HungUp(reason));
    }

    private void fail() {
        if (broken) {
            throw new IllegalStateException("the line is broken");
        }
    }

    private void keep(Frame frame) {
        fail();
        frames.add(frame);
        unread.add(frame);
    }
}
