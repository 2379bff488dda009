package dev.newera.chat.http.pages;

import dev.newera.chat.ChatSession;
import dev.newera.chat.ThemeTag;
import dev.newera.chat.Tweet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A tweet as a report quotes it: without what was written for Twitter and not for a reader, which is mentions and a label before
 * the text, and the chat session's hashtag behind it. The transcript has all of it.
 *
 * @param id leads to its place in the transcript
 */
record Quoted(String id, String name, String username, String at, String time, List<Mark> marks) {
    private static final Pattern BEFORE = Pattern.compile(
            "^\\s*(?:\\.?[@＠]\\w+[:,]?\\s+)*+(?:[AQ]\\d{1,2}(?![\\p{L}\\p{N}])[:.)-]?\\s+)?", Pattern.CASE_INSENSITIVE);

    /** With the evidence of all its themes. */
    static Quoted of(Tweet tweet, ChatSession chat, Palette palette) {
        return of(tweet, tweet.themes(), chat, palette);
    }

    /** With the evidence of one theme. */
    static Quoted of(Tweet tweet, String theme, ChatSession chat, Palette palette) {
        var tag = tweet.themes().stream().filter(it -> it.theme().equals(theme)).toList();
        return of(tweet, tag, chat, palette);
    }

    private static Quoted of(Tweet tweet, List<ThemeTag> tags, ChatSession chat, Palette palette) {
        return new Quoted(
                tweet.id().toString(),
                Words.name(tweet.author()),
                tweet.author().username(),
                Words.exact(tweet.createdAt()),
                Words.time(tweet.createdAt(), chat),
                Mark.all(Segment.within(Segment.of(tweet.text(), tags), bare(tweet.text(), chat)), palette));
    }

    private static String bare(String text, ChatSession chat) {
        var bare = BEFORE.matcher(text).replaceFirst("");
        var behind = Pattern.compile(
                "(?:\\s+[#＃]" + Pattern.quote(chat.hashtag()) + ")+\\s*$",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        bare = behind.matcher(bare).replaceFirst("");
        return bare.isBlank() ? text : bare;
    }
}
