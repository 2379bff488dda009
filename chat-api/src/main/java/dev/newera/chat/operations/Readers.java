package dev.newera.chat.operations;

import java.util.List;

/** Who reads the chat's topics. */
public interface Readers {

    /** Every consumer group and topic that it has read, by topic. Throws {@link Away}. */
    List<Reader> all();
}
