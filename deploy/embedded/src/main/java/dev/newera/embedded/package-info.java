/**
 * The backbone: one PostgreSQL and one Kafka, real ones, for tests and for runs on this machine.
 *
 * <p>This package says what a backbone is; {@code postgres} and {@code kafka} run the servers that come as Maven
 * artifacts, {@code containers} asks a Docker engine for the same, and {@code junit} starts one backbone for each JVM
 * that runs tests. Nothing of the chat lives here: no table, no event, no service. Services never use it outside
 * their tests.
 */
package dev.newera.embedded;
