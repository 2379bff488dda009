package dev.newera.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.http.Deadlines.Deadline;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadlinesTest {
    private final EmbeddedChannel connection = new EmbeddedChannel(new Deadline(Duration.ofSeconds(30)));

    DeadlinesTest() {
        connection.freezeTime();
    }

    private void pass(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runPendingTasks();
    }

    @Test
    void who_dribbles_is_cut_off_after_the_deadline_however_often_a_byte_comes() {
        connection.writeOutbound("an answer");
        for (int second = 0; second < 29; second++) {
            connection.writeInbound("a byte");
            pass(1);
        }
        assertThat(connection.isOpen()).isTrue();

        connection.writeInbound("a byte");
        pass(1);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void who_only_connects_is_cut_off_too() {
        pass(31);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void who_is_being_answered_stays_for_as_long_as_that_takes() {
        connection.writeInbound("a request");
        pass(20);
        connection.writeOutbound("the first of many events");
        pass(1_000);
        assertThat(connection.isOpen()).isTrue();

        connection.writeInbound("another request");
        pass(29);
        assertThat(connection.isOpen()).isTrue();
    }
}
