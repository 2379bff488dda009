/**
 * Speaks Kafka: codebooks and tweets in, taggings and dead letters out, as docs/events has it.
 *
 * <p>What holds here:
 * <ul>
 *   <li>A batch's offsets are committed after the broker has acknowledged every event that the batch led to. After a crash
 *       the batch is read again and gives the same events with the same ids; readers drop the second copy.
 *   <li>Events of one tweet keep their order: one batch of a channel is in hand at a time, and the producer keeps the order
 *       in which it is handed events. When it gives one up, all that the batch led to is handed to it again, in that order.
 *   <li>Records are bytes until our own code parses them. One that cannot be used goes to its dead-letter topic; its
 *       neighbours in the batch are tagged.
 *   <li>Nothing is tagged before the codebook topic was read to its end.
 *   <li>Of incoming headers only those of the contract are read, and only {@code traceparent} is handed on. In particular no
 *       message is written with the metadata of one that was read: a {@code REPLY_TOPIC} header would choose our topic.
 * </ul>
 *
 * <p>What never comes in: how a text is tagged, how a codebook is written, HTTP.
 */
package dev.newera.tagging.kafka;
