package dev.newera.tagging.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Many phrases, to be found in texts in one pass. Immutable; safe for use by many threads. */
public final class Matcher {
    private static final int FREE = -1;

    private final List<Phrase> phrases;
    private final List<Integer> groups;

    private Matcher(Builder builder) {
        this.phrases = List.copyOf(builder.phrases);
        this.groups = List.copyOf(builder.groups);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects phrases; the first one added is number 0. */
    public static final class Builder {
        private final List<Phrase> phrases = new ArrayList<>();
        private final List<Integer> groups = new ArrayList<>();

        private Builder() {}

        /** A phrase of its own: every hit of it counts. */
        public Builder add(String phrase) {
            return add(phrase, FREE);
        }

        /**
         * A phrase of a group: a hit of it that lies inside another hit of the same group does not count; of two on the
         * same words the one added first counts.
         */
        public Builder add(String phrase, int group) {
            phrases.add(Phrase.parse(phrase));
            groups.add(group);
            return this;
        }

        public Matcher build() {
            return new Matcher(this);
        }
    }

    /** All hits in the order of their ends, then their starts, then their phrases. */
    public List<Hit> find(String text) {
        var tokens = Tokens.of(text);
        var hits = new ArrayList<Hit>();
        for (int phrase = 0; phrase < phrases.size(); phrase++) {
            hits.addAll(tightest(phrase, tokens));
        }
        hits.sort(Comparator.comparingInt(Hit::end).thenComparingInt(Hit::start).thenComparingInt(Hit::phrase));
        return hits.stream()
                .filter(hit -> hits.stream().noneMatch(other -> beats(other, hit)))
                .toList();
    }

    private boolean beats(Hit other, Hit hit) {
        int group = groups.get(hit.phrase());
        if (other == hit || group == FREE || groups.get(other.phrase()) != group) {
            return false;
        }
        boolean same = other.start() == hit.start() && other.end() == hit.end();
        return same ? other.phrase() < hit.phrase() : other.start() <= hit.start() && other.end() >= hit.end();
    }

    private Set<Hit> tightest(int phrase, List<Token> tokens) {
        var all = new HashSet<Hit>();
        for (var parts : phrases.get(phrase).alternatives()) {
            for (var token : tokens) {
                if (matches(parts.get(0), token)) {
                    follow(phrase, parts, 1, token.start(), token, tokens, all);
                }
            }
        }
        var tight = new HashSet<>(all);
        tight.removeIf(hit -> all.stream().anyMatch(other -> other.end() == hit.end() && other.start() > hit.start()));
        return tight;
    }

    private void follow(
            int phrase, List<Phrase.Part> parts, int next, int start, Token last, List<Token> tokens, Set<Hit> all) {
        if (next == parts.size()) {
            all.add(new Hit(phrase, start, last.end()));
            return;
        }
        for (var token : tokens) {
            int distance = token.position() - last.position();
            if (distance > 0
                    && distance <= parts.get(next).within()
                    && isPlain(last)
                    && isPlain(token)
                    && matches(parts.get(next), token)) {
                follow(phrase, parts, next + 1, start, token, tokens, all);
            }
        }
    }

    /** A compound or a hashtag is hit alone or not at all. */
    private static boolean isPlain(Token token) {
        return token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.EMOJI;
    }

    private static boolean matches(Phrase.Part part, Token token) {
        boolean hashtag = token.kind() == Token.Kind.HASHTAG;
        return switch (part.by()) {
            case STEM -> !hashtag && token.stem().equals(part.key());
            case FORM -> !hashtag && token.form().equals(part.key());
            case PREFIX -> !hashtag && token.form().startsWith(part.key());
            case HASHTAG -> hashtag && token.form().equals(part.key());
        };
    }
}
