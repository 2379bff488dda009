package dev.newera.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JourneysTest {
    private static final long TWEET = 42;
    private static final long WAITED = TimeUnit.MILLISECONDS.toNanos(8);

    private final Journeys journeys = new Journeys();
    private final long due = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);

    @Test
    void a_way_is_as_long_whichever_end_is_known_first() {
        journeys.isPosted(TWEET, due);
        journeys.isTold(TWEET, due + WAITED);
        journeys.isTold(TWEET + 1, due + WAITED);
        journeys.isPosted(TWEET + 1, due);

        var told = journeys.themes().all();

        assertThat(told.times()).isEqualTo(2);
        assertThat(told.p50()).isBetween(7.99, 8.01);
        assertThat(told.p99()).isBetween(7.99, 8.01);
    }

    @Test
    void a_minute_holds_what_came_in_it_and_all_is_all_minutes() {
        journeys.isPosted(TWEET, due);
        assertThat(journeys.acknowledged().sinceThen().times()).isEqualTo(1);

        journeys.isPosted(TWEET + 1, due);
        journeys.isPosted(TWEET + 2, due);

        assertThat(journeys.acknowledged().sinceThen().times()).isEqualTo(2);
        assertThat(journeys.acknowledged().all().times()).isEqualTo(3);
    }
}
