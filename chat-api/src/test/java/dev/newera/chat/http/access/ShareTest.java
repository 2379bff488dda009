package dev.newera.chat.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/operations.md, {@code CHAT_LIMITS_CLIENTS}: who is remembered when more clients come than there is room for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShareTest {
    private static final int ROOM = 100;

    private final Share share = new Share("guesses", 1, Duration.ofDays(1), ROOM);

    /** A hundred times as many as there is room for, each of whom comes once. */
    private void strangers(IntConsumer meanwhile) {
        IntStream.range(0, 100 * ROOM).forEach(number -> {
            share.count("stranger " + number);
            meanwhile.accept(number);
        });
    }

    @Test
    void who_came_once_and_never_again_is_forgotten_among_many_others() {
        share.count("once");
        assertThat(share.isUsedUp("once")).isTrue();

        strangers(number -> {});

        assertThat(share.isUsedUp("once")).isFalse();
    }

    @Test
    void who_comes_again_and_again_is_remembered_among_them() {
        strangers(number -> {
            if (number % ROOM == 0) {
                share.count("regular");
            }
        });

        assertThat(share.isUsedUp("regular")).isTrue();
    }
}
