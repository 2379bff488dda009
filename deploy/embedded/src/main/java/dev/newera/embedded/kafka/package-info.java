/**
 * Runs a Kafka broker, which is its own controller (KRaft), from Kafka's own Maven artifacts: inside this JVM, or by
 * {@link dev.newera.embedded.kafka.KafkaMain} in one of its own; and creates the topics of the event contract. It
 * sends and reads no record.
 */
package dev.newera.embedded.kafka;
