package dev.newera.chat.http.stream;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * One client: a connection and a place in the stream. It is given the next events whenever its connection has room, and no sooner.
 * What it does it does on its connection's thread; the package-private methods may be called from any.
 */
public final class Subscriber {
    /** A client of the browser's own kind comes back after so many milliseconds. */
    private static final Buffer HELLO = Buffer.buffer("retry: 1000\n\n");

    private static final Buffer BEAT = Buffer.buffer(":\n\n");

    private static final Buffer GOODBYE = Buffer.buffer(": it is time to come again\n\n");

    private static final Buffer DROPPED = Buffer.buffer(
            "event: dropped\ndata: {\"detail\":\"The chat went on faster than you read. Come back with Last-Event-ID to miss nothing.\"}\n\n");

    private static final String RESET =
            "event: reset\nid: %s\ndata: {\"detail\":\"The chat does not know your last event any more. Ask for everything again; the stream goes on from here.\"}\n\n";

    private final HttpServerResponse response;
    private final Context context;
    private final LiveStream stream;
    private State state = State.BEHIND;
    private EventId place;

    private enum State {
        /** Not yet at a place that the recent events hold. */
        BEHIND,
        /** The log is being read for this client. */
        READING,
        /** At a place in the recent events. */
        LIVE,
        /** Nothing more will be sent. */
        OVER
    }

    /** @param seen the last event that the client has seen, or null */
    Subscriber(HttpServerResponse response, Context context, LiveStream stream, EventId seen) {
        this.response = response;
        this.context = context;
        this.stream = stream;
        this.place = seen;
    }

    /** Begins to send: the status and the headers have been set. To be called on the connection's thread. */
    public void open() {
        // Not at once: a connection may drain in the midst of a write.
        response.setChunked(true).drainHandler(ignored -> soon()).write(HELLO);
        goOn();
    }

    /** There may be something new; {@code then} is run when this client has been given what it has room for. */
    void wake(Runnable then) {
        context.runOnContext(ignored -> {
            goOn();
            then.run();
        });
    }

    void beat() {
        context.runOnContext(ignored -> {
            if (!isOver() && !response.writeQueueFull()) {
                response.write(BEAT);
            }
        });
    }

    void end() {
        context.runOnContext(ignored -> end(GOODBYE));
    }

    private void end(Buffer last) {
        if (!isOver()) {
            state = State.OVER;
            response.end(last);
        }
    }

    private boolean isOver() {
        return state == State.OVER || response.closed() || response.ended();
    }

    private void soon() {
        context.runOnContext(ignored -> goOn());
    }

    private void goOn() {
        if (state == State.BEHIND && !isOver() && stream.recent().isOpen()) {
            begin();
        }
        if (state == State.LIVE && !isOver()) {
            send();
        }
    }

    private void begin() {
        if (place == null) {
            place = stream.recent().newcomer();
        }
        if (stream.recent().holds(place)) {
            state = State.LIVE;
        } else if (!response.writeQueueFull()) {
            state = State.READING;
            stream.past(place).onSuccess(this::catchUp).onFailure(ignored -> tryAgainLater());
        }
    }

    private void catchUp(Past.Step step) {
        if (isOver()) {
            return;
        }
        if (step.gone()) {
            place = stream.recent().newcomer();
            response.write(Buffer.buffer(RESET.formatted(place)));
        } else {
            step.frames().forEach(frame -> response.write(frame.bytes()));
            moveTo(step.upTo());
        }
        // Not "holds": another replica may have told this client more than the tail has seen here by now.
        state = stream.recent().reaches(place) ? State.LIVE : State.BEHIND;
        goOn();
    }

    /** A place after the counts of a change is further on than the change. */
    private void moveTo(long no) {
        if (no > place.no()) {
            place = EventId.ofChange(no);
        }
    }

    private void tryAgainLater() {
        state = State.BEHIND;
        stream.later(this::soon);
    }

    private void send() {
        while (!response.writeQueueFull()) {
            var next = stream.recent().after(place);
            if (next.isEmpty() || !stream.recent().reaches(place)) {
                break;
            }
            response.write(next.get().after(place));
            place = next.get().last();
        }
        if (!stream.recent().reaches(place)) {
            stream.countDropped();
            end(DROPPED);
        }
    }
}
