package dev.newera.chat.twitter;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.Extractor.Entity;
import com.twitter.twittertext.TwitterTextParser;
import dev.newera.chat.Entities;
import dev.newera.chat.TweetText;
import java.util.List;
import java.util.function.Function;

/** Twitter's own library, version 3 of its configuration, with offsets turned from UTF-16 units into code points. */
public final class TwitterText implements TweetText {
    private final Extractor extractor = new Extractor();

    @Override
    public Read read(String text) {
        return new Read(TwitterTextParser.parseTweet(text).weightedLength, entities(text));
    }

    private Entities entities(String text) {
        var at = codePoints(text);
        return new Entities(
                all(
                        extractor.extractHashtagsWithIndices(text),
                        it -> new Entities.Hashtag(at[it.getStart()], at[it.getEnd()], it.getValue())),
                all(
                        extractor.extractMentionedScreennamesWithIndices(text),
                        it -> new Entities.Mention(at[it.getStart()], at[it.getEnd()], it.getValue())),
                all(
                        extractor.extractURLsWithIndices(text),
                        it -> new Entities.Url(at[it.getStart()], at[it.getEnd()], it.getValue())));
    }

    private static <T> List<T> all(List<Entity> found, Function<Entity, T> as) {
        return found.stream().map(as).toList();
    }

    /** For each UTF-16 index of the text, and its end, the code point that it lies in. */
    private static int[] codePoints(String text) {
        var at = new int[text.length() + 1];
        for (int i = 0, point = 0; i <= text.length(); i++, point++) {
            at[i] = point;
            if (i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                at[++i] = point;
            }
        }
        return at;
    }
}
