package dev.newera.tagging.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Indicator;
import dev.newera.tagging.Theme;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FoldTest {
    private static final List<LabelledTweet> TWEETS = IntStream.range(0, 40)
            .mapToObj(i -> new LabelledTweet("" + i, "file " + i % 3, "tweet number " + i / 2, Set.of()))
            .toList();

    @Test
    void every_tweet_is_held_out_once_and_never_learned_from_meanwhile() {
        var folds = Fold.of(TWEETS, 5, 1);
        assertThat(folds).hasSize(5);
        assertThat(folds).flatExtracting(Fold::heldOut).containsExactlyInAnyOrderElementsOf(TWEETS);
        assertThat(folds)
                .allSatisfy(fold -> assertThat(fold.learned())
                        .hasSize(TWEETS.size() - fold.heldOut().size())
                        .doesNotContainAnyElementsOf(fold.heldOut()));
    }

    @Test
    void tweets_that_say_the_same_words_stay_together() {
        assertThat(Fold.of(TWEETS, 5, 1))
                .allSatisfy(fold -> assertThat(fold.heldOut())
                        .extracting(LabelledTweet::text)
                        .doesNotContainAnyElementsOf(
                                fold.learned().stream().map(LabelledTweet::text).toList()));
    }

    @Test
    void the_lot_is_drawn_by_the_seed() {
        assertThat(Fold.of(TWEETS, 5, 1)).isEqualTo(Fold.of(TWEETS, 5, 1)).isNotEqualTo(Fold.of(TWEETS, 5, 2));
    }

    @Test
    void by_source_each_source_is_held_out_in_turn() {
        var folds = Fold.bySource(TWEETS);
        assertThat(folds)
                .hasSize(3)
                .allSatisfy(fold -> assertThat(fold.heldOut())
                        .extracting(LabelledTweet::source)
                        .containsOnly(fold.heldOut().get(0).source()));
    }

    @Test
    void phrases_that_only_held_out_tweets_say_are_as_if_nobody_had_read_these() {
        var fold = new Fold(List.of(tweet("A barrier to change")), List.of(tweet("A barrier of treacle")));
        var written = Theme.of(
                "barriers",
                Stream.of("barrier", "treacle", "brick wall")
                        .map(Indicator::written)
                        .toList());

        var unread = fold.unread(new Codebook("c", "C", null, 0, List.of(written)));

        assertThat(unread.themes().get(0).indicators())
                .extracting(Indicator::text)
                .containsExactly("barrier", "brick wall");
    }

    private static LabelledTweet tweet(String text) {
        return new LabelledTweet(text, "here", text, Set.of());
    }
}
