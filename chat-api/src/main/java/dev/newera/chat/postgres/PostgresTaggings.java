package dev.newera.chat.postgres;

import dev.newera.chat.Bell;
import dev.newera.chat.Tagging;
import dev.newera.chat.Taggings;
import dev.newera.chat.TweetId;
import java.util.List;
import java.util.Set;

/** Keeps taggings in batches, a transaction each. */
final class PostgresTaggings implements Taggings {
    private final Database database;
    private final Bell bell;

    PostgresTaggings(Database database, Bell bell) {
        this.database = database;
        this.bell = bell;
    }

    @Override
    public Set<TweetId> keep(List<Tagging> taggings) {
        if (taggings.isEmpty()) {
            return Set.of();
        }
        var unknown = database.write(connection -> TaggingBatch.keep(connection, taggings));
        bell.ring();
        return unknown;
    }
}
