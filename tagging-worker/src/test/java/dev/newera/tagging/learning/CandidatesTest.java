package dev.newera.tagging.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CandidatesTest {

    private static List<String> in(int fewestTweets, boolean gaps, String... texts) {
        return in(fewestTweets, gaps, Stream.of(texts).map(text -> tweet("here", text)));
    }

    private static List<String> in(int fewestTweets, boolean gaps, Stream<LabelledTweet> tweets) {
        var proposals = gaps ? Settings.Proposals.WORDS_AND_GAPS : Settings.Proposals.WORDS;
        return Candidates.in(tweets.toList(), new Settings(0, 12, fewestTweets, 2, 0, 4, 0.4, 0.8, 0, proposals));
    }

    private static LabelledTweet tweet(String source, String text) {
        return new LabelledTweet(text, source, text, Set.of());
    }

    @Test
    void words_and_pairs_that_enough_tweets_say_are_proposed() {
        assertThat(in(2, false, "Brave people try", "Brave people wait"))
                .containsExactly("brave", "brave people", "people");
    }

    @Test
    void what_only_one_source_says_is_its_habit_where_there_are_others() {
        assertThat(in(2, false, Stream.of(tweet("a", "oyster"), tweet("a", "oyster"), tweet("b", "rebel"))))
                .isEmpty();
        assertThat(in(2, false, Stream.of(tweet("a", "oyster"), tweet("b", "oyster"))))
                .containsExactly("oyster");
    }

    @Test
    void words_compare_by_stem_and_show_as_most_people_write_them() {
        assertThat(in(3, false, "rebels lead", "rebels lead", "rebel leading"))
                .containsExactly("lead", "rebels", "rebels lead");
    }

    @Test
    void a_word_counts_once_for_a_tweet() {
        assertThat(in(2, false, "rebel rebel rebel")).isEmpty();
    }

    @Test
    void a_gap_is_proposed_where_it_says_more_than_the_pair() {
        assertThat(in(2, true, "lack real support", "lack any support"))
                .containsExactly("lack", "lack ~4 support", "support");
        assertThat(in(2, true, "lack support", "lack support")).containsExactly("lack", "lack support", "support");
    }

    @Test
    void empty_words_are_no_evidence_alone_or_in_a_pair() {
        assertThat(in(1, true, "It was a barrier to us", "We are the barrier")).containsExactly("barrier");
    }

    @Test
    void vague_words_say_something_only_beside_another() {
        assertThat(in(1, false, "They told off the rebels again")).containsExactly("rebels", "rebels again");
        assertThat(in(1, false, "Nobody asked someone")).containsExactly("nobody", "nobody asked");
    }

    @Test
    void names_are_chance_and_a_capital_that_begins_a_sentence_is_no_name() {
        assertThat(in(1, false, "Rebels of Leeds, Ted! Stubborn lot, NHS IG"))
                .containsExactly("ig", "rebels", "stubborn", "stubborn lot");
    }

    @Test
    void a_denial_says_something() {
        assertThat(in(1, false, "No time")).containsExactly("no", "no time", "time");
    }

    @Test
    void numbers_are_chance() {
        assertThat(in(1, false, "7 signatures at 11.30")).containsExactly("signatures");
    }

    @Test
    void who_wrote_a_tweet_and_where_people_talk_is_no_reason() {
        assertThat(in(1, true, "@rebel_rosa bravo #NewEraNHS")).containsExactly("bravo");
    }
}
