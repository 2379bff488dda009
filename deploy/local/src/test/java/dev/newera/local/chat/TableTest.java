package dev.newera.local.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.local.chat.TaggedTweet.Theme;
import dev.newera.local.chat.TaggedTweet.Words;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TableTest {

    private static final TaggedTweet RADICALS = new TaggedTweet(
            "JodiMBrown",
            "Not only lack of support, but lack of awareness of the very existence of radicals #NewEraNHS",
            true,
            List.of(
                    new Theme(
                            "barriers",
                            0.98,
                            List.of(new Words(9, 24, "lack of support"), new Words(30, 47, "lack of awareness"))),
                    new Theme("change-agents", 0.731, List.of(new Words(73, 81, "radicals")))));

    @Test
    void a_tweet_stands_beside_its_themes_and_the_words_that_gave_them() {
        assertThat(draw(100, Marks.NONE, RADICALS))
                .containsExactly(
                        "TWEET                                   THEME                       BECAUSE OF",
                        "@JodiMBrown                             barriers             0.98   \"lack of support\", \"lack of",
                        "Not only lack of support, but lack of                               awareness\"",
                        "awareness of the very existence of      change-agents        0.73   \"radicals\"",
                        "radicals #NewEraNHS",
                        "");
    }

    @Test
    void evidence_is_marked_where_it_stands_in_the_tweet() {
        assertThat(String.join("\n", draw(100, Marks.COLOURED, RADICALS)))
                .contains("only \033[1;32mlack\033[0m \033[1;32mof\033[0m \033[1;32msupport\033[0m, but");
    }

    @Test
    void marks_take_no_room() {
        var plain = draw(100, Marks.NONE, RADICALS);
        var marked = draw(100, Marks.COLOURED, RADICALS).stream()
                .map(line -> line.replaceAll("\033\\[[0-9;]*m", ""))
                .toList();

        assertThat(marked).isEqualTo(plain);
    }

    @Test
    void offsets_count_code_points_so_an_emoji_before_the_evidence_shifts_nothing() {
        var tweet = new TaggedTweet(
                "sazlocks",
                "🎉 be authentic",
                true,
                List.of(new Theme("purpose", 1, List.of(new Words(5, 14, "authentic")))));

        assertThat(draw(100, Marks.COLOURED, tweet)).anyMatch(line -> line.contains("be \033[1;32mauthentic\033[0m"));
    }

    @Test
    void a_tweet_without_a_theme_says_so() {
        var tweet = new TaggedTweet("stevefairman1", "Good morning", true, List.of());

        assertThat(draw(100, Marks.NONE, tweet)).anyMatch(line -> line.contains("no theme"));
    }

    @Test
    void a_narrow_terminal_still_gets_a_table() {
        assertThat(draw(10, Marks.NONE, RADICALS)).anyMatch(line -> line.contains("change-agents"));
    }

    private static List<String> draw(int columns, Marks marks, TaggedTweet tweet) {
        return new Table(columns, marks).draw(List.of(tweet));
    }
}
