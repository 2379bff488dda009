package dev.newera.tagging.kafka;

import java.util.Map;

/**
 * A record to be written, ready to the byte.
 *
 * @param key null only in a letter about a record that had none
 * @param value null for a tombstone
 * @param headers names and values, in order
 */
record Event(byte[] key, byte[] value, Map<String, String> headers) {}
