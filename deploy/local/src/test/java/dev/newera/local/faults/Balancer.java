package dev.newera.local.faults;

import dev.newera.local.Replica;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What stands before several instances of a service anywhere: the next request goes to the next one. */
final class Balancer implements Supplier<String> {

    private final List<Replica> replicas = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    void add(Replica replica) {
        replicas.add(replica);
    }

    /** Nothing new goes there; what is under way stays under way. */
    void drain(Replica replica) {
        replicas.remove(replica);
    }

    @Override
    public String get() {
        var choice = List.copyOf(replicas);
        return choice.get(Math.floorMod(turn.getAndIncrement(), choice.size())).url();
    }
}
