package dev.newera.chat.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What tweets are looked for by: the hashtags in them, in lower case. */
@Entity
@Immutable
@Table(name = "tweet_hashtag")
@IdClass(HashtagRow.Key.class)
class HashtagRow {
    @Id
    String hashtag;

    @Id
    long no;

    UUID tweetId;

    record Key(String hashtag, long no) {}
}
