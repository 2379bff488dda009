package dev.newera.tagging.kafka;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that could not be used, as it is kept: key and value as they came, why, and where from. */
final class DeadLetter {

    /** More would not pass the broker; the source topic still has it. */
    static final int LONGEST_VALUE = 1024 * 1024;

    private static final int LONGEST_HEADER = 1024;

    private DeadLetter() {}

    static String topic(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + ".tagging-worker.dlq";
    }

    static Event about(ConsumerRecord<byte[], byte[]> record, String reason) {
        return new Event(fitting(record.key()), fitting(record.value()), headers(record, reason));
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record, String reason) {
        var headers = new LinkedHashMap<String, String>();
        EventHeaders.NAMES.forEach(name -> keep(headers, name, EventHeaders.read(record, name)));
        headers.put("dead-letter-reason", shortened(reason));
        headers.put("dead-letter-topic", record.topic());
        headers.put("dead-letter-partition", String.valueOf(record.partition()));
        headers.put("dead-letter-offset", String.valueOf(record.offset()));
        if (tooLong(record.value())) headers.put("dead-letter-length", String.valueOf(record.value().length));
        return headers;
    }

    private static void keep(Map<String, String> headers, String name, String value) {
        if (value != null) headers.put(name, shortened(value));
    }

    private static byte[] fitting(byte[] bytes) {
        return tooLong(bytes) ? null : bytes;
    }

    private static boolean tooLong(byte[] bytes) {
        return bytes != null && bytes.length > LONGEST_VALUE;
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_HEADER ? value : value.substring(0, LONGEST_HEADER);
    }
}
