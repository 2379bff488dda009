package dev.newera.chat;

import java.util.OptionalInt;

/**
 * Which question of a chat session a tweet belongs to, and how that was found.
 *
 * @param question its number, empty if it belongs to none
 */
public record Place(OptionalInt question, How how) {

    /** How a tweet found its question, the surest first. */
    public enum How {
        /** It is the host's tweet that asks the question. */
        ASKS,
        /** Its own label says so. */
        LABEL,
        /** It answers a tweet that belongs there. */
        REPLY,
        /** It names the question in passing. */
        MENTION,
        /** It was said after the host had asked that question, and before the next. */
        TIME,
        /** It belongs to none. */
        NONE
    }

    static final Place NOWHERE = new Place(OptionalInt.empty(), How.NONE);

    static Place at(int question, How how) {
        return new Place(OptionalInt.of(question), how);
    }
}
