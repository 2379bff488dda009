package dev.newera.chat.twitter;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.Regex;
import java.util.ArrayList;
import java.util.List;

/**
 * Extracts from one text, whose links the library looks for once: by itself it looks for them again with the hashtags. It looks for
 * them, by a pattern of fifteen hundred domains, wherever there is a full stop; here only where one is followed by a letter, as the
 * dot before every top-level domain is. Three quarters of what reading a text costs.
 */
final class Links extends Extractor {
    private final String text;
    private final List<Entity> links;

    private Links(String text) {
        this.text = text;
        this.links = mayHoldLink(text) ? super.extractURLsWithIndices(text) : List.of();
    }

    /** Throws INVALID for a text in which links cannot be told in a time that others need not wait for. */
    static Links of(String text) {
        requireReadable(text);
        return new Links(text);
    }

    /** Goes the library's way with an eye on the number of its steps; the library itself could not be stopped. */
    static void requireReadable(String text) {
        if (mayHoldLink(text)) {
            var match = Regex.VALID_URL.matcher(new Bounded(text));
            while (match.find()) {}
        }
    }

    List<Entity> all() {
        return links;
    }

    /** Of this text, or of an end of it if it holds no link. */
    @Override
    public List<Entity> extractURLsWithIndices(String ignored) {
        return new ArrayList<>(links);
    }

    /**
     * The hashtags of the text. Where no link could hide one, the library need not look at what stands before the first sign but for
     * the character right before it; in a chat the hashtag mostly comes last.
     */
    List<Entity> hashtags() {
        int from = links.isEmpty() ? beforeFirstSign() : 0;
        var found = extractHashtagsWithIndices(text.substring(from));
        return found.stream()
                .map(it -> new Entity(it.getStart() + from, it.getEnd() + from, it.getValue(), it.getType()))
                .toList();
    }

    private int beforeFirstSign() {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '#' || text.charAt(i) == '\uff03') {
                return i == 0 ? 0 : text.offsetByCodePoints(i, -1);
            }
        }
        return text.length();
    }

    private static boolean mayHoldLink(String text) {
        for (int dot = text.indexOf('.'); dot >= 0 && dot + 1 < text.length(); dot = text.indexOf('.', dot + 1)) {
            if (Character.isLetter(text.codePointAt(dot + 1))) {
                return true;
            }
        }
        return false;
    }
}
