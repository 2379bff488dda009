package dev.newera.chat;

/**
 * Traces of what is done for a request, also long after it was answered and by others. A trace is written as W3C trace context
 * ({@code traceparent}), and null where there is none; it is kept with the change and goes out with the event. Safe from many threads.
 */
public interface Traces {

    /** For an operation of its own in a trace. */
    enum Role {
        /** It hands something to others. */
        PRODUCER,
        /** It deals with what it was handed. */
        CONSUMER
    }

    /** One operation of a trace. */
    interface Step {

        /** The trace that those belong to who go on from here. */
        String trace();

        /** It is over. */
        void end();
    }

    /** Nobody collects traces: those of others are handed on, and nothing else is done. */
    Traces OFF = new Traces() {
        @Override
        public boolean areKept() {
            return false;
        }

        @Override
        public String current() {
            return null;
        }

        @Override
        public Step begin(String what, Role role, String trace) {
            return new Step() {
                @Override
                public String trace() {
                    return trace;
                }

                @Override
                public void end() {}
            };
        }
    };

    /** Whether it is worth asking for {@link #current}. */
    boolean areKept();

    /** The trace of what this thread is doing, if it is to be collected. */
    String current();

    /** Begins an operation of that trace, from anywhere. */
    Step begin(String what, Role role, String trace);
}
