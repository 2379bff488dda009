package dev.newera.chat.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a broker says that does not take a letter, and what is made of it. The fault of full disks has real ones say it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadLettersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void a_broker_that_is_at_a_loss_is_asked_again() {
        var taken = DeadLetters.untilTaken(() -> asked.incrementAndGet() < 3
                ? CompletableFuture.failedFuture(new UnknownServerException())
                : CompletableFuture.completedFuture(null));

        assertThat(taken).succeedsWithin(PATIENCE);
        assertThat(asked).hasValue(3);
    }

    @Test
    void a_broker_that_refuses_is_not() {
        var refused = DeadLetters.untilTaken(() -> {
            asked.incrementAndGet();
            return CompletableFuture.failedFuture(new RecordTooLargeException());
        });

        assertThat(refused)
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withRootCauseInstanceOf(RecordTooLargeException.class);
        assertThat(asked).hasValue(1);
    }
}
