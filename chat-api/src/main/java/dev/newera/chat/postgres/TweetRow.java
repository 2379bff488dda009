package dev.newera.chat.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What tweets are looked for by. Whole tweets are read by {@link TweetReader}, and written by {@link Flush}. */
@Entity
@Immutable
@Table(name = "tweet")
class TweetRow {
    @Id
    UUID id;

    long no;
    String text;
    String username;
    Instant createdAt;
    UUID conversationId;
    Instant erasedAt;
}
