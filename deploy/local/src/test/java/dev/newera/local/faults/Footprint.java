package dev.newera.local.faults;

import static dev.newera.local.faults.Absences.EVERYTHING;

import dev.newera.local.Events;
import dev.newera.local.RunningSystem;
import java.util.stream.Collectors;

/** What the system holds at one moment: memory and open files of each process, and the bytes of tables and topics. */
record Footprint(String processes, long tweets, long tableBytes, long topicBytes) {

    private static final int MEGA = 1_000_000;

    static Footprint of(RunningSystem system) throws Exception {
        var store = new Store(system.database());
        return new Footprint(
                processes(system), store.tweetCount(), store.bytes(), new Events(system.bootstrapServers()).bytes());
    }

    private static String processes(RunningSystem system) {
        return EVERYTHING.stream().map(part -> process(system, part)).collect(Collectors.joining(", "));
    }

    private static String process(RunningSystem system, String part) {
        try {
            return "%s %d MB, %d files".formatted(part, system.kilobytes(part) / 1_000, system.openFiles(part));
        } catch (Exception e) {
            return part + " is away";
        }
    }

    @Override
    public String toString() {
        return "%s; %d tweets in tables of %d MB, topics of %d MB"
                .formatted(processes, tweets, tableBytes / MEGA, topicBytes / MEGA);
    }
}
