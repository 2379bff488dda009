/**
 * The chat, in its own words: what it keeps (records), what can happen (use cases) and what it needs from outside
 * (ports). Plain Java only: no framework, no clock but the one handed in, nothing that speaks HTTP, SQL or Kafka.
 */
package dev.newera.chat;
