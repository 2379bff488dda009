package dev.newera.bench.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.tagging.Indicator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A benchmark of wrong answers is worth nothing: the rivals say the same where they mean the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnginesAgreeTest {
    private static final int TWEETS = 150;

    @Test
    void every_engine_finds_the_same_themes_in_plain_tweets() {
        var themes = Indicators.common(Corpus.codebook());
        var tweets = Corpus.plainTweets().limit(TWEETS).toList();
        var ours = new OurMatcher(themes);
        var regex = new RegexPerTheme(themes, tweets);
        try (var lucene = new LuceneMonitor(themes)) {
            for (var tweet : tweets) {
                assertThat(lucene.touched(tweet)).as(tweet).isEqualTo(ours.touched(tweet));
                assertThat(regex.touched(tweet)).as(tweet).isEqualTo(ours.touched(tweet));
            }
        }
        assertThat(tweets)
                .hasSize(TWEETS)
                .anyMatch(tweet -> !ours.touched(tweet).isEmpty());
    }

    @Test
    void a_grown_codebook_has_as_many_indicators_as_it_says() {
        var grown = Indicators.grown(Corpus.codebook(), Corpus.tweets(), 2_000, Indicators.Draw.USE);
        var indicators = grown.themes().stream()
                .flatMap(theme -> theme.indicators().stream())
                .toList();
        assertThat(indicators).hasSize(2_000).extracting(Indicator::text).doesNotHaveDuplicates();
    }
}
