package dev.newera.tagging.learning;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Indicator;
import dev.newera.tagging.text.Token;
import dev.newera.tagging.text.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Labelled tweets in two parts.
 *
 * @param learned the tweets to learn from
 * @param heldOut the tweets to judge on
 */
public record Fold(List<LabelledTweet> learned, List<LabelledTweet> heldOut) {

    /** So many folds, each tweet held out once, by lot; tweets that say the same words stay together. */
    public static List<Fold> of(List<LabelledTweet> tweets, int folds, long seed) {
        var alike = new ArrayList<>(grouped(tweets, Fold::words));
        Collections.shuffle(alike, new Random(seed));
        var parts = new ArrayList<List<LabelledTweet>>();
        for (int i = 0; i < folds; i++) {
            parts.add(new ArrayList<>());
        }
        for (int i = 0; i < alike.size(); i++) {
            parts.get(i % folds).addAll(alike.get(i));
        }
        return of(parts);
    }

    /** One fold for each source: the tweets of all the others are learned from. */
    public static List<Fold> bySource(List<LabelledTweet> tweets) {
        return of(grouped(tweets, LabelledTweet::source));
    }

    /** The same fold with more to learn from, and no more to be judged by. */
    public Fold alsoLearning(List<LabelledTweet> further) {
        return new Fold(joined(learned, further), heldOut);
    }

    /**
     * The codebook as it would be if nobody had ever read the tweets held out: without the phrases that, of all these tweets, only
     * they say. Phrases are written down from tweets; on those very tweets they would look better than they are.
     */
    public Codebook unread(Codebook written) {
        var themes = written.themes().stream()
                .map(theme -> Ablation.having(theme, theme.bias(), theme.threshold(), known(theme.indicators())))
                .toList();
        return new Codebook(written.id(), written.title(), written.source(), written.version(), themes);
    }

    private List<Indicator> known(List<Indicator> indicators) {
        var texts = indicators.stream().map(Indicator::text).toList();
        var here = HitTable.ofAll(texts, learned);
        var there = HitTable.ofAll(texts, heldOut);
        return IntStream.range(0, texts.size())
                .filter(i -> indicators.get(i).isGuard() || here.tweets(i).length > 0 || there.tweets(i).length == 0)
                .mapToObj(indicators::get)
                .toList();
    }

    public static List<LabelledTweet> joined(List<LabelledTweet> some, List<LabelledTweet> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static List<Fold> of(Collection<List<LabelledTweet>> parts) {
        return parts.stream().map(part -> new Fold(others(parts, part), part)).toList();
    }

    private static List<LabelledTweet> others(Collection<List<LabelledTweet>> parts, List<LabelledTweet> part) {
        return parts.stream()
                .filter(other -> other != part)
                .flatMap(List::stream)
                .toList();
    }

    private static Collection<List<LabelledTweet>> grouped(
            List<LabelledTweet> tweets, Function<LabelledTweet, String> key) {
        return tweets.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static String words(LabelledTweet tweet) {
        return Tokens.of(tweet.text()).stream()
                .filter(token -> token.kind() == Token.Kind.WORD)
                .map(Token::stem)
                .collect(Collectors.joining(" "));
    }
}
