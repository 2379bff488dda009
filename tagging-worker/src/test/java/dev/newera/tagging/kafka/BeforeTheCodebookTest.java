package dev.newera.tagging.kafka;

import static dev.newera.tagging.kafka.ChatLog.POSTED;
import static dev.newera.tagging.kafka.ChatLog.PUBLISHED;
import static dev.newera.tagging.kafka.ChatLog.TAGGINGS;
import static dev.newera.tagging.kafka.ChatLog.TWEETS;
import static dev.newera.tagging.kafka.ChatLog.deadLettersOf;
import static dev.newera.tagging.kafka.ChatLog.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.tagging.CurrentTagger;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A worker that starts on a log without a usable codebook. */
@QuarkusTest
@TestProfile(BeforeTheCodebookTest.NoCodebookYet.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BeforeTheCodebookTest {

    private static final String EMPTY = "codebooks-of-a-new-chat";

    public static final class NoCodebookYet implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            ChatLog.create(EMPTY, deadLettersOf(EMPTY));
            return Map.of("tagging.codebooks.topic", EMPTY);
        }
    }

    @Inject
    CurrentTagger current;

    @Inject
    MeterRegistry meters;

    @Test
    void that_there_is_none_can_be_seen_in_the_figures_from_the_start() {
        assertThat(meters.find("tagging.codebook.version").gauge()).isNotNull();
    }

    @Test
    void nothing_is_tagged_before_there_is_a_good_codebook_and_then_nothing_was_missed() throws IOException {
        try (var log = new ChatLog()) {
            // Given
            log.write(
                    TWEETS, POSTED, "early", "{\"id\":\"early\",\"revision\":1,\"text\":\"Not only lack of support\"}");
            log.write(EMPTY, PUBLISHED, "new-era", "{}");
            eventually(() -> assertThat(log.read(deadLettersOf(EMPTY))).hasSize(1));
            assertThat(current.now()).isEmpty();
            assertThat(log.read(TAGGINGS, "early")).isEmpty();

            // When
            log.write(EMPTY, PUBLISHED, "new-era", published());

            // Then
            eventually(() -> assertThat(log.read(TAGGINGS, "early")).hasSize(1));
            assertThat(current.now()).isPresent();
        }
    }

    private static String published() throws IOException {
        try (var example =
                BeforeTheCodebookTest.class.getResourceAsStream("/events/examples/codebook.published.v1.json")) {
            return new String(example.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
