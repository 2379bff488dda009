package dev.newera.chat.twitter;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.Extractor.Entity;
import com.twitter.twittertext.TwitterTextParser;
import dev.newera.chat.Entities;
import dev.newera.chat.Entities.Hashtag;
import dev.newera.chat.Entities.Mention;
import dev.newera.chat.Entities.Url;
import dev.newera.chat.TweetText;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** Twitter's library asked for everything, and in its own way turned to code points: what ours has to say too. */
final class PlainLibrary implements TweetText {
    private final Extractor library = new Extractor();

    @Override
    public Read read(String text) {
        int weight = TwitterTextParser.parseTweet(text).weightedLength;
        return new Read(weight > MOST ? OptionalInt.of(weight) : OptionalInt.empty(), entities(text));
    }

    private Entities entities(String text) {
        return new Entities(
                all(
                        text,
                        library.extractHashtagsWithIndices(text),
                        it -> new Hashtag(it.getStart(), it.getEnd(), it.getValue())),
                all(
                        text,
                        library.extractMentionedScreennamesWithIndices(text),
                        it -> new Mention(it.getStart(), it.getEnd(), it.getValue())),
                all(
                        text,
                        library.extractURLsWithIndices(text),
                        it -> new Url(it.getStart(), it.getEnd(), it.getValue())));
    }

    private <T> List<T> all(String text, List<Entity> found, Function<Entity, T> as) {
        library.modifyIndicesFromUTF16ToUnicode(text, found);
        return found.stream().map(as).toList();
    }
}
