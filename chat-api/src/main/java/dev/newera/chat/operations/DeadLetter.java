package dev.newera.chat.operations;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A record that its reader could not use.
 *
 * @param topic where it lies
 * @param no its number there
 * @param at when it was laid there
 * @param headers all that it carries, as text
 * @param key null if it had none
 * @param value null for a tombstone, and for one too long to be kept
 */
public record DeadLetter(String topic, long no, Instant at, Map<String, String> headers, byte[] key, byte[] value) {

    /** What became of it. */
    public enum Outcome {
        REPLAYED,
        DISMISSED
    }

    /** Where a record was read that could not be used. */
    public record Origin(String topic, int partition, long offset) {}

    public String reason() {
        return headers.getOrDefault("dead-letter-reason", "");
    }

    /**
     * Where it comes from. Empty if it does not say, or names a topic whose letters do not lie here: it may have been written by
     * anybody who may write here, and is not to steer what is written elsewhere.
     */
    public Optional<Origin> origin() {
        var from = headers.getOrDefault("dead-letter-topic", "");
        var partition = headers.getOrDefault("dead-letter-partition", "");
        var offset = headers.getOrDefault("dead-letter-offset", "");
        return !from.isEmpty() && topic.startsWith(from + ".") && isNumber(partition, 9) && isNumber(offset, 18)
                ? Optional.of(new Origin(from, Integer.parseInt(partition), Long.parseLong(offset)))
                : Optional.empty();
    }

    private static boolean isNumber(String text, int digits) {
        return text.matches("[0-9]{1," + digits + "}");
    }

    /** Whether its value was too long to be kept. */
    public boolean isCut() {
        return headers.containsKey("dead-letter-length");
    }

    public Optional<String> keyText() {
        return Optional.ofNullable(key).map(it -> new String(it, StandardCharsets.UTF_8));
    }
}
