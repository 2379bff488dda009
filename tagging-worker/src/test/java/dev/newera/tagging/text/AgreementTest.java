package dev.newera.tagging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast reading and the naive one answer the same, on texts that nobody would think of. The seeds are fixed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AgreementTest {
    private static final int ROUNDS = 3_000;

    /** Whatever some rule looks at, and words that are near one another. */
    private static final List<String> PIECES = List.of(
            "lack",
            "lacks",
            "LACK",
            "of",
            "support",
            "supporting",
            "supporter",
            "barrier",
            "Barriers",
            "front",
            "line",
            "frontline",
            "Frontline",
            "don't",
            "don’t",
            "dont",
            "leader's",
            "patients'",
            "rt",
            "RT",
            "a",
            "b",
            "I",
            "e\u0301",
            "\u00e9",
            "ﬁ",
            "ＦＵＬＬ",
            "straße",
            "STRASSE",
            "Σίσυφος",
            "ΣΊΣΥΦΟΣ",
            "שלום",
            "مرحبا",
            "日本",
            "नमस्ते",
            "7",
            "7,000",
            "3.5",
            "½",
            "²",
            "x²",
            "supercalifragilisticexpialidocious",
            "𝓑𝓸𝓵𝓭",
            " ",
            " ",
            " ",
            " ",
            " ",
            "  ",
            "\n",
            "-",
            "-",
            "‑",
            "_",
            "'",
            "’",
            "ʼ",
            ",",
            ".",
            "…",
            "!",
            "/",
            ":",
            "\"",
            "&",
            "&amp;",
            "&lt;",
            "＆",
            "@",
            "@",
            "＠",
            "@nhs_x",
            "#",
            "#",
            "＃",
            "#NewEraNHS",
            "#frontline_first",
            "#FrontLine",
            "#30days",
            "#NHS70",
            "http://",
            "https://t.co/a1",
            "www.",
            "bit.ly/x",
            "a.b/c",
            "😀",
            "👩\u200d👩\u200d👧",
            "👍🏽",
            "👍",
            "❤\ufe0f",
            "❤",
            "1\ufe0f\u20e3",
            "🇬🇧",
            "🇬",
            "🏴\udb40\udc67\udb40\udc62\udb40\udc7f",
            "\u200d",
            "\u200b",
            "\u200e",
            "\u00ad",
            "\ufe0f",
            "\u0301",
            "\ud83d",
            "\udc00",
            "ℹ\ufe0f",
            "\ud834\udd65",
            "*",
            "~",
            "İ",
            "ŉ");

    private static final List<String> PHRASES = List.of(
            "lack",
            "\"lack\"",
            "lack*",
            "l*",
            "lack of support",
            "\"lack of\" support",
            "lack ~2 support",
            "lack ~20 support",
            "lack lack",
            "lack ~3 lack ~2 lack",
            "a",
            "a b",
            "a ~2 a",
            "a ~5 b ~5 a",
            "sup* ~3 lack*",
            "front-line",
            "front-line a",
            "a front-line",
            "frontline",
            "front* line",
            "#frontlinefirst",
            "#FrontLine",
            "#neweranhs",
            "new era",
            "era ~1 nhs",
            "don't",
            "dont",
            "\"don't\"",
            "leader",
            "patient",
            "7000",
            "7*",
            "and",
            "r and d",
            "é",
            "é*",
            "full",
            "strasse",
            "σίσυφος",
            "😀",
            "👍",
            "👍 👍",
            "❤ ~3 ❤",
            "of ~1 of",
            "e*",
            "supp* of",
            "\"barriers\"",
            "barrier barrier",
            "30 days",
            "i ~20 i ~20 i",
            "front-line-first",
            "עולם",
            "שלום",
            "3.5",
            "x²",
            "bold");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_tokens_are_the_same(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var text = text(random, PIECES, 1 + random.nextInt(14));
            assertThat(Tokens.of(text)).as("%s %s", text, escaped(text)).isEqualTo(NaiveTokens.of(text));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void the_tokens_of_any_characters_are_the_same(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var text = anything(random);
            assertThat(Tokens.of(text)).as("%s %s", text, escaped(text)).isEqualTo(NaiveTokens.of(text));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void the_hits_are_the_same(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS / 60; round++) {
            var fast = Matcher.builder();
            var naive = new NaiveMatcher();
            for (int phrase = random.nextInt(30); phrase >= 0; phrase--) {
                var text = PHRASES.get(random.nextInt(PHRASES.size()));
                var group = random.nextInt(4);
                naive.add(text, group == 0 ? null : group);
                var ignored = group == 0 ? fast.add(text) : fast.add(text, group);
            }
            assertSameHits(random, fast.build(), naive, PIECES);
        }
    }

    /** Two words only, so that everything overlaps with everything. */
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void the_hits_of_phrases_that_overlap_are_the_same(long seed) {
        var random = new Random(seed);
        var words = List.of("a ", "b ", "a ", "b ", "x ", "@m ", "#aB ", "a-b ");
        for (int round = 0; round < ROUNDS / 60; round++) {
            var fast = Matcher.builder();
            var naive = new NaiveMatcher();
            for (int phrase = random.nextInt(12); phrase >= 0; phrase--) {
                var text = overlapping(random);
                naive.add(text, phrase % 2 == 0 ? null : "group");
                var ignored = phrase % 2 == 0 ? fast.add(text) : fast.add(text, "group");
            }
            assertSameHits(random, fast.build(), naive, words);
        }
    }

    @Test
    void one_scanner_reads_many_texts_as_if_each_were_the_first() {
        var random = new Random(41);
        var builder = Matcher.builder();
        PHRASES.forEach(builder::add);
        var matcher = builder.build();
        var scanner = matcher.scanner();
        for (int round = 0; round < ROUNDS; round++) {
            var text = text(random, PIECES, random.nextInt(20)) + " w" + random.nextInt(100_000);
            assertThat(scanner.scan(text)).isEqualTo(matcher.scanner().scan(text));
        }
    }

    private static void assertSameHits(Random random, Matcher fast, NaiveMatcher naive, List<String> pieces) {
        for (int i = 0; i < 20; i++) {
            var text = text(random, pieces, 1 + random.nextInt(16));
            assertThat(fast.find(text)).as("%s %s", text, escaped(text)).isEqualTo(naive.find(text));
        }
    }

    private static String overlapping(Random random) {
        var words = List.of("a", "b", "\"a\"", "a*", "b*", "a-b");
        var phrase = new StringBuilder(words.get(random.nextInt(words.size())));
        for (int parts = random.nextInt(5); parts > 0; parts--) {
            phrase.append(random.nextBoolean() ? " " : " ~" + (1 + random.nextInt(4)) + " ");
            phrase.append(words.get(random.nextInt(words.size() - 1)));
        }
        return phrase.toString();
    }

    private static String text(Random random, List<String> pieces, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    private static String anything(Random random) {
        var planes = List.of(0x80, 0x300, 0x2100, 0x3000, 0x10000, 0x1FFFF, 0xE0100);
        var points = new ArrayList<Integer>();
        for (int i = random.nextInt(24); i >= 0; i--) {
            points.add(random.nextInt(planes.get(random.nextInt(planes.size()))));
        }
        var text = new StringBuilder();
        points.forEach(text::appendCodePoint);
        return text.toString();
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c < 128 ? "" + (char) c : String.format("\\u%04x", c)));
        return escaped.toString();
    }
}
