package dev.newera.bench.soak;

import dev.newera.bench.system.Footprint;
import dev.newera.bench.system.Storage;
import java.util.Map;

/**
 * How things stood at the end of one minute, and how late everything was in it.
 *
 * @param minute how many have gone by; the last one is seldom a whole one
 * @param due tweets that were to be posted by then
 * @param acknowledged tweets of which their people were told so
 * @param tagged tweets that the chat counted as tagged
 * @param stored tweets that the chat counted, a moment later
 * @param posted from when a tweet was due until it was acknowledged
 * @param told from when a tweet was due until a listener was told of its themes
 * @param asked how long dashboards waited for answers
 * @param cores that each part kept busy
 */
record Minute(
        double minute,
        long due,
        long acknowledged,
        long tagged,
        long stored,
        Waits.Some posted,
        Waits.Some told,
        Waits.Some asked,
        Map<String, Double> cores,
        Footprint held,
        Storage storage) {

    long untagged() {
        return stored - tagged;
    }

    double allCores() {
        return cores.values().stream().mapToDouble(it -> it).sum();
    }
}
