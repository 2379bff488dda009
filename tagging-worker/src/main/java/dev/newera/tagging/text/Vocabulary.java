package dev.newera.tagging.text;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Every stem, form, prefix and hashtag that some phrase asks for, each under a number: its symbol. All that the automaton
 * knows of a word are its symbols; most words of most texts have none. Immutable once the phrases are compiled.
 */
final class Vocabulary {
    private final Map<String, Integer> stems = new HashMap<>();
    private final Map<String, Integer> forms = new HashMap<>();
    private final Map<String, Integer> prefixes = new HashMap<>();
    private final Map<String, Integer> hashtags = new HashMap<>();
    private int longestPrefix;
    private int size;

    /** The symbol of what a part asks for; a new one if nobody has asked for it yet. */
    int symbol(Phrase.Part part) {
        if (part.by() == Phrase.By.PREFIX) {
            longestPrefix = Math.max(longestPrefix, part.key().length());
        }
        return asked(part.by()).computeIfAbsent(part.key(), key -> size++);
    }

    int size() {
        return size;
    }

    /** Tells each symbol of a token, once. */
    void symbols(Token.Kind kind, String form, Stems stemmer, IntConsumer to) {
        if (kind == Token.Kind.HASHTAG) {
            tell(hashtags.get(form), to);
            return;
        }
        tell(stems.get(stemmer.of(kind, form)), to);
        tell(forms.get(form), to);
        for (int end = 1; end <= Math.min(longestPrefix, form.length()); end++) {
            tell(prefixes.get(form.substring(0, end)), to);
        }
    }

    private static void tell(Integer symbol, IntConsumer to) {
        if (symbol != null) {
            to.accept(symbol);
        }
    }

    private Map<String, Integer> asked(Phrase.By by) {
        return switch (by) {
            case STEM -> stems;
            case FORM -> forms;
            case PREFIX -> prefixes;
            case HASHTAG -> hashtags;
        };
    }
}
