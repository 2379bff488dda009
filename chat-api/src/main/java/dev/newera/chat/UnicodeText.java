package dev.newera.chat;

/** Text that can be stored and given back exactly: whole Unicode characters, and no NUL. */
public final class UnicodeText {
    private UnicodeText() {}

    /**
     * Refuses what PostgreSQL would refuse (NUL) or what its driver would silently replace by a question mark (half a
     * surrogate pair). Null is fine.
     */
    public static void require(String pointer, String text) {
        if (text == null) {
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw Failure.malformed(
                        pointer, "there is a NUL character at position " + i + "; text cannot hold one");
            }
            if (Character.isSurrogate(c)) {
                if (!startsPair(text, i)) {
                    throw Failure.malformed(
                            pointer, "there is half a surrogate pair at position " + i + "; it is no character");
                }
                i++;
            }
        }
    }

    private static boolean startsPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }
}
