package dev.newera.tagging.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record, and either what it asks for or why it is refused. */
record Received(ConsumerRecord<byte[], byte[]> record, Request request, Refused refused) {

    /** How a topic's records are read. */
    @FunctionalInterface
    interface Reading {
        Request of(ConsumerRecord<byte[], byte[]> record) throws Refused;
    }

    static Received of(ConsumerRecord<byte[], byte[]> record, Reading reading) {
        try {
            return new Received(record, reading.of(record), null);
        } catch (Refused refused) {
            return new Received(record, null, refused);
        }
    }

    /** The version that the record asks for; {@link Request#IN_FORCE} where it asks for none. */
    int codebookVersion() {
        return request == null ? Request.IN_FORCE : request.codebookVersion();
    }
}
