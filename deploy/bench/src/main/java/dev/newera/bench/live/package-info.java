/**
 * P3 and P8: how long after it was posted a tweet, and then its themes, are heard of over HTTP, beside a bare trip through Kafka into
 * PostgreSQL; by one listener and by two thousand; and what five hundred that never read cost. What counts is heard of by a client
 * of the stream, later than it could be read from the table. Every listener has to have heard of every tweet, once.
 */
package dev.newera.bench.live;
