package dev.newera.chat.postgres;

import dev.newera.chat.Caller;
import dev.newera.chat.TweetId;
import dev.newera.chat.operations.Reconciling;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Compares by primary key; what it changes stands in the change log like any other change. */
final class PostgresReconciling implements Reconciling {
    private final Database database;

    PostgresReconciling(Database database) {
        this.database = database;
    }

    @Override
    public Set<TweetId> held(Collection<TweetId> tweets) {
        return database.read(connection -> {
            var held = new HashSet<TweetId>();
            try (var query =
                    connection.prepareStatement("select id from tweet where id = any(?) and erased_at is null")) {
                query.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid", tweets.stream().map(TweetId::value).toArray()));
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        held.add(new TweetId(rows.getObject(1, UUID.class)));
                    }
                }
            }
            return held;
        });
    }

    @Override
    public void disown(TweetId tweet) {
        database.write(connection -> {
            LogLock.take(connection);
            try (var insert = connection.prepareStatement(
                    "insert into change (no, tweet_id, kind) values (nextval('change_no'), ?, 'erased')")) {
                insert.setObject(1, tweet.value());
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public void erase(TweetId tweet) {
        database.write(connection -> Erasure.erase(connection, tweet, Caller.OPERATOR));
    }
}
