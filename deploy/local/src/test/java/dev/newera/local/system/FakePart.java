package dev.newera.local.system;

import java.util.Optional;

/** Runs when it was started, until it is ended; the process it shows is this one. */
final class FakePart implements Part {

    private final String name;
    private boolean running;
    boolean ready;
    int starts;

    FakePart(String name) {
        this.name = name;
    }

    void end() {
        running = false;
        ready = false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Address address() {
        return Address.of(9092, "127.0.0.1:9092");
    }

    @Override
    public void start() {
        running = true;
        starts++;
    }

    @Override
    public Optional<ProcessHandle> process() {
        return running ? Optional.of(ProcessHandle.current()) : Optional.empty();
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void stop() {
        end();
    }
}
