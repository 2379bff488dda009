package dev.newera.local.system;

import dev.newera.embedded.StartFailure;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Looks after one part that was started: starts it again when it has ended. One that ends right after its start is given
 * more and more time between tries, because the next try is likely to end alike.
 */
final class Watch {

    private static final Duration AT_ONCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Part part;
    private final DataHome home;
    private final Consumer<String> tell;
    private final LongSupplier nanoClock;
    private State state = State.STARTING;
    private long started;
    private long nextTry;
    private int endsAtOnce;

    private enum State {
        STARTING,
        READY,
        DOWN,
        HELD
    }

    /** @param nanoClock counts the nanoseconds from any moment on, as {@link System#nanoTime} does */
    Watch(Part part, DataHome home, Consumer<String> tell, LongSupplier nanoClock) {
        this.part = part;
        this.home = home;
        this.tell = tell;
        this.nanoClock = nanoClock;
        this.started = nanoClock.getAsLong();
    }

    /** The part was found ready by whoever started it first. */
    void beginReady() {
        started = nanoClock.getAsLong();
        state = State.READY;
    }

    /** Does what is to be done at this moment, and tells whether a process came or went. */
    boolean look() {
        return part.process().isPresent() ? lookAtRunning() : lookAtEnded();
    }

    private boolean lookAtRunning() {
        if (state != State.READY && part.isReady()) {
            state = State.READY;
            tell.accept(part.name() + " is back: " + part.address().url());
        }
        return false;
    }

    private boolean lookAtEnded() {
        boolean news = state == State.STARTING || state == State.READY;
        if (news) noteEnd();
        if (home.isHeld(part.name())) return noteHeld() || news;
        if (news) tellEnd();
        if (nanoClock.getAsLong() - nextTry < 0) return news;
        startAgain();
        return true;
    }

    private void noteEnd() {
        state = State.DOWN;
        endsAtOnce = nanoClock.getAsLong() - started < AT_ONCE.toNanos() ? endsAtOnce + 1 : 0;
        nextTry = nanoClock.getAsLong() + pause().toNanos();
    }

    private void tellEnd() {
        tell.accept(
                endsAtOnce < 2
                        ? part.name() + " has ended; it is started again on the same data."
                        : part.name() + " has ended right after its start, " + endsAtOnce
                                + " times in a row; next try in " + pause().toSeconds() + " s. Its log: "
                                + home.log(part.name()));
    }

    private boolean noteHeld() {
        if (state == State.HELD) return false;
        state = State.HELD;
        tell.accept(part.name() + " has ended and stays down for as long as there is a file hold/" + part.name() + ".");
        return true;
    }

    private void startAgain() {
        started = nanoClock.getAsLong();
        state = State.STARTING;
        try {
            part.start();
        } catch (StartFailure e) {
            tell.accept(e.getMessage());
        }
    }

    /** None after a long life, then 1, 2, 4 … seconds. */
    private Duration pause() {
        if (endsAtOnce == 0) return Duration.ZERO;
        var doubled = Duration.ofSeconds(1L << Math.min(endsAtOnce - 1, 5));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
