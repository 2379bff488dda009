package dev.newera.local.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.TwitterTextParser;
import dev.newera.local.SharedSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the page's own modules work out, called in the browser and held to somebody else's answer. */
@ExtendWith({SharedSystem.class, Visitors.class})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModulesIT {

    private static final List<String> TWEETS = List.of(
            "",
            "Be authentic, be credible, be a leader #neweranhs",
            "“Typographic” quotes – dashes — and … dots",
            "naïve café, and the same decomposed: nai\u0308ve cafe\u0301",
            "変化は周縁から始まる",
            "Wandel beginnt am Rand: größer, Straße, ẞ",
            "👍 👍🏽 👩‍⚕️ 👨‍👩‍👧‍👦 🇬🇧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ ❤️ ☎ ☎️ ©",
            "𝒮𝒸𝓇𝒾𝓅𝓉 letters beyond the basic plane",
            "https://example.org",
            "see https://www.england.nhs.uk/a/very/long/path?with=query&and=more#part, and http://example.com.",
            "(https://example.org/path) “https://example.org/a_(b)” https://example.org/ü",
            "two https://example.org https://example.com/x",
            "no link: https:// http://x ftp://example.org",
            "@helenbevan https://example.org/@helenbevan #tag",
            "\u200d\u200b \u2028 \u3000 ﷺ ﻿");

    private static final List<String> PIECES = List.of(
            "rebel",
            " ",
            " ",
            "é",
            "e\u0301",
            "変",
            "👍🏽",
            "👩‍⚕️",
            "🇬🇧",
            "1️⃣",
            "#",
            "@",
            "…",
            "—",
            "\n",
            "ﷺ",
            "ض",
            "𝒮",
            " https://example.org/a ");

    private final Visitor visitor;

    ModulesIT(Visitor visitor) {
        this.visitor = visitor.opens("");
    }

    @Test
    void the_counter_counts_as_twitter_does() {
        var texts = new ArrayList<>(TWEETS);
        var random = new Random(2014);
        for (int i = 0; i < 500; i++) texts.add(anyText(random));

        assertThat(inBrowser("texts => texts.map(text => [text, weight.weightedLength(text)])", texts))
                .isEqualTo(
                        texts.stream().map(text -> List.of(text, weight(text))).toList());
    }

    @Test
    @SuppressWarnings("unchecked")
    void every_colour_that_a_codebook_may_bring_can_be_read_on_light_and_on_dark() {
        var random = new Random(2014);
        var colours = IntStream.range(0, 200)
                .mapToObj(i -> "#%06x".formatted(random.nextInt(0x1000000)))
                .toList();

        var shown = (List<Map<String, String>>) inBrowser("colours => colours.map(palette.colours)", colours);

        assertThat(shown).allSatisfy(colour -> {
            assertThat(contrast(colour.get("light"), "#ffffff")).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(colour.get("light"), "#f1efe9")).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(colour.get("dark"), "#14171c")).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(colour.get("dark"), "#262b34")).isGreaterThanOrEqualTo(4.5);
        });
    }

    private Object inBrowser(String function, Object argument) {
        return visitor.page().evaluate("""
                        async (argument) => {
                          const weight = await import('/dashboard/weight.js');
                          const palette = await import('/dashboard/palette.js');
                          return (%s)(argument);
                        }""".formatted(function), argument);
    }

    private static String anyText(Random random) {
        return random.ints(random.nextInt(30), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining());
    }

    private static int weight(String text) {
        return TwitterTextParser.parseTweet(text).weightedLength;
    }

    /** By WCAG 2.2, written down a second time. */
    private static double contrast(String a, String b) {
        double one = luminance(Integer.parseInt(a.substring(1), 16));
        double other = luminance(Integer.parseInt(b.substring(1), 16));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
