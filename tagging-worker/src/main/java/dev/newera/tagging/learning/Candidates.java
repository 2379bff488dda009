package dev.newera.tagging.learning;

import dev.newera.tagging.text.Phrase;
import dev.newera.tagging.text.PhraseException;
import dev.newera.tagging.text.Token;
import dev.newera.tagging.text.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Proposes indicators from tweets: single words, two words in a row, and two words with a gap, each in at least so many tweets
 * of so many sources.
 *
 * <p>Left out is what would be no evidence to a reader: {@linkplain EmptyWords empty and vague words}; names, which are words
 * with a capital inside a sentence ({@code Leeds, Friday, Ted}); anything with a digit, for a number in a tweet is chance; and the
 * words of hashtags, which say where people talk, not what they say.
 */
final class Candidates {
    private static final int WIDEST_GAP = 4;
    private static final String NEXT = " ";
    private static final String NEAR = " ~" + WIDEST_GAP + " ";

    /** What is proposed, by stems; and for each how people write it, with the number of tweets that do. */
    private final Map<String, Map<String, Integer>> textsOf = new HashMap<>();

    /** In which sources each stands. */
    private final Map<String, Set<String>> sourcesOf = new HashMap<>();

    private final boolean gaps;

    private Candidates(boolean gaps) {
        this.gaps = gaps;
    }

    /** Indicator texts in alphabetical order. */
    static List<String> in(List<LabelledTweet> tweets, Settings settings) {
        var candidates = new Candidates(settings.proposals() == Settings.Proposals.WORDS_AND_GAPS);
        tweets.forEach(candidates::read);
        long sources = tweets.stream().map(LabelledTweet::source).distinct().count();
        return candidates.texts(settings.fewestTweets(), Math.min(settings.fewestSources(), sources));
    }

    private void read(LabelledTweet tweet) {
        var text = tweet.text();
        var tokens = Tokens.of(text);
        var words = tokens.stream()
                .filter(token -> isWord(token, tokens) && !isName(token, text))
                .toList();
        var seen = new HashMap<String, String>();
        for (int i = 0; i < words.size(); i++) {
            see(words.get(i), seen);
            for (int j = i + 1; j < words.size(); j++) {
                see(words.get(i), words.get(j), seen);
            }
        }
        seen.forEach((stems, forms) -> {
            textsOf.computeIfAbsent(stems, s -> new TreeMap<>()).merge(forms, 1, Integer::sum);
            sourcesOf.computeIfAbsent(stems, s -> new HashSet<>()).add(tweet.source());
        });
    }

    private static boolean isWord(Token token, List<Token> all) {
        return (token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.EMOJI)
                && token.form().chars().noneMatch(Character::isDigit)
                && all.stream().noneMatch(other -> other.kind() == Token.Kind.HASHTAG && isWithin(token, other));
    }

    private static boolean isName(Token word, String text) {
        var before = text.substring(0, text.offsetByCodePoints(0, word.start())).strip();
        int start = text.offsetByCodePoints(0, word.start());
        boolean capital = Character.isUpperCase(text.codePointAt(start))
                && word.end() - word.start() > 1
                && Character.isLowerCase(text.codePointAt(text.offsetByCodePoints(start, 1)));
        return capital && !before.isEmpty() && isInsideSentence(before.charAt(before.length() - 1));
    }

    private static boolean isInsideSentence(char before) {
        return Character.isLetterOrDigit(before) || before == ',' || before == '&';
    }

    private static boolean isWithin(Token token, Token other) {
        return other.start() <= token.start() && token.end() <= other.end();
    }

    private static void see(Token word, Map<String, String> seen) {
        if (!EmptyWords.isVague(word)) {
            seen.putIfAbsent(word.stem(), word.form());
        }
    }

    private void see(Token word, Token next, Map<String, String> seen) {
        int distance = next.position() - word.position();
        if (sayMoreTogether(word, next)) {
            if (distance == 1) {
                seen.putIfAbsent(word.stem() + NEXT + next.stem(), word.form() + NEXT + next.form());
            }
            if (gaps && distance <= WIDEST_GAP) {
                seen.putIfAbsent(word.stem() + NEAR + next.stem(), word.form() + NEAR + next.form());
            }
        }
    }

    private static boolean sayMoreTogether(Token word, Token next) {
        return !EmptyWords.isEmpty(word)
                && !EmptyWords.isEmpty(next)
                && !(EmptyWords.isVague(word) && EmptyWords.isVague(next));
    }

    private List<String> texts(int fewestTweets, long fewestSources) {
        return textsOf.entrySet().stream()
                .filter(entry -> tweets(entry.getValue()) >= fewestTweets)
                .filter(entry -> sourcesOf.get(entry.getKey()).size() >= fewestSources)
                .filter(entry -> !saysNoMoreThanItsRow(entry.getKey(), tweets(entry.getValue())))
                .map(entry -> mostWritten(entry.getValue()))
                .filter(Candidates::isPhrase)
                .sorted()
                .toList();
    }

    private static int tweets(Map<String, Integer> texts) {
        return texts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A gap that only ever was a step of one is the same candidate twice. */
    private boolean saysNoMoreThanItsRow(String stems, int tweets) {
        return stems.contains(NEAR) && tweets(textsOf.getOrDefault(stems.replace(NEAR, NEXT), Map.of())) == tweets;
    }

    private static String mostWritten(Map<String, Integer> texts) {
        return texts.entrySet().stream()
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
