package dev.newera.chat.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What tweets are looked for by: the themes that they carry. */
@Entity
@Immutable
@Table(name = "tag")
@IdClass(TagRow.Key.class)
class TagRow {
    @Id
    UUID tweetId;

    @Id
    String taggerId;

    @Id
    String theme;

    double score;

    record Key(UUID tweetId, String taggerId, String theme) {}
}
