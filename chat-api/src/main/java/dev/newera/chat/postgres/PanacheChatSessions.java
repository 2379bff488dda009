package dev.newera.chat.postgres;

import dev.newera.chat.Caller;
import dev.newera.chat.ChatId;
import dev.newera.chat.ChatSession;
import dev.newera.chat.ChatSessions;
import dev.newera.chat.IdempotencyKey;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Chat sessions by Panache; {@link Declaration} writes them. */
@ApplicationScoped
class PanacheChatSessions implements ChatSessions, PanacheRepositoryBase<ChatSessionRow, UUID> {
    private final Database database;
    private final Reading reading;

    PanacheChatSessions(Database database, Reading reading) {
        this.database = database;
        this.reading = reading;
    }

    @Override
    public Declared declare(ChatSession chat, Optional<IdempotencyKey> key, Caller by) {
        var deed = Deed.chatDeclared(by, chat.id());
        var standing = database.write(connection -> Declaration.store(connection, chat, key, deed));
        if (!standing.equals(chat.id())) {
            return new Declared(find(standing).orElseThrow(), true);
        }
        deed.log();
        return new Declared(chat, false);
    }

    @Override
    public Optional<ChatSession> find(ChatId id) {
        return reading.of(() -> findByIdOptional(id.value()).map(ChatSessionRow::chat));
    }

    @Override
    public Page page(String hashtag, Long before, int limit) {
        return reading.of(() -> {
            // One more than asked for tells whether there is a next page.
            var found = found(hashtag, before).range(0, limit).list();
            var page = found.subList(0, Math.min(found.size(), limit));
            return new Page(
                    page.stream().map(ChatSessionRow::chat).toList(),
                    found.size() > limit ? Optional.of(page.get(limit - 1).no) : Optional.empty());
        });
    }

    private PanacheQuery<ChatSessionRow> found(String hashtag, Long before) {
        long beyond = before == null ? Long.MAX_VALUE : before;
        return hashtag == null
                ? find("no < ?1", Sort.descending("no"), beyond)
                : find("hashtag = ?1 and no < ?2", Sort.descending("no"), hashtag.toLowerCase(Locale.ROOT), beyond);
    }
}
