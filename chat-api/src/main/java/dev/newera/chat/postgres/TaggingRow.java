package dev.newera.chat.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What tweets are looked for by: whether a tagger has answered. */
@Entity
@Immutable
@Table(name = "tagging")
@IdClass(TaggingRow.Key.class)
class TaggingRow {
    @Id
    UUID tweetId;

    @Id
    String taggerId;

    String failure;

    record Key(UUID tweetId, String taggerId) {}
}
