package dev.newera.chat.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.newera.chat.AcceptTagging;
import dev.newera.chat.Failure;
import dev.newera.chat.Tagging;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** Records on the taggings' topic, by anybody: anything but a Failure would take the batch, and with it the channel, down. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TaggingFuzzTest {
    private static final int LONGEST_REASON = 300;

    private final TaggingReader reader = new TaggingReader(new AcceptTagging(any -> Map.of(), "new-era", "lexical"));

    /** The first line is the key, the second the type, what follows is the value. */
    @FuzzTest(maxDuration = "2m")
    void any_record_is_a_tagging_that_can_be_kept_or_a_letter_with_a_reason(byte[] data) {
        var record = record(data);
        try {
            reader.read(record).ifPresent(tagging -> assertCanBeKept(tagging, record));
        } catch (Failure dead) {
            assertThat(dead.getMessage())
                    .isNotBlank()
                    .hasSizeLessThan(LONGEST_REASON)
                    .doesNotContainPattern("\\p{Cntrl}");
        }
    }

    private static ConsumerRecord<String, byte[]> record(byte[] data) {
        var lines = new String(data, StandardCharsets.ISO_8859_1).split("\n", 3);
        var value = lines.length < 3 ? null : lines[2].getBytes(StandardCharsets.ISO_8859_1);
        var record = new ConsumerRecord<>("chat.taggings.v1", 0, 0, lines[0].isEmpty() ? null : lines[0], value);
        if (lines.length > 1) {
            record.headers().add("ce_type", lines[1].getBytes(StandardCharsets.ISO_8859_1));
        }
        return record;
    }

    private static void assertCanBeKept(Tagging tagging, ConsumerRecord<String, byte[]> record) {
        assertThat(tagging.tweetId()).hasToString(record.key());
        assertThat(tagging.taggedAt())
                .isBetween(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59.999999999Z"));
        assertThat(tagging.failure().isPresent() && !tagging.tags().isEmpty()).isFalse();
        assertCanBeStored(tagging.failure().orElse(""));
        assertThat(tagging.tags()).allSatisfy(tag -> {
            assertThat(tag.theme()).isNotEmpty().hasSizeLessThanOrEqualTo(100);
            assertCanBeStored(tag.theme());
            assertThat(tag.score()).isBetween(0.0, 1.0);
            assertThat(tag.evidence()).allSatisfy(words -> {
                assertThat(words.start()).isNotNegative().isLessThan(words.end());
                assertThat(words.weight() == null || Double.isFinite(words.weight()))
                        .isTrue();
                assertCanBeStored(words.indicator());
                assertCanBeStored(words.text());
            });
        });
    }

    private static void assertCanBeStored(String text) {
        assertThat(text).doesNotContain("\0");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
    }
}
