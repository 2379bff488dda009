package dev.newera.bench.tagger;

import dev.newera.tagging.text.Phrase;
import dev.newera.tagging.text.Token;
import dev.newera.tagging.text.Tokens;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code java.util.regex} with one alternation for each theme. A regular expression knows no stems, so a stem is spelled out
 * as all the words of the tweets that have it.
 */
final class RegexPerTheme implements Engine {
    private final List<Pattern> themes;

    RegexPerTheme(List<List<Phrase>> themes, List<String> tweets) {
        var words = tweets.stream()
                .flatMap(text -> Tokens.of(text).stream())
                .filter(token -> token.form().matches("[a-z]+"))
                .distinct()
                .collect(Collectors.groupingBy(
                        Token::stem, Collectors.mapping(Token::form, Collectors.toUnmodifiableSet())));
        this.themes = themes.stream().map(theme -> pattern(theme, words)).toList();
    }

    @Override
    public BitSet touched(String text) {
        var touched = new BitSet();
        for (int theme = 0; theme < themes.size(); theme++) {
            if (themes.get(theme).matcher(text).find()) {
                touched.set(theme);
            }
        }
        return touched;
    }

    private static Pattern pattern(List<Phrase> theme, Map<String, Set<String>> words) {
        var alternatives = theme.stream()
                .flatMap(phrase -> phrase.alternatives().stream())
                .map(parts -> alternative(parts, words))
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![a-z])(?:" + alternatives + ")(?![a-z])", Pattern.CASE_INSENSITIVE);
    }

    private static String alternative(List<Phrase.Part> parts, Map<String, Set<String>> words) {
        var regex = new StringBuilder();
        for (var part : parts) {
            if (!regex.isEmpty()) {
                regex.append("[^a-z]+");
                if (part.within() > 1) {
                    regex.append("(?:[a-z]+[^a-z]+){0,")
                            .append(part.within() - 1)
                            .append("}?");
                }
            }
            regex.append(word(part, words));
        }
        return regex.toString();
    }

    private static String word(Phrase.Part part, Map<String, Set<String>> words) {
        return switch (part.by()) {
            case STEM -> "(?:" + String.join("|", words.getOrDefault(part.key(), Set.of(part.key()))) + ")";
            case FORM -> part.key();
            case PREFIX -> part.key() + "[a-z]*";
            case HASHTAG -> throw new IllegalArgumentException(part.key());
        };
    }
}
