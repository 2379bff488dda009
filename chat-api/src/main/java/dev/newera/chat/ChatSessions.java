package dev.newera.chat;

import java.util.List;
import java.util.Optional;

/** The chat sessions that were declared. All methods throw UNAVAILABLE when the database does not answer. */
public interface ChatSessions {

    /** How a declaration ended: {@code replayed} if the key was used before for the same request, and this was its answer. */
    record Declared(ChatSession chat, boolean replayed) {}

    /**
     * A page of chat sessions.
     *
     * @param next where the next page begins, empty on the last page
     */
    record Page(List<ChatSession> chats, Optional<Long> next) {}

    /** Stores a chat session, at most once under its key, and who declared it. Throws KEY_REUSED. */
    Declared declare(ChatSession chat, Optional<IdempotencyKey> key, Caller by);

    /** One chat session; empty if there is none of this id. */
    Optional<ChatSession> find(ChatId id);

    /**
     * The one declared last comes first.
     *
     * @param hashtag only those under it, in any case and without the sign; null for all
     * @param before only those before this place, exclusive; null for the newest
     */
    Page page(String hashtag, Long before, int limit);
}
