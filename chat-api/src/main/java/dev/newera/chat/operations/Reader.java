package dev.newera.chat.operations;

/**
 * How far a consumer group has read a topic.
 *
 * @param behind records that it has not dealt with
 * @param members how many processes read for it now
 */
public record Reader(String topic, String group, long behind, int members) {}
