package dev.newera.bench.tagger;

import dev.newera.tagging.Codebook;
import dev.newera.tagging.Indicator;
import dev.newera.tagging.Theme;
import dev.newera.tagging.text.Matcher;
import dev.newera.tagging.text.Phrase;
import dev.newera.tagging.text.Token;
import dev.newera.tagging.text.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Codebooks to measure with. */
public final class Indicators {
    private static final long SEED = 2014;

    /** How words are drawn for phrases: each word of the tweets as often as any other, or as often as people use it. */
    public enum Draw {
        WORD,
        USE
    }

    private Indicators() {}

    /** The phrases of each theme that every rival can be asked for: no hashtags, and plain letters only. */
    static List<List<Phrase>> common(Codebook codebook) {
        return codebook.themes().stream()
                .map(theme -> theme.indicators().stream()
                        .map(indicator -> Phrase.parse(indicator.text()))
                        .filter(phrase -> phrase.alternatives().stream()
                                .flatMap(Collection::stream)
                                .allMatch(part -> part.key().matches("[a-z]+")))
                        .toList())
                .toList();
    }

    /**
     * A codebook of so many indicators: a hundred of the default one, and beyond those phrases of two or three words of the
     * tweets. Drawn by {@link Draw#WORD} few of them are ever hit, so that the count grows and little else; by
     * {@link Draw#USE} half their words are "the" and its like, and what is hit grows with the count.
     */
    static Codebook grown(Codebook codebook, List<String> tweets, int count, Draw draw) {
        var random = new Random(SEED);
        var words = tweets.stream()
                .flatMap(text -> Tokens.of(text).stream())
                .filter(token -> token.kind() == Token.Kind.WORD && token.form().matches("[a-z]+"))
                .map(Token::form)
                .toList();
        var drawn = draw == Draw.USE ? words : words.stream().distinct().toList();
        var phrases = Stream.concat(sample(codebook, random), Stream.generate(() -> phrase(drawn, random)))
                .distinct()
                .limit(count)
                .toList();
        return spread(codebook, phrases);
    }

    /** How many hits a tweet has, on average. */
    static double hits(Codebook codebook, List<String> tweets) {
        var phrases = Matcher.builder();
        codebook.themes()
                .forEach(theme -> theme.indicators().forEach(indicator -> phrases.add(indicator.text(), theme.id())));
        var scanner = phrases.build().scanner();
        return tweets.stream().mapToInt(scanner::scan).average().orElse(0);
    }

    private static Stream<String> sample(Codebook codebook, Random random) {
        var all = codebook.themes().stream()
                .flatMap(theme -> theme.indicators().stream())
                .map(Indicator::text)
                .toList();
        return Stream.generate(() -> all.get(random.nextInt(all.size())))
                .distinct()
                .limit(100);
    }

    private static String phrase(List<String> words, Random random) {
        var phrase = new StringBuilder(words.get(random.nextInt(words.size())));
        for (int more = 1 + random.nextInt(2); more > 0; more--) {
            phrase.append(random.nextBoolean() ? " " : " ~3 ").append(words.get(random.nextInt(words.size())));
        }
        return phrase.toString();
    }

    private static Codebook spread(Codebook codebook, List<String> phrases) {
        var themes = new ArrayList<Theme>();
        int count = codebook.themes().size();
        for (int theme = 0; theme < count; theme++) {
            int number = theme;
            var indicators = IntStream.range(0, phrases.size())
                    .filter(n -> n % count == number)
                    .mapToObj(n -> Indicator.written(phrases.get(n)))
                    .toList();
            themes.add(Theme.of(codebook.themes().get(theme).id(), indicators));
        }
        return new Codebook(codebook.id(), codebook.title(), null, Codebook.UNPUBLISHED, themes);
    }
}
