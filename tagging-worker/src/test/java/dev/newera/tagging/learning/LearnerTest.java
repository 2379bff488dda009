package dev.newera.tagging.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Indicator;
import dev.newera.tagging.Tagger;
import dev.newera.tagging.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LearnerTest {
    private static final Codebook WRITTEN = new Codebook(
            "tiny",
            "Tiny",
            null,
            0,
            List.of(
                    Theme.of("barriers", List.of(Indicator.written("barrier"), Indicator.written("crash barrier", -4))),
                    Theme.of("networks", List.of(Indicator.written("network")))));

    private static final List<LabelledTweet> TWEETS = tweets();
    private static final Settings SETTINGS = Settings.DEFAULT.proposing(Settings.Proposals.WORDS_AND_GAPS);

    private static List<LabelledTweet> tweets() {
        var tweets = new ArrayList<LabelledTweet>();
        var places = List.of("ward", "clinic", "lab", "theatre", "depot", "surgery", "hospice", "village");
        for (var place : places) {
            tweets.add(tweet("Another form stops the " + place, "barriers"));
            tweets.add(tweet("A barrier in our " + place, "barriers"));
            tweets.add(tweet("Our network joins the " + place, "networks"));
            tweets.add(tweet("Friends across every " + place + " swap ideas", "networks"));
            tweets.add(tweet("Cake in the " + place));
            tweets.add(tweet("Raining on the " + place + " today"));
        }
        return tweets;
    }

    private static LabelledTweet tweet(String text, String... themes) {
        return new LabelledTweet(text, "here", text, Set.of(themes));
    }

    private final List<Fit> fits = new Learner(SETTINGS).learn(WRITTEN, TWEETS);
    private final Fit barriers = fits.get(0);

    @Test
    void what_the_tweets_say_of_a_theme_becomes_an_indicator_of_it() {
        assertThat(barriers.weights()).containsKey("form");
        assertThat(barriers.weights().get("form")).isPositive();
    }

    @Test
    void a_written_weight_that_tweets_bear_out_stays_as_it_is() {
        assertThat(weight("barrier", 3, 0, 0)).isNull();
        assertThat(weight("barrier", 3, 5, 0)).isNull();
    }

    @Test
    void a_written_weight_goes_with_the_tweets_that_say_the_phrase_many_of_them_further_than_few() {
        assertThat(weight("barrier", 3, 0, 4)).isLessThan(3).isGreaterThan(weight("barrier", 3, 0, 16));
        assertThat(weight("barrier", 1, 4, 0)).isGreaterThan(1).isLessThan(weight("barrier", 1, 16, 0));
    }

    /** What is learned about a phrase that so many tweets of the theme and so many others say; null: nothing. */
    private static Double weight(String phrase, double written, int yes, int no) {
        var codebook = new Codebook(
                "tiny", "Tiny", null, 0, List.of(Theme.of("barriers", List.of(Indicator.written(phrase, written)))));
        var tweets = new ArrayList<LabelledTweet>();
        IntStream.range(0, 10).forEach(n -> tweets.add(tweet("Nothing but trouble", "barriers")));
        IntStream.range(0, 30).forEach(n -> tweets.add(tweet("Nothing to see")));
        IntStream.range(0, yes).forEach(n -> tweets.add(tweet(phrase, "barriers")));
        IntStream.range(0, no).forEach(n -> tweets.add(tweet(phrase)));
        var settings = SETTINGS.proposing(Settings.Proposals.NONE).uncut();
        return new Learner(settings).learn(codebook, tweets).get(0).weights().get(phrase);
    }

    @Test
    void only_off_topic_words_speak_against_a_theme() {
        var tweets = new ArrayList<>(TWEETS);
        IntStream.range(0, 20).forEach(n -> tweets.add(tweet("Brave tribe", "networks")));
        IntStream.range(0, 60).forEach(n -> tweets.add(tweet("Sunday lunch")));

        var fit = new Learner(SETTINGS.uncut()).learn(WRITTEN, tweets).get(0);

        assertThat(fit.weights()).doesNotContainKeys("brave", "tribe");
        assertThat(fit.weights().get("lunch")).isNegative();
    }

    @Test
    void a_phrase_that_only_one_tweet_says_explains_nothing_in_the_lesson_on_that_tweet() {
        var said = List.of("hurdle", "obstacle", "treacle", "silo", "paperwork", "committee", "mud", "glue");
        var tweets = new ArrayList<>(TWEETS);
        said.forEach(word -> tweets.add(tweet("Sinking in " + word, "barriers")));
        var codebook = new Codebook(
                "tiny",
                "Tiny",
                null,
                0,
                List.of(Theme.of(
                        "barriers", said.stream().map(Indicator::written).toList())));

        var fit = new Learner(SETTINGS.uncut()).learn(codebook, tweets).get(0);

        assertThat(fit.weights()).containsKey("sinking");
    }

    @Test
    void a_guard_keeps_its_weight() {
        assertThat(barriers.weights()).doesNotContainKey("crash barrier");
        assertThat(new Tagger(Fit.applied(fits, WRITTEN)).themes("The crash barrier is down"))
                .isEmpty();
    }

    @Test
    void weights_come_greatest_first_and_rounded() {
        assertThat(List.copyOf(barriers.weights().values())).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(barriers.weights().values())
                .allSatisfy(weight -> assertThat(weight * 100).isCloseTo(Math.rint(weight * 100), within(1e-9)));
    }

    @Test
    void the_tagger_gives_exactly_the_sum_of_what_was_learned() {
        var fitted = Fit.applied(fits, WRITTEN);
        for (var tweet : TWEETS) {
            var scores = new Tagger(fitted).scores(tweet.text());
            var explanation = Explanation.of(fitted, tweet.text());
            for (int theme = 0; theme < scores.length; theme++) {
                var sum = fits.get(theme).bias()
                        + explanation.themes().get(theme).hits().stream()
                                .map(Explanation.IndicatorHit::indicator)
                                .distinct()
                                .mapToDouble(Indicator::weight)
                                .sum();
                assertThat(scores[theme]).isCloseTo(1 / (1 + Math.exp(-sum)), within(1e-12));
            }
        }
    }

    @Test
    void the_same_tweets_and_seed_give_the_same_fits() {
        assertThat(new Learner(SETTINGS).learn(WRITTEN, TWEETS)).isEqualTo(fits);
    }
}
