package dev.newera.kubernetes;

import java.util.SortedMap;
import java.util.stream.Collectors;

/** A topic, as the event contract or a manifest describes it. */
record Topic(String name, int partitions, int replicas, SortedMap<String, String> settings) {

    /** As the demo's job reads it. */
    String line() {
        return name + " " + partitions + " "
                + settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining(" "));
    }
}
