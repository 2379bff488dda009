package dev.newera.tagging;

import static dev.newera.tagging.Indicator.learned;
import static dev.newera.tagging.Indicator.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TaggerTest {
    private static final String TWEET =
            "Has lack of support for rebels and ideas been a barrier to innovation in the past? #NewEraNHS";

    @Test
    void a_tag_tells_its_score_and_quotes_the_words_that_speak_for_it() {
        var tagger = tagger(theme("barriers", written("barrier"), written("lack of support", 1.5)));
        var tagging = tagger.tag(TWEET);
        assertThat(tagging.tags())
                .containsExactly(new Tag(
                        "barriers",
                        logistic(-2 + 3 + 1.5),
                        List.of(
                                new Evidence("lack of support", 4, 19, "lack of support", 1.5),
                                new Evidence("barrier", 48, 55, "barrier", 3))));
    }

    @Test
    void no_tag_is_an_answer_too() {
        assertThat(tagger(theme("barriers", written("barrier")))
                        .tag("Good morning!")
                        .tags())
                .isEmpty();
    }

    @Test
    void tags_come_in_the_order_of_the_codebook() {
        var tagger = tagger(theme("b", written("rebel")), theme("a", written("lack")), theme("c", written("edge")));
        assertThat(tagger.themes(TWEET)).containsExactly("b", "a");
        assertThat(tagger.tag(TWEET).themes()).isEqualTo(tagger.themes(TWEET));
    }

    @Test
    void an_indicator_counts_once_however_often_it_is_hit_and_is_shown_at_its_first_place() {
        var tag = tagger(theme("a", written("barrier", 2.5)))
                .tag("barriers, barrier, barrier")
                .tags()
                .get(0);
        assertThat(tag.score()).isEqualTo(logistic(0.5));
        assertThat(tag.evidence()).containsExactly(new Evidence("barrier", 0, 8, "barriers", 2.5));
    }

    @Test
    void a_guard_counts_and_is_no_evidence() {
        var theme = theme("barriers", written("lack of support", 4), written("barrier"), written("crash barrier", -1));
        var tag =
                tagger(theme).tag("lack of support for a crash barrier").tags().get(0);
        assertThat(tag.score()).isEqualTo(logistic(-2 + 4 - 1));
        assertThat(tag.evidence()).extracting(Evidence::indicator).containsExactly("lack of support");
    }

    @Test
    void what_counts_a_little_is_no_evidence() {
        var theme = theme("barriers", learned("barrier", 2.5), learned("a barrier", 0.9), learned("lack", 1));
        var tag = tagger(theme).tag("lack: a barrier").tags().get(0);
        assertThat(tag.score()).isEqualTo(logistic(-2 + 2.5 + 0.9 + 1), within(1e-9));
        assertThat(tag.evidence()).extracting(Evidence::text).containsExactly("lack", "barrier");
    }

    @Test
    void what_lies_inside_longer_evidence_of_its_theme_is_not_shown_again() {
        var tagger = tagger(
                theme("a", learned("lack of support", 2), learned("lack", 1), learned("support", 1)),
                theme("b", learned("support", 2)));
        var tags = tagger.tag("lack of support").tags();
        assertThat(tags.get(0).evidence()).extracting(Evidence::text).containsExactly("lack of support");
        assertThat(tags.get(1).evidence()).extracting(Evidence::text).containsExactly("support");
    }

    @Test
    void two_indicators_on_the_same_words_are_both_shown() {
        var tag = tagger(theme("a", written("rebel*"), learned("rebels", 1)))
                .tag("rebels")
                .tags()
                .get(0);
        assertThat(tag.evidence()).extracting(Evidence::indicator).containsExactlyInAnyOrder("rebel*", "rebels");
    }

    @Test
    void a_tag_without_clear_evidence_shows_its_heaviest_hit() {
        var little = Stream.of("a", "b", "c", "d", "e", "f").map(word -> learned(word, word.equals("d") ? 0.45 : 0.4));
        var tag = tagger(theme("x", little.toArray(Indicator[]::new)))
                .tag("a b c d e f")
                .tags()
                .get(0);
        assertThat(tag.evidence()).extracting(Evidence::text).containsExactly("d");
    }

    @Test
    void a_guard_takes_away_what_it_guards() {
        var tagger = tagger(theme("barriers", written("barrier"), written("crash barrier", -4)));
        assertThat(tagger.themes("hit a crash barrier")).isEmpty();
        assertThat(tagger.themes("hit a crash barrier: a barrier to change")).isEmpty();
    }

    @Test
    void written_indicators_on_the_same_words_count_once_and_learned_ones_all_count() {
        assertThat(scores("support", written("lack of support", 1), written("support", 1)))
                .isEqualTo(-1.0, within(1e-9));
        assertThat(scores("support", learned("lack of support", 1), learned("support", 1)))
                .isEqualTo(0.0, within(1e-9));
    }

    @Test
    void indicators_of_different_themes_do_not_get_in_one_another_s_way() {
        var tagger = tagger(theme("a", written("support")), theme("b", written("lack of support")));
        assertThat(tagger.themes("lack of support")).containsExactly("a", "b");
    }

    @Test
    void a_score_at_the_threshold_tags() {
        assertThat(tagger(theme("a", written("barrier", 2))).themes("barrier")).containsExactly("a");
        assertThat(tagger(theme("a", written("barrier", 1.999))).themes("barrier"))
                .isEmpty();
    }

    @Test
    void scores_are_of_every_theme_whether_it_tags_or_not() {
        var tagger = tagger(theme("a", written("barrier")), theme("b", written("edge")));
        assertThat(tagger.scores(TWEET)).containsExactly(logistic(1), logistic(-2));
    }

    @Test
    void evidence_stands_in_the_order_of_the_text() {
        var tagger =
                tagger(theme("a", written("rebel ~12 past"), written("barrier"), written("lack"), written("idea")));
        assertThat(tagger.tag(TWEET).tags().get(0).evidence())
                .extracting(Evidence::text)
                .containsExactly("lack", "rebels and ideas been a barrier to innovation in the past");
    }

    @Test
    void composed_and_decomposed_texts_get_the_same_themes_each_with_its_own_words() {
        var tagger = tagger(theme("a", written("café rebel")));
        var composed = Normalizer.normalize("Café rebels 👩‍👩‍👧", Normalizer.Form.NFC);
        var decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(tagger.tag(composed).tags().get(0).evidence().get(0).end()).isEqualTo(11);
        assertThat(tagger.tag(decomposed).tags().get(0).evidence().get(0))
                .isEqualTo(new Evidence("café rebel", 0, 12, decomposed.substring(0, 12), 3));
    }

    @Test
    void many_threads_get_the_answers_that_one_gets() {
        var tagger = tagger(theme("a", written("rebel*")), theme("b", written("x ~3 7*")));
        var texts = IntStream.range(0, 5_000)
                .mapToObj(n -> TWEET + " x" + n + " x 7" + n)
                .toList();
        var alone = texts.stream()
                .map(text -> new Tagging("c", 0, tagger.tag(text).tags()))
                .toList();
        assertThat(texts.parallelStream().map(tagger::tag).toList()).isEqualTo(alone);
    }

    private static double scores(String text, Indicator... indicators) {
        double score = tagger(theme("a", indicators)).scores("lack of " + text)[0];
        return Math.log(score / (1 - score));
    }

    private static double logistic(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }

    private static Theme theme(String id, Indicator... indicators) {
        return Theme.of(id, List.of(indicators));
    }

    private static Tagger tagger(Theme... themes) {
        return new Tagger(
                new Codebook("c", "A codebook", null, 0, Stream.of(themes).toList()));
    }
}
