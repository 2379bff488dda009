/**
 * Speaks Kafka, by the contract in {@code docs/events}. The relay announces what the change log says, in its order, one replica at
 * a time, and may announce the same thing twice. The listener takes what taggers say: records may come twice, late and damaged; a
 * damaged one goes to the dead letters, its neighbours go on. Wire records never leave this package.
 */
package dev.newera.chat.kafka;
