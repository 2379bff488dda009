package dev.newera.chat.http.pages;

import dev.newera.chat.Evidence;
import dev.newera.chat.ThemeTag;
import dev.newera.chat.Tweet;
import java.util.List;

/**
 * A theme of a tweet on a page.
 *
 * @param evidence the tweet's words that speak for it
 */
record Chip(String name, String color, String score, List<String> evidence) {

    static List<Chip> all(Tweet tweet, Palette palette) {
        return tweet.themes().stream().map(tag -> of(tag, palette)).toList();
    }

    private static Chip of(ThemeTag tag, Palette palette) {
        return new Chip(
                palette.name(tag.theme()),
                palette.color(tag.theme()),
                Words.score(tag.score()),
                tag.evidence().stream().map(Evidence::text).distinct().toList());
    }
}
