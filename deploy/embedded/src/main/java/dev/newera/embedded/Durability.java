package dev.newera.embedded;

/** What a server's data outlives. */
public enum Durability {
    /** What was acknowledged outlives a kill of any process and a loss of power: local runs and fault tests. */
    DURABLE,
    /** Nothing is forced to disk: faster, for data that is thrown away after a test run. */
    THROW_AWAY
}
