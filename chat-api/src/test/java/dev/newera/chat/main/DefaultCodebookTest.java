package dev.newera.chat.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.Codebook;
import dev.newera.chat.Codebooks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/decisions/0016: a chat keeps the codebook that it began with. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DefaultCodebookTest {
    private static final Logger LOG = Logger.getLogger(DefaultCodebook.class.getName());

    @Inject
    Codebooks codebooks;

    @Inject
    Clock clock;

    private final Logged logged = new Logged();

    @BeforeEach
    void listen() {
        LOG.addHandler(logged);
    }

    @AfterEach
    void listenNoMore() {
        LOG.removeHandler(logged);
    }

    private void start(String codebook) {
        new DefaultCodebook(codebooks, clock, codebook).publishIfNone(null);
    }

    @Test
    void a_chat_that_has_a_codebook_keeps_it_whatever_ships_and_says_so_at_each_start() {
        codebooks.publish(new Codebook(
                "edited", 1, "As it was", Instant.EPOCH, List.of(), "{\"codebook\":\"edited\",\"themes\":[]}"));

        start("edited");
        start("edited");

        assertThat(codebooks.versions("edited")).containsExactly(1);
        assertThat(codebooks.newest("edited"))
                .hasValueSatisfying(codebook -> assertThat(codebook.title()).isEqualTo("As it was"));
        assertThat(logged.sentences)
                .hasSize(2)
                .allSatisfy(sentence -> assertThat(sentence)
                        .startsWith("WARN The chat keeps the codebook that it has; another one ships")
                        .endsWith("codebookId=edited codebookVersion=1"));
    }

    @Test
    void a_chat_that_has_what_ships_says_nothing() {
        start("new-era");

        assertThat(codebooks.versions("new-era")).containsExactly(1);
        assertThat(logged.sentences).isEmpty();
    }

    @Test
    void a_chat_may_have_a_codebook_that_ships_no_more() {
        codebooks.publish(new Codebook("retired", 1, "Retired", Instant.EPOCH, List.of(), "{\"themes\":[]}"));

        start("retired");

        assertThat(codebooks.versions("retired")).containsExactly(1);
        assertThat(logged.sentences).isEmpty();
    }

    private static final class Logged extends Handler {
        private final List<String> sentences = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            sentences.add(record.getLevel() + " " + ((ExtLogRecord) record).getFormattedMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
