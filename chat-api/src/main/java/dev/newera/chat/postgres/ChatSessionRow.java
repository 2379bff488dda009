package dev.newera.chat.postgres;

import dev.newera.chat.ChatId;
import dev.newera.chat.ChatSession;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A chat session, as it was declared. */
@Entity
@Immutable
@Table(name = "chat_session")
class ChatSessionRow {
    @Id
    UUID id;

    long no;
    String title;
    String hashtag;
    String hashtagAsWritten;
    Instant startsAt;
    Instant endsAt;
    String host;
    String questions;
    Instant createdAt;

    ChatSession chat() {
        return new ChatSession(
                new ChatId(id), title, hashtagAsWritten, startsAt, endsAt, host, Json.questions(questions), createdAt);
    }
}
