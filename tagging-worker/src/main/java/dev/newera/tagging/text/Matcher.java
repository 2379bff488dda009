package dev.newera.tagging.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Many phrases, compiled to be found in texts in one pass. Immutable; safe for use by many threads, each with its own
 * {@link Scanner}.
 */
public final class Matcher {
    /** Group of a phrase that stands for itself. */
    static final int FREE = -1;

    private final Vocabulary vocabulary = new Vocabulary();
    private final Automaton automaton;
    /** Of each phrase. */
    private final int[] groups;

    private final int groupCount;

    private Matcher(Builder builder) {
        var trie = new Automaton.Builder();
        for (int number = 0; number < builder.phrases.size(); number++) {
            var phrase = builder.phrases.get(number);
            var end = new Automaton.End(number, phrase.hasManyWays());
            phrase.alternatives().forEach(parts -> trie.add(end, parts, vocabulary));
        }
        automaton = trie.build(vocabulary.size());
        groups = builder.groups.stream().mapToInt(Integer::intValue).toArray();
        groupCount = builder.groupNumbers.size();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Something to find the phrases with, again and again. */
    public Scanner scanner() {
        return new Scanner(this);
    }

    /** All hits in the order of their ends, then their starts, then their phrases. */
    public List<Hit> find(String text) {
        var scanner = scanner();
        return IntStream.range(0, scanner.scan(text))
                .mapToObj(hit -> new Hit(scanner.phrase(hit), scanner.start(hit), scanner.end(hit)))
                .sorted(Comparator.comparingInt(Hit::end)
                        .thenComparingInt(Hit::start)
                        .thenComparingInt(Hit::phrase))
                .toList();
    }

    Reader reader() {
        return new Reader(words());
    }

    Words words() {
        return new Words(vocabulary, automaton);
    }

    Automaton automaton() {
        return automaton;
    }

    /** How many phrases there are. */
    int size() {
        return groups.length;
    }

    /** The group of each phrase, or {@link #FREE}. */
    int[] groups() {
        return groups;
    }

    int groupCount() {
        return groupCount;
    }

    /** Collects phrases; the first one added is number 0. */
    public static final class Builder {
        private final List<Phrase> phrases = new ArrayList<>();
        private final List<Integer> groups = new ArrayList<>();
        private final Map<Object, Integer> groupNumbers = new HashMap<>();

        private Builder() {}

        /** A phrase that stands for itself: every hit of it counts. */
        public Builder add(String phrase) {
            return put(phrase, FREE);
        }

        /**
         * A phrase of a group: a hit of it that lies inside another hit of the same group does not count; of two on the same
         * words the one added first counts.
         *
         * @param group anything; equal means the same group
         */
        public Builder add(String phrase, Object group) {
            return put(phrase, groupNumbers.computeIfAbsent(group, g -> groupNumbers.size()));
        }

        private Builder put(String phrase, int group) {
            phrases.add(Phrase.parse(phrase));
            groups.add(group);
            return this;
        }

        public Matcher build() {
            return new Matcher(this);
        }
    }
}
