package dev.newera.chat.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.Entities;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TwitterTextTest {
    private final TwitterText rules = new TwitterText();

    private static String slice(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#NewEraNHS @HelenBevan https://example.com/paper",
                "👩‍⚕️👍🏽 #NewEraNHS 👩‍👩‍👧‍👦 @HelenBevan 🏴󠁧󠁢󠁥󠁮󠁧󠁿 https://example.com/paper",
                "שלום #NewEraNHS مرحبا @HelenBevan \u202e https://example.com/paper",
                "cafe\u0301 n\u0303 #NewEraNHS e\u0301\u0302\u0303 @HelenBevan https://example.com/paper",
                "𝒳𝒴 ＃NewEraNHS ＠HelenBevan https://example.com/paper",
                "変革 #NewEraNHS の @HelenBevan https://example.com/paper"
            })
    void offsets_are_code_points_and_quote_what_they_name(String text) {
        Entities entities = rules.read(text).entities();

        var hashtag = entities.hashtags().get(0);
        var mention = entities.mentions().get(0);
        var url = entities.urls().get(0);
        assertThat(slice(text, hashtag.start(), hashtag.end())).matches("[#＃]NewEraNHS");
        assertThat(hashtag.tag()).isEqualTo("NewEraNHS");
        assertThat(slice(text, mention.start(), mention.end())).matches("[@＠]HelenBevan");
        assertThat(mention.username()).isEqualTo("HelenBevan");
        assertThat(slice(text, url.start(), url.end())).isEqualTo("https://example.com/paper");
    }

    /** What is weighed stands before as many letters as a tweet holds beside it, and before one more. */
    @ParameterizedTest
    @CsvSource({
        "change, 6",
        "変革, 4",
        "👩‍⚕️, 2",
        "👍🏽, 2",
        "https://example.com/a/very/long/path/that/goes/on, 23",
        "t.co, 23",
        "e\u0301, 1",
        "مرحبا, 5"
    })
    void length_is_weighed_as_Twitter_weighs_it(String text, int weight) {
        var full = text + " " + "x".repeat(279 - weight);

        assertThat(rules.read(full).tooLong()).isEmpty();
        assertThat(rules.read(full + "x").tooLong()).hasValue(281);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing here", "no#tag", "a@b", "#123", "# space", ""})
    void what_only_looks_like_an_entity_is_none(String text) {
        Entities entities = rules.read(text).entities();

        assertThat(entities.hashtags()).isEmpty();
        assertThat(entities.mentions()).isEmpty();
    }
}
