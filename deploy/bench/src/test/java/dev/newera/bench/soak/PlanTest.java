package dev.newera.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlanTest {

    @Test
    void time_and_rate_are_what_was_asked_for_and_half_an_hour_if_nothing_was() {
        assertThat(Plan.of(List.of()).time()).isEqualTo(Duration.ofMinutes(30));
        assertThat(Plan.of(List.of("--rate", "200", "--for", "2M"))).isEqualTo(new Plan(Duration.ofMinutes(2), 200));
        assertThat(Plan.of(List.of("--for", "90S")).time()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void what_cannot_be_done_is_refused_with_a_sentence() {
        for (var words : List.of(
                List.of("--for", "2H"),
                List.of("--for", "soon"),
                List.of("--for"),
                List.of("--rate", "0"),
                List.of("--rate", "NaN"),
                List.of("--rate", "many"),
                List.of("--profile"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Plan.of(words))
                    .withMessageEndingWith(".");
        }
    }

    @Test
    void no_tweet_is_due_when_the_time_is_over() {
        var plan = new Plan(Duration.ofMinutes(2), 200);

        assertThat(plan.due(Duration.ofMinutes(1))).isEqualTo(12_000);
        assertThat(plan.due(Duration.ofMinutes(3))).isEqualTo(24_000);
    }

    @Test
    void it_does_not_begin_where_there_is_no_room() {
        var most = new Plan(Duration.ofHours(1), 10_000);
        var disk = Path.of("target");

        assertThat(most.requireRoom(disk, 1e12)).isSameAs(most);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> most.requireRoom(disk, 1e9))
                .withMessageStartingWith("36,000,000 tweets");
    }
}
