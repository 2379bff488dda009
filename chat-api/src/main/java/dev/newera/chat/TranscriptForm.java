package dev.newera.chat;

import dev.newera.chat.Proceedings.Entry;
import dev.newera.chat.Proceedings.Section;
import java.io.IOException;

/** A form in which a transcript is written down: told in this order, once, piece by piece, so that it need not hold the whole. */
public interface TranscriptForm {

    /** Before everything else; {@code codebook} names the themes. */
    void begin(ChatSession chat, Codebook codebook) throws IOException;

    /** A question, or what belongs to none; its tweets follow. */
    void section(Section section) throws IOException;

    /** A tweet of the section; those of one thread come together. */
    void tweet(Tweet tweet, Entry entry) throws IOException;

    /** After everything else; what was told stands complete now. */
    void end() throws IOException;
}
