package dev.newera.tagging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a hit is: one table under the name of each rule. Phrase | text | the words that are hit, with {@code /} between, or
 * nothing. Every row runs on the fast matcher and on the naive one.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SemanticsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        barrier        | Has lack of support been a barrier to innovation? | barrier
        barrier        | So many barriers, so little time                  | barriers
        barrier        | BARRIERS                                          | BARRIERS
        rebel          | lack of support for rebels and ideas              | rebels
        lead           | She leads, he is leading                          | leads/leading
        lead           | our leader                                        |
        network        | networked networking networks                     | networked/networking/networks
        edge           | knowledge                                         |
        new            | the renewal of news                               |
        art            | start                                             |
        """)
    void words_are_whole_and_compare_by_stem(String phrase, String text, String hits) {
        check(phrase, text, hits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "leading"          | leading leads lead            | leading
        "leading"          | LEADING Leading               | LEADING/Leading
        "lack of support"  | Lack of support, lack of supports | Lack of support
        "lack of" support  | lacks of support lack of supporting   | lack of supporting
        "don't"            | don't don’t dont              | don't/don’t
        "front-line"       | front line front-line frontline | front line/front-line
        "7,000"            | 7000 or 7,000                 | 7000/7,000
        """)
    void a_quoted_part_compares_by_its_exact_form_whatever_the_case(String phrase, String text, String hits) {
        check(phrase, text, hits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        rebel*            | rebel rebels rebelliousness         | rebel/rebels/rebelliousness
        hier*             | a hierarchy of hierarchical tiers   | hierarchy/hierarchical
        e*                | édge Edge E                         | Edge/E
        é*                | édge e\u0301dge                     | édge/e\u0301dge
        hit* ~2 target    | hitting the target, hits a target   | hitting the target/hits a target
        command* control* | commanding controllers              | commanding controllers
        front-l*          | front-line front lines frontlines front-end | front-line/front lines/frontlines
        """)
    void a_prefix_hits_every_word_that_starts_so(String phrase, String text, String hits) {
        check(phrase, text, hits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        lack of support | lack of support                | lack of support
        lack of support | lacking of supports            | lacking of supports
        lack of support | lack of any support            |
        lack of support | support of lack                |
        lack of support | lack, of... (support)          | lack, of... (support
        lack of support | lack of @nhslean support       |
        lack of support | lack of https://t.co/x support |
        lack of support | lack of 😡 support             |
        lack of support | #LackOfSupport                 | LackOfSupport
        lack of support | lack of #support               | lack of #support
        new new         | new new new                    | new new/new new
        """)
    void words_of_a_phrase_stand_side_by_side_in_order(String phrase, String text, String hits) {
        check(phrase, text, hits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        lack ~1 support       | lack support lack of support          | lack support
        lack ~2 support       | lack support lack of support          | lack support/lack of support
        lack ~2 support       | lack of any support                   |
        lack ~3 support       | lack of any support                   | lack of any support
        lack ~3 support       | support what you lack                 |
        lack ~3 support       | lack lack of support                  | lack of support
        lack ~3 support       | lack @nhslean support                 |
        lack ~3 support       | lack 😡 support                       | lack 😡 support
        a ~2 b ~3 c           | a x b x x c                           | a x b x x c
        a ~2 b ~3 c           | a x x b x x c                         |
        a ~3 a                | a x a a                               | a x a/a a
        a ~20 b               | a 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 b | a 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 b
        "hit the" ~2 target*  | hit the waiting targets               | hit the waiting targets
        """)
    void a_gap_is_at_most_so_many_words_in_order_and_the_tightest_way_counts(String phrase, String text, String hits) {
        check(phrase, text, hits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        #FrontlineFirst  | go #FrontlineFirst #frontlinefirst #FRONTLINEFIRST | #FrontlineFirst/#frontlinefirst/#FRONTLINEFIRST
        #FrontlineFirst  | #frontline_first         | #frontline_first
        #FrontlineFirst  | frontline first          |
        #NHS             | #NHSChangeDay            |
        frontline first  | #FrontlineFirst          | FrontlineFirst
        first            | #FrontlineFirst          | First
        change day       | #NHSChangeDay            | ChangeDay
        change day       | #nhs_change_day          | change_day
        nhs              | #NHS70                   | NHS
        30 days          | #30DaysOfChange          | 30Days
        frontlinefirst   | #FrontlineFirst #frontlinefirst | FrontlineFirst/frontlinefirst
        lead             | #leading                 | leading
        #edge            | #edge ＃edge             | #edge/＃edge
        edge             | &#edge;                  | edge
        """)
    void a_hashtag_is_its_words_and_is_whole(String phrase, String text, String hits) {
        check(phrase, text, hits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        front-line       | front-line front line frontline front‑line | front-line/front line/frontline/front‑line
        front line       | front-line front line frontline            | front-line/front line
        frontline        | front-line front line frontline            | front-line/frontline
        front-line staff | front-line staff, frontline staff          | front-line staff/frontline staff
        line             | front-line                                 | line
        frontline staff  | front-line staff                           |
        face-to-face     | face-to-face face to face facetoface       | face-to-face/face to face/facetoface
        face             | - face -                                   | face
        """)
    void a_hyphen_in_a_phrase_may_be_a_space_or_nothing(String phrase, String text, String hits) {
        check(phrase, text, hits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        don't    | don't don’t DON'T dont donʼt     | don't/don’t/DON'T/dont/donʼt
        dont     | don't dont                       | don't/dont
        can't    | can't can not cant               | can't/cant
        leader   | the leader's role, the leaders’ role | leader's/leaders
        well     | we'll do well                    | well
        me       | must start with 'me'.            | me
        me       | start with ‘me’                  | me
        """)
    void apostrophes_are_one_and_possessives_and_negations_do_without(String phrase, String text, String hits) {
        check(phrase, text, hits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        r and d    | R&D R & D R&amp;D R and D ＆ | R&D/R & D/R&amp;D/R and D
        command & control | command and control | command and control
        lt         | 1 &lt; 2                 |
        """)
    void an_ampersand_is_and(String phrase, String text, String hits) {
        check(phrase, text, hits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        rebel   | @rebel hello @rebel_one    |
        rebel   | ＠rebel                    |
        rebel   | rebel@rebel                | rebel
        rebel   | https://t.co/rebel         |
        rebel   | HTTP://rebel.org           |
        rebel   | www.rebel.org              |
        rebel   | bit.ly/rebel rebel.org/x   |
        rebel   | me.rebel                   | rebel
        rebel   | either/rebel               | rebel
        rt      | RT @nhslean: x             |
        rt      | the RT of it               | RT
        """)
    void mentions_addresses_and_retweet_marks_are_not_words(String phrase, String text, String hits) {
        check(phrase, text, hits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        😀         | so 😀😀                   | 😀/😀
        👍         | 👍🏽 👍🏿                  | 👍🏽/👍🏿
        ❤          | ❤ ❤️                     | ❤/❤️
        👩         | 👩‍👩‍👧                     |
        👩‍👩‍👧      | 👩🏽‍👩🏽‍👧🏽                 | 👩🏽‍👩🏽‍👧🏽
        🇬🇧         | 🇫🇷🇬🇧                     | 🇬🇧
        1️⃣          | 1️⃣ 1                     | 1️⃣
        🔥 change  | 🔥change                  | 🔥change
        """)
    void an_emoji_is_a_word_whatever_its_skin_and_style(String phrase, String text, String hits) {
        check(phrase, text, hits);
    }

    @Test
    void overlapping_hits_of_phrases_that_stand_for_themselves_all_count() {
        var both = BothMatchers.of("lack of support ; support ; support for rebels ; lack* ; rebel");
        assertThat(both.quotes("lack of support for rebels"))
                .containsExactly("lack", "lack of support", "support", "support for rebels", "rebels");
    }

    @Test
    void the_longest_phrase_wins_inside_a_group() {
        var both = new BothMatchers()
                .add("barrier", "a")
                .add("crash barrier", "a")
                .add("a ~9 z", "a")
                .add("crash", "b");
        assertThat(both.places("crash barrier")).containsExactly("crash@0-5", "crash barrier@0-13");
        assertThat(both.places("barrier, crash barrier"))
                .containsExactly("barrier@0-7", "crash@9-14", "crash barrier@9-22");
        assertThat(both.places("a crash barrier z")).containsExactly("crash@2-7", "a ~9 z@0-17");
    }

    @Test
    void hits_of_a_group_that_only_overlap_both_count() {
        var both = new BothMatchers().add("lack of support", "a").add("support for rebels", "a");
        assertThat(both.quotes("lack of support for rebels")).containsExactly("lack of support", "support for rebels");
    }

    @Test
    void of_a_group_s_hits_on_the_same_words_the_first_phrase_counts() {
        var both = new BothMatchers().add("rebel*", "a").add("rebel", "a").add("rebel", "b");
        assertThat(both.places("rebels")).containsExactly("rebel*@0-6", "rebel@0-6");
    }

    @Test
    void a_whole_hashtag_is_longer_than_its_words() {
        var both = new BothMatchers().add("change", "a").add("#nhschangeday", "a");
        assertThat(both.places("#NHSChangeDay change")).containsExactly("#nhschangeday@0-13", "change@14-20");
    }

    private static void check(String phrase, String text, String hits) {
        var expected = hits == null ? List.<String>of() : List.of(hits.split("/"));
        assertThat(BothMatchers.of(phrase).quotes(text)).isEqualTo(expected);
    }
}
