package dev.newera.chat.operations;

import java.time.Instant;
import java.util.Optional;

/**
 * What stands in the change log and has not been announced.
 *
 * @param changes how many
 * @param since when the oldest of them was stored; empty if there is none
 */
public record Unannounced(long changes, Optional<Instant> since) {}
