package dev.newera.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WatchTest {

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final FakePart part = new FakePart("kafka");
    private long now;
    private Watch watch;

    @BeforeEach
    void the_part_has_been_up_for_a_minute() {
        watch = new Watch(part, DataHome.at(folder), told::add, () -> now);
        part.start();
        watch.beginReady();
        part.starts = 0;
        pass(Duration.ofMinutes(1));
    }

    @Test
    void a_part_that_runs_is_left_alone() {
        assertThat(watch.look()).isFalse();
        assertThat(part.starts).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void a_part_that_ended_is_started_again_at_once_and_both_are_told() {
        part.end();

        assertThat(watch.look()).isTrue();
        assertThat(part.starts).isOne();

        part.ready = true;
        watch.look();
        assertThat(told)
                .containsExactly(
                        "kafka has ended; it is started again on the same data.", "kafka is back: 127.0.0.1:9092");
    }

    @Test
    void one_that_ends_right_after_its_start_is_given_more_and_more_time() {
        part.end();
        watch.look();

        for (int seconds : List.of(1, 2, 4, 8, 16, 30, 30)) {
            part.end();
            watch.look();
            int starts = part.starts;
            pass(Duration.ofSeconds(seconds).minusMillis(1));
            watch.look();
            assertThat(part.starts).isEqualTo(starts);
            pass(Duration.ofMillis(1));
            watch.look();
            assertThat(part.starts).isEqualTo(starts + 1);
        }
        assertThat(told)
                .last()
                .asString()
                .startsWith("kafka has ended right after its start, 7 times in a row; next try in 30 s. Its log: ");
    }

    @Test
    void a_long_life_makes_good_for_short_ones() {
        part.end();
        watch.look();
        part.end();
        watch.look();
        pass(Duration.ofSeconds(1));
        watch.look();
        pass(Duration.ofMinutes(1));
        int starts = part.starts;

        part.end();
        watch.look();

        assertThat(part.starts).isEqualTo(starts + 1);
    }

    @Test
    void one_that_is_held_stays_down_until_it_is_released() throws IOException {
        var hold = Files.createDirectories(folder.resolve("hold")).resolve("kafka");
        Files.writeString(hold, "");
        part.end();

        watch.look();
        pass(Duration.ofMinutes(5));
        assertThat(watch.look()).isFalse();
        assertThat(part.starts).isZero();

        Files.delete(hold);
        assertThat(watch.look()).isTrue();
        assertThat(part.starts).isOne();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
