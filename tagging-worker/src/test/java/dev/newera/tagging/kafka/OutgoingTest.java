package dev.newera.tagging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a broker says that does not take an event, and what is made of it. The fault of full disks has real ones say it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutgoingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> asked = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();

    @Test
    void a_broker_that_is_at_a_loss_is_asked_again_until_it_has_taken_all() {
        await(sending("first"), sending("second", atALoss(), atALoss()));

        assertThat(taken).endsWith("first", "second");
    }

    @Test
    void what_is_sent_again_keeps_its_order_and_does_not_come_to_lie_behind_what_followed_it() {
        await(sending("tagging", atALoss()), sending("tombstone"));

        assertThat(taken).containsExactly("tombstone", "tagging", "tombstone");
    }

    @Test
    void a_broker_that_refuses_is_not_asked_again() {
        assertThatThrownBy(() -> await(sending("first", atALoss()), sending("second", new RecordTooLargeException())))
                .hasStackTraceContaining("RecordTooLargeException");

        assertThat(asked).containsExactly("first", "second");
    }

    @SafeVarargs
    private static void await(Uni<Void>... sendings) {
        Outgoing.untilTaken(List.of(sendings)).await().atMost(PATIENCE);
    }

    /** Sends an event to a broker that gives these answers before it takes it. */
    private Uni<Void> sending(String event, RuntimeException... answers) {
        var next = List.of(answers).iterator();
        return Uni.createFrom().voidItem().invoke(() -> {
            asked.add(event);
            if (next.hasNext()) throw next.next();
            taken.add(event);
        });
    }

    private static RuntimeException atALoss() {
        return new UnknownServerException();
    }
}
