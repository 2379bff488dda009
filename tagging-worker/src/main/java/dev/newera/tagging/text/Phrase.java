package dev.newera.tagging.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line of the indicator grammar, read.
 *
 * <table>
 * <caption>The grammar</caption>
 * <tr><td>{@code lack of support}</td><td>these words one after another, each by its stem</td></tr>
 * <tr><td>{@code "lack of support"}</td><td>the same words exactly, whatever their case</td></tr>
 * <tr><td>{@code rebel*}</td><td>any word that starts so</td></tr>
 * <tr><td>{@code lack ~3 support}</td><td>the second at most three words after the first</td></tr>
 * <tr><td>{@code front-line}</td><td>front-line, front line and frontline</td></tr>
 * <tr><td>{@code #FrontlineFirst}</td><td>the whole hashtag, whatever its case and underscores; it stands alone</td></tr>
 * </table>
 *
 * Words, quoted words, prefixes and gaps go together: {@code "hit the" ~2 target* met}.
 *
 * @param text as it was written
 * @param alternatives the ways to say it: more than one where it has a hyphen
 */
public record Phrase(String text, List<List<Part>> alternatives) {
    /** Largest n of {@code ~n}. */
    public static final int WIDEST_GAP = 20;

    /** Most words of a phrase. */
    public static final int MOST_PARTS = 12;

    private static final int MOST_ALTERNATIVES = 8;

    /** How a part compares. */
    public enum By {
        STEM,
        FORM,
        PREFIX,
        HASHTAG
    }

    /**
     * One word of a phrase.
     *
     * @param within at most so many positions after the part before; 1 = next to it
     * @param key what the stem, the form, the start of the form or the hashtag has to be
     */
    public record Part(int within, By by, String key) {}

    /** @throws PhraseException telling where and why the text is not of the grammar */
    public static Phrase parse(String text) {
        return new Parser(text).phrase();
    }

    /** Whether one word of a text may end it in more than one way: it has a hyphen or a gap. */
    boolean hasManyWays() {
        return alternatives.size() > 1 || alternatives.get(0).stream().anyMatch(part -> part.within() > 1);
    }

    private static final class Parser {
        private final String text;
        private final Stems stems = new Stems();
        private List<List<Part>> alternatives = List.of(List.of());
        private int within = 1;
        private boolean gap;

        Parser(String text) {
            this.text = text;
        }

        Phrase phrase() {
            int at = 0;
            while (at < text.length()) {
                at = next(at);
            }
            if (gap) {
                throw wrong(text.length(), "nothing follows the gap");
            }
            if (alternatives.get(0).isEmpty()) {
                throw wrong(0, "the phrase is empty");
            }
            return new Phrase(text, alternatives);
        }

        private int next(int at) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                return at + 1;
            }
            if (c == '"') {
                return quoted(at);
            }
            return c == '~' ? gap(at) : piece(at);
        }

        private int quoted(int at) {
            int end = text.indexOf('"', at + 1);
            if (end < 0) {
                throw wrong(at, "the quote is not closed");
            }
            var words = words(at + 1, end);
            if (words.isEmpty()) {
                throw wrong(at, "nothing is quoted");
            }
            then(at, List.of(parts(words, By.FORM)));
            return end + 1;
        }

        private int gap(int at) {
            int end = at + 1;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            if (alternatives.get(0).isEmpty() || gap) {
                throw wrong(at, "a gap stands between two words");
            }
            var digits = text.substring(at + 1, end);
            int width = digits.length() > 0 && digits.length() < 4 ? Integer.parseInt(digits) : 0;
            if (width < 1 || width > WIDEST_GAP) {
                throw wrong(at, "a gap is ~1 to ~" + WIDEST_GAP);
            }
            within = width;
            gap = true;
            return end;
        }

        private int piece(int at) {
            int end = at;
            while (end < text.length()
                    && !Character.isWhitespace(text.charAt(end))
                    && "\"~*".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            boolean prefix = end < text.length() && text.charAt(end) == '*';
            if (end == at) {
                throw wrong(at, "a * follows the start of a word");
            }
            if (prefix && end + 1 < text.length() && !Character.isWhitespace(text.charAt(end + 1))) {
                throw wrong(end, "a * ends a word");
            }
            if (text.charAt(at) == '#') {
                hashtag(at, end, prefix);
            } else {
                spelled(at, end, prefix ? By.PREFIX : By.STEM);
            }
            return prefix ? end + 1 : end;
        }

        private void hashtag(int at, int end, boolean prefix) {
            var tokens = Tokens.of(text.substring(at, end));
            var last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
            if (last == null || last.kind() != Token.Kind.HASHTAG || last.end() != text.codePointCount(at, end)) {
                throw wrong(at, "not a hashtag");
            }
            if (at != 0 || end != text.length() || prefix) {
                throw wrong(at, "a hashtag stands alone");
            }
            alternatives = List.of(List.of(new Part(1, By.HASHTAG, last.form())));
        }

        private void spelled(int at, int end, By by) {
            var words = words(at, end);
            var joined = words.stream()
                    .filter(token -> token.kind() == Token.Kind.COMPOUND)
                    .toList();
            var apart = parts(words, by);
            then(at, joined.isEmpty() ? List.of(apart) : List.of(apart, parts(joined, by)));
        }

        private List<Token> words(int at, int end) {
            var piece = text.substring(at, end);
            var tokens = Tokens.of(piece);
            boolean foreign = tokens.stream().anyMatch(token -> token.kind() == Token.Kind.HASHTAG);
            var rest = piece.codePoints().toArray();
            tokens.forEach(token -> java.util.Arrays.fill(rest, token.start(), token.end(), ' '));
            for (int i = 0; i < rest.length; i++) {
                if (foreign || !Character.isWhitespace(rest[i])) {
                    var sign = Character.toString(foreign ? '#' : rest[i]);
                    throw wrong(at + piece.offsetByCodePoints(0, i), "'" + sign + "' is not part of a word");
                }
            }
            return tokens;
        }

        private List<Part> parts(List<Token> words, By by) {
            var plain = words.stream()
                    .filter(token -> words.size() == 1 || token.kind() != Token.Kind.COMPOUND)
                    .toList();
            var parts = new ArrayList<Part>();
            for (int i = 0; i < plain.size(); i++) {
                boolean last = i == plain.size() - 1;
                var how = by == By.PREFIX && !last ? By.FORM : by;
                parts.add(new Part(
                        i == 0 ? within : 1,
                        how,
                        how == By.STEM ? plain.get(i).stem() : plain.get(i).form()));
            }
            return parts;
        }

        private void then(int at, List<List<Part>> ways) {
            alternatives = alternatives.stream()
                    .flatMap(before -> ways.stream()
                            .map(way ->
                                    Stream.concat(before.stream(), way.stream()).toList()))
                    .toList();
            within = 1;
            gap = false;
            if (alternatives.size() > MOST_ALTERNATIVES) {
                throw wrong(at, "too many hyphens");
            }
            if (alternatives.get(0).size() > MOST_PARTS) {
                throw wrong(at, "a phrase has at most " + MOST_PARTS + " words");
            }
        }

        private PhraseException wrong(int at, String reason) {
            return new PhraseException(text.codePointCount(0, at), reason);
        }
    }
}
