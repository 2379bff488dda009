package dev.newera.tagging.text;

import java.util.List;
import java.util.stream.IntStream;

/** Shows a text as the matcher sees it. For learning, explaining and testing; the matcher itself makes no objects of tokens. */
public final class Tokens {
    private final Reader reader = Matcher.builder().build().reader();
    private final Stems stems = new Stems();

    private Tokens() {}

    /** The tokens of the text, in the order of their ends; at one end a word, then its compound, then its hashtag. */
    public static List<Token> of(String text) {
        return new Tokens().read(text);
    }

    private List<Token> read(String text) {
        return IntStream.range(0, reader.read(text))
                .mapToObj(token -> token(text, token))
                .toList();
    }

    private Token token(String text, int token) {
        var kind = reader.kind(token);
        var form = Forms.of(kind, text.substring(reader.start(token), reader.end(token)));
        return new Token(
                kind,
                form,
                stems.of(kind, form),
                reader.position(token),
                reader.startPoint(token),
                reader.endPoint(token));
    }
}
