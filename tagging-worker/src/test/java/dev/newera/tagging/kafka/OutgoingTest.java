package dev.newera.tagging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a broker says that does not take an event, and what is made of it. The fault of full disks has real ones say it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutgoingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void a_broker_that_is_at_a_loss_is_asked_again() {
        Outgoing.untilTaken(() -> sent(asked.incrementAndGet() < 3 ? new UnknownServerException() : null))
                .await()
                .atMost(PATIENCE);

        assertThat(asked).hasValue(3);
    }

    @Test
    void a_broker_that_refuses_is_not() {
        var refused = Outgoing.untilTaken(() -> {
            asked.incrementAndGet();
            return sent(new RecordTooLargeException());
        });

        assertThatThrownBy(() -> refused.await().atMost(PATIENCE)).isInstanceOf(RecordTooLargeException.class);
        assertThat(asked).hasValue(1);
    }

    private static Uni<Void> sent(RuntimeException answer) {
        return answer == null ? Uni.createFrom().voidItem() : Uni.createFrom().failure(answer);
    }
}
