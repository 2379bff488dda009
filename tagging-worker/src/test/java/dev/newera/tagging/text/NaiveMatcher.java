package dev.newera.tagging.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The rules of matching, written to be read and believed: every phrase is tried at every token, every way. What
 * {@link Matcher} answers must be the same.
 */
final class NaiveMatcher {
    private final List<Phrase> phrases = new ArrayList<>();
    private final List<Object> groups = new ArrayList<>();

    /** @param group null for a phrase that stands for itself */
    NaiveMatcher add(String phrase, Object group) {
        phrases.add(Phrase.parse(phrase));
        groups.add(group);
        return this;
    }

    List<Hit> find(String text) {
        var tokens = NaiveTokens.of(text);
        var hits = new ArrayList<Hit>();
        for (int phrase = 0; phrase < phrases.size(); phrase++) {
            hits.addAll(tightest(phrase, tokens));
        }
        return hits.stream()
                .filter(hit -> hits.stream().noneMatch(other -> beats(other, hit)))
                .sorted(Comparator.comparingInt(Hit::end)
                        .thenComparingInt(Hit::start)
                        .thenComparingInt(Hit::phrase))
                .toList();
    }

    private boolean beats(Hit other, Hit hit) {
        var group = groups.get(hit.phrase());
        if (other.equals(hit) || group == null || !Objects.equals(groups.get(other.phrase()), group)) {
            return false;
        }
        boolean same = other.start() == hit.start() && other.end() == hit.end();
        return same ? other.phrase() < hit.phrase() : other.start() <= hit.start() && other.end() >= hit.end();
    }

    /** Of all hits of the phrase with the same end, the one that starts last. */
    private Set<Hit> tightest(int phrase, List<Token> tokens) {
        var all = new HashSet<Hit>();
        for (var parts : phrases.get(phrase).alternatives()) {
            for (var token : tokens) {
                if (matches(parts.get(0), token)) {
                    follow(phrase, parts, 1, token, token, tokens, all);
                }
            }
        }
        var tight = new HashSet<>(all);
        tight.removeIf(hit -> all.stream().anyMatch(other -> other.end() == hit.end() && other.start() > hit.start()));
        return tight;
    }

    private void follow(
            int phrase, List<Phrase.Part> parts, int next, Token first, Token last, List<Token> tokens, Set<Hit> all) {
        if (next == parts.size()) {
            all.add(new Hit(phrase, first.start(), last.end()));
            return;
        }
        for (var token : tokens) {
            int distance = token.position() - last.position();
            boolean inReach = distance > 0 && distance <= parts.get(next).within();
            if (inReach && isWord(last) && isWord(token) && matches(parts.get(next), token)) {
                follow(phrase, parts, next + 1, first, token, tokens, all);
            }
        }
    }

    /** A compound or a hashtag is hit alone or not at all. */
    private static boolean isWord(Token token) {
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
