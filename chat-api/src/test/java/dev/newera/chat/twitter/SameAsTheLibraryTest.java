package dev.newera.chat.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.TldLists;
import com.twitter.twittertext.TwitterTextParser;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is ours for speed says what Twitter's library says, also for texts that nobody would write. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SameAsTheLibraryTest {
    private static final int TEXTS = 600;

    /** Whatever decides about an emoji, a link, a tag or a weight, and what may stand beside it. */
    private static final List<String> PIECES = List.of(
            "a",
            "B",
            "9",
            "#",
            "*",
            "0",
            "\ufe0f",
            "\ufe0e",
            "\u20e3",
            "5\u20e3",
            "0\ufe0f\u20e3",
            "\u00a9",
            "\u00ae",
            "\u00a9\ufe0f",
            "\u2122",
            "\u203c",
            "\u2139",
            "\u265f",
            "\u270c",
            "\u26f9",
            "\u2640\ufe0f",
            "\u3030",
            "\u3299",
            "\u32a0",
            "\ue50a",
            "\ud83d\ude00",
            "\ud83d\udc69\u200d\u2695\ufe0f",
            "\u200d",
            "\ud83c\udffb",
            "\ud83c\udde9\ud83c\uddea",
            "\ud83c\udde9",
            "\ud83c\udff4\udb40\udc67\udb40\udc62",
            "\ud835\udd38",
            "e\u0301",
            "\u0301",
            "\u1e9b\u0323",
            "\u212b",
            "\u30ab\u3099",
            "\u4e2d",
            "\u56fd",
            "\uac00",
            "\u05d0",
            "\u0627",
            "\u2066",
            "\u2014",
            "\u2026",
            "\u201c",
            "\u200f",
            "\u2028",
            "\ufeff",
            ".",
            "..",
            ".com",
            ".de ",
            "U.S.",
            "e.g.",
            "www.",
            "example.com",
            "http://",
            "https://t.co/abc",
            "t.co",
            "http://t.co/",
            "/path?q=1",
            "xn--p1ai",
            ".xn--p1ai",
            ".\u4e2d\u56fd",
            ".\u0e44\u0e17\u0e22",
            ".\ud835\udd38",
            "@",
            "@user",
            "@user/list",
            "\uff20u",
            "#tag",
            "\uff03tag",
            "$TSLA",
            "&",
            "-",
            "_",
            ":",
            ";",
            "(",
            ")",
            "'",
            "!",
            " ",
            "\n",
            "\t",
            "\u000b",
            "\u0000");

    private final TwitterText ours = new TwitterText();
    private final PlainLibrary library = new PlainLibrary();

    /** Behind letters that leave room for some of the pieces, so that some texts are just too long. */
    static Stream<String> texts() {
        var random = new Random(2014);
        return Stream.generate(() -> "x".repeat(230 + random.nextInt(50)) + " "
                        + random.ints(1 + random.nextInt(12), 0, PIECES.size())
                                .mapToObj(PIECES::get)
                                .collect(Collectors.joining()))
                .limit(TEXTS);
    }

    @Test
    void for_texts_put_together_from_whatever_decides() {
        assertThat(texts()).allSatisfy(this::isReadAsByTheLibrary);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hierarchies move paper. Networks move people. #NewEraNHS",
                "You don't need a title to lead.Never did.#NHSChangeDay @HelenBevan",
                "see example.com/a.b#c and http://t.co/abcdefgh, e.g. https://www.england.nhs.uk.",
                "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66 1\ufe0f\u20e3 \u00a9 \u00a9\ufe0f example.com",
                "\u5909\u9769.\u4e2d\u56fd \u5909\u9769\u3002",
                " ",
                ""
            })
    void for_what_people_write(String text) {
        isReadAsByTheLibrary(text);
    }

    private void isReadAsByTheLibrary(String text) {
        assertThat(ours.read(text)).isEqualTo(library.read(text));
    }

    /** An emoji of two or more characters weighs two, as two of the lightest do; this leaves single characters that weigh one. */
    @Test
    void no_character_weighs_more_than_it_is_taken_to_weigh_at_most() {
        var heavier = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(Character::toString)
                .filter(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC) && TwitterText.mostWeight(text) < 2)
                .filter(text -> TwitterTextParser.parseTweet(text).weightedLength > TwitterText.mostWeight(text));
        assertThat(heavier).isEmpty();
    }

    @Test
    void every_domain_begins_with_a_letter() {
        assertThat(Stream.of(TldLists.GTLDS, TldLists.CTLDS).flatMap(List::stream))
                .isNotEmpty()
                .allMatch(domain -> Character.isLetter(domain.codePointAt(0)));
    }
}
