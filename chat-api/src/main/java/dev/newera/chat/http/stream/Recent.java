package dev.newera.chat.http.stream;

import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The newest events of the stream, as many as its room holds. One thread adds; any number read, each from its own place, and nobody
 * waits for anybody. A reader whose place the row has left behind is told by {@link #reaches}.
 */
final class Recent {
    private final ConcurrentSkipListMap<EventId, Frame> frames = new ConcurrentSkipListMap<>();
    private final long room;
    private long size;
    private volatile boolean open;
    private volatile long begin;
    private volatile long end;
    private volatile long counted;

    /** @param room bytes of events that are kept */
    Recent(long room) {
        this.room = room;
    }

    /** Empties the row: it holds nothing up to that change. */
    void beginAfter(long no) {
        open = false;
        begin = no;
        end = no;
        frames.clear();
        size = 0;
    }

    /** From now on it is worth reading: it holds counts, and every change from its begin to its end. */
    void open() {
        open = true;
    }

    void close() {
        open = false;
    }

    boolean isOpen() {
        return open;
    }

    void add(Frame frame) {
        frames.put(frame.last(), frame);
        size += frame.length();
        if (frame.last().counts()) {
            counted = frame.last().no();
        }
        while (size > room) {
            forgetOldest();
        }
    }

    /** The begin moves before the frame goes: a reader that no longer finds it sees that it was left behind. */
    private void forgetOldest() {
        var oldest = frames.firstEntry();
        begin = oldest.getKey().no();
        frames.remove(oldest.getKey());
        size -= oldest.getValue().length();
    }

    /** All changes up to that number are here, though some of them may have no event. */
    void endAt(long no) {
        end = no;
    }

    long end() {
        return end;
    }

    /** The number of the change that the newest counts were told after. */
    long counted() {
        return counted;
    }

    /** The frame with the next event; look at {@link #reaches} after this to know that none was missed. */
    Optional<Frame> after(EventId place) {
        return Optional.ofNullable(frames.higherEntry(place)).map(it -> it.getValue());
    }

    /** Whether nothing after that place has left the row. Counts may have: newer ones take their place. */
    boolean reaches(EventId place) {
        return begin <= place.no();
    }

    /** Whether a client that comes back to that place finds it here. */
    boolean holds(EventId place) {
        return reaches(place) && place.no() <= end;
    }

    /** Where a client begins that has seen nothing: at the newest counts, so that it knows how things stand. */
    EventId newcomer() {
        return EventId.ofChange(counted >= begin ? counted : end);
    }
}
