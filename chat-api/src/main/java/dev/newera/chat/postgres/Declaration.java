package dev.newera.chat.postgres;

import dev.newera.chat.ChatId;
import dev.newera.chat.ChatSession;
import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import dev.newera.chat.IdempotencyKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores a chat session under the log's lock, like a {@link Flush}: keys are shared with it, and places come in order. */
final class Declaration {
    private final Connection connection;

    private Declaration(Connection connection) {
        this.connection = connection;
    }

    /** The chat session that stands under the key now: this one, or the one that the key was used for. Throws KEY_REUSED. */
    static ChatId store(Connection connection, ChatSession chat, Optional<IdempotencyKey> key, Deed deed)
            throws SQLException {
        LogLock.take(connection);
        var declaration = new Declaration(connection);
        var earlier = key.isPresent() ? declaration.usedFor(key.get()) : Optional.<ChatId>empty();
        if (earlier.isPresent()) {
            return earlier.get();
        }
        declaration.insert(chat);
        deed.write(connection);
        if (key.isPresent()) {
            declaration.remember(key.get(), chat.id());
        }
        return chat.id();
    }

    private Optional<ChatId> usedFor(IdempotencyKey key) throws SQLException {
        try (var query = connection.prepareStatement("""
                select fingerprint, chat_id
                from idempotency
                where key = ? and used_at > now() - make_interval(hours => ?)
                """)) {
            query.setString(1, key.key());
            query.setInt(2, Flush.KEY_LIVES_HOURS);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                if (!rows.getString(1).equals(key.fingerprint())) {
                    throw Failure.of(
                            Code.KEY_REUSED, "This Idempotency-Key was used before with another body; take a new key.");
                }
                return Optional.of(new ChatId(rows.getObject(2, UUID.class)));
            }
        }
    }

    private void insert(ChatSession chat) throws SQLException {
        var trip = new RoundTrip(connection);
        new Columns<>(List.of(chat))
                .each("uuid", it -> it.id().value())
                .each("text", ChatSession::title)
                .each("text", it -> it.scope().hashtag())
                .each("text", ChatSession::hashtag)
                .each("int8", it -> it.startsAt().toEpochMilli())
                .each("int8", it -> it.endsAt().toEpochMilli())
                .each("text", ChatSession::host)
                .each("text", it -> Json.write(it.questions()))
                .each("int8", it -> it.createdAt().toEpochMilli())
                .update(trip, """
                        insert into chat_session
                            (id, no, title, hashtag, hashtag_as_written, starts_at, ends_at, host, questions, created_at)
                        select c.id, nextval('change_no'), c.title, c.hashtag, c.hashtag_as_written,
                            to_timestamp(c.starts_at / 1000.0), to_timestamp(c.ends_at / 1000.0), c.host,
                            c.questions::jsonb, to_timestamp(c.created_at / 1000.0)
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as c
                            (id, title, hashtag, hashtag_as_written, starts_at, ends_at, host, questions, created_at)
                        """);
        trip.go();
    }

    private void remember(IdempotencyKey key, ChatId chat) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into idempotency (key, fingerprint, chat_id, outcome, used_at)
                values (?, ?, ?, 'created', now())
                on conflict (key) do update
                set fingerprint = excluded.fingerprint, tweet_id = null, chat_id = excluded.chat_id,
                    outcome = excluded.outcome, used_at = excluded.used_at
                """)) {
            insert.setString(1, key.key());
            insert.setString(2, key.fingerprint());
            insert.setObject(3, chat.value());
            insert.executeUpdate();
        }
    }
}
