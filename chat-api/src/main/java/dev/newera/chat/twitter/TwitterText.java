package dev.newera.chat.twitter;

import com.twitter.twittertext.Extractor.Entity;
import com.twitter.twittertext.TwitterTextConfiguration;
import com.twitter.twittertext.TwitterTextParser;
import dev.newera.chat.Entities;
import dev.newera.chat.TweetText;
import java.text.Normalizer;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Twitter's own library, version 3 of its configuration, with offsets turned from UTF-16 units into code points.
 *
 * <p>The library weighs a text by trying a pattern of a thousand emoji at each of its characters, which took four fifths of all
 * that a post cost. So it is asked only about texts that might be too long by what their characters weigh at most.
 */
public final class TwitterText implements TweetText {
    private static final TwitterTextConfiguration CONFIGURATION = TwitterTextParser.TWITTER_TEXT_DEFAULT_CONFIG;

    @Override
    public Read read(String text) {
        var links = Links.of(text);
        return new Read(isSurelyShort(text, links) ? OptionalInt.empty() : tooLong(text), entities(text, links));
    }

    /**
     * Emoji weigh no more than the characters that they are made of, and a link no more than it weighs as one. Weight is of the text
     * in NFC, which may be another text.
     */
    private static boolean isSurelyShort(String text, Links links) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                && links.all().size() * CONFIGURATION.getTransformedURLLength() + mostWeight(text) <= MOST;
    }

    /** What lies beyond the first 65,536 code points counts twice here; it is rare. */
    static int mostWeight(String text) {
        int scaled = 0;
        for (int i = 0; i < text.length(); i++) {
            scaled += weight(text.charAt(i));
        }
        return scaled / CONFIGURATION.getScale();
    }

    private static int weight(int point) {
        for (var range : CONFIGURATION.getRanges()) {
            if (range.getRange().isInRange(point)) {
                return range.getWeight();
            }
        }
        return CONFIGURATION.getDefaultWeight();
    }

    private static OptionalInt tooLong(String text) {
        Links.requireReadable(Normalizer.normalize(text, Normalizer.Form.NFC));
        int weight = TwitterTextParser.parseTweet(text).weightedLength;
        return weight > MOST ? OptionalInt.of(weight) : OptionalInt.empty();
    }

    private static Entities entities(String text, Links extractor) {
        var at = codePoints(text);
        return new Entities(
                all(
                        extractor.hashtags(),
                        it -> new Entities.Hashtag(at[it.getStart()], at[it.getEnd()], it.getValue())),
                all(
                        extractor.extractMentionedScreennamesWithIndices(text),
                        it -> new Entities.Mention(at[it.getStart()], at[it.getEnd()], it.getValue())),
                all(extractor.all(), it -> new Entities.Url(at[it.getStart()], at[it.getEnd()], it.getValue())));
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
