package dev.newera.tagging.learning;

import dev.newera.tagging.text.Phrase;
import dev.newera.tagging.text.PhraseException;
import dev.newera.tagging.text.Token;
import dev.newera.tagging.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Proposes indicators from tweets: single words, two words in a row, two words with a gap, and beginnings of words, each in at
 * least so many tweets. A stem is shown by the form that is met most.
 */
public final class Candidates {
    private static final int[] PREFIX_LENGTHS = {4, 5};
    private static final int WIDEST_GAP = 4;

    private final Map<String, Map<String, Integer>> formsOfStem = new HashMap<>();
    private final Map<List<String>, Integer> tweetsOf = new HashMap<>();
    private final boolean gaps;

    private Candidates(boolean gaps) {
        this.gaps = gaps;
    }

    /** Indicator texts in alphabetical order. */
    public static List<String> in(List<LabelledTweet> tweets, int fewestTweets, boolean gaps) {
        var candidates = new Candidates(gaps);
        tweets.forEach(tweet -> candidates.read(tweet.text()));
        return candidates.texts(fewestTweets);
    }

    private void read(String text) {
        var words = Tokens.of(text).stream().filter(Candidates::isWord).toList();
        words.forEach(word -> formsOfStem
                .computeIfAbsent(word.stem(), stem -> new TreeMap<>())
                .merge(word.form(), 1, Integer::sum));
        seenIn(words).forEach(shape -> tweetsOf.merge(shape, 1, Integer::sum));
    }

    private static boolean isWord(Token token) {
        return token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.EMOJI;
    }

    private Set<List<String>> seenIn(List<Token> words) {
        var shapes = new HashSet<List<String>>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            shapes.add(List.of(word.stem()));
            for (int length : PREFIX_LENGTHS) {
                if (word.form().length() > length
                        && word.form().chars().limit(length).allMatch(Character::isLetter)) {
                    shapes.add(List.of(word.form().substring(0, length), "*"));
                }
            }
            for (int j = i + 1; j < words.size(); j++) {
                int distance = words.get(j).position() - word.position();
                if (distance == 1) {
                    shapes.add(List.of(word.stem(), " ", words.get(j).stem()));
                }
                if (gaps && distance <= WIDEST_GAP) {
                    shapes.add(List.of(
                            word.stem(), " ~" + WIDEST_GAP + " ", words.get(j).stem()));
                }
            }
        }
        return shapes;
    }

    private List<String> texts(int fewestTweets) {
        var texts = new ArrayList<String>();
        tweetsOf.forEach((shape, tweets) -> {
            if (tweets >= fewestTweets && !saysNoMoreThanItsRow(shape, tweets)) {
                texts.add(text(shape));
            }
        });
        return texts.stream().filter(Candidates::isPhrase).distinct().sorted().toList();
    }

    /** A gap that only ever was a step of one is the same candidate twice. */
    private boolean saysNoMoreThanItsRow(List<String> shape, int tweets) {
        return shape.size() == 3
                && shape.get(1).length() > 1
                && tweetsOf.getOrDefault(List.of(shape.get(0), " ", shape.get(2)), 0) == tweets;
    }

    private String text(List<String> shape) {
        if (shape.size() == 2) {
            return shape.get(0) + shape.get(1);
        }
        return shape.size() == 1 ? shown(shape.get(0)) : shown(shape.get(0)) + shape.get(1) + shown(shape.get(2));
    }

    private String shown(String stem) {
        return formsOfStem.get(stem).entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .orElseThrow()
                .getKey();
    }

    private static boolean isPhrase(String text) {
        try {
            Phrase.parse(text);
            return true;
        } catch (PhraseException notOfTheGrammar) {
            return false;
        }
    }
}
