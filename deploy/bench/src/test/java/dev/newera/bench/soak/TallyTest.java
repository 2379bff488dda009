package dev.newera.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TallyTest {
    private static final long ONE = 0x8f3a_5c07_b2de_1114L;
    private static final long TWO = 0xa1b2_c3d4_0918_2736L;

    private static Tally toldOf(long... tweets) {
        var tally = new Tally();
        for (long tweet : tweets) tally.of(tweet, 0);
        return tally;
    }

    @Test
    void the_order_in_which_one_is_told_does_not_matter() {
        assertThat(toldOf(ONE, TWO).sum()).isEqualTo(toldOf(TWO, ONE).sum());
    }

    @Test
    void one_tweet_twice_is_not_as_good_as_both() {
        assertThat(toldOf(ONE, ONE).sum()).isNotEqualTo(toldOf(ONE, TWO).sum());
    }

    @Test
    void who_is_cut_off_has_not_stayed() {
        var tally = toldOf(ONE);

        assertThat(tally.hasStayed()).isTrue();
        tally.isOver();
        assertThat(tally.hasStayed()).isFalse();
    }
}
