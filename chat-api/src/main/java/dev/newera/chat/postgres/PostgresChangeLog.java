package dev.newera.chat.postgres;

import dev.newera.chat.ChangeLog;
import dev.newera.chat.Failure;
import dev.newera.chat.Tweet;
import dev.newera.chat.TweetId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The change log as a table. A follower holds a session lock on a connection of its own and moves its place over the same
 * connection: who has lost the connection has lost the lock, and can no longer move the place of whoever took over.
 */
final class PostgresChangeLog implements ChangeLog {
    private final Database database;

    PostgresChangeLog(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Following> follow(String name) {
        var connection = database.connection();
        try {
            if (isAlone(connection, name)) {
                return Optional.of(new Follower(connection, name).arrived());
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException error) {
            giveBack(connection, error);
            throw Database.failure(error);
        }
    }

    private static boolean isAlone(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            query.setString(1, "follower " + name);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    /** Without the lock, which would live on in the pool: nobody could follow for as long as that connection is there. */
    private static void giveBack(Connection connection, SQLException error) {
        try (connection) {
            unlock(connection);
        } catch (SQLException gone) {
            error.addSuppressed(gone);
        }
    }

    private static void unlock(Connection connection) throws SQLException {
        try (var unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            unlock.execute();
        }
    }

    @Override
    public Reach reach() {
        return database.read(connection -> {
            try (var query = connection.prepareStatement("""
                    select no, greatest(no, (select max(no) from change))
                    from forgotten
                    """);
                    var rows = query.executeQuery()) {
                rows.next();
                return new Reach(rows.getLong(1), rows.getLong(2));
            }
        });
    }

    @Override
    public List<Change> after(long place, int most) {
        return database.read(connection -> {
            var rows = rows(connection, place, most);
            var ids = rows.stream().map(Row::tweetId).distinct().toList();
            return changes(connection, rows, ids);
        });
    }

    @Override
    public long behind(String name) {
        return database.read(connection -> {
            // Numbers have no gaps but those of transactions that failed: as good as a count, and read in no time.
            try (var query = connection.prepareStatement("""
                    select coalesce((select max(no) from change), 0)
                        - coalesce((select no from follower where name = ?), 0)
                    """)) {
                query.setString(1, name);
                try (var rows = query.executeQuery()) {
                    rows.next();
                    return Math.max(0, rows.getLong(1));
                }
            }
        });
    }

    private record Row(long no, Kind kind, UUID tweetId, String trace) {}

    private static List<Row> rows(Connection connection, long place, int most) throws SQLException {
        var found = new ArrayList<Row>();
        try (var query = connection.prepareStatement("""
                select no, kind, tweet_id, traceparent
                from change
                where no > ?
                order by no
                limit ?
                """)) {
            query.setLong(1, place);
            query.setInt(2, most);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var kind = Kind.valueOf(rows.getString(2).toUpperCase(Locale.ROOT));
                    found.add(new Row(rows.getLong(1), kind, rows.getObject(3, UUID.class), rows.getString(4)));
                }
            }
        }
        return found;
    }

    /** Rows with the state of their tweets now; {@code ids} are those tweets', each once. */
    private static List<Change> changes(Connection connection, Collection<Row> rows, Collection<UUID> ids)
            throws SQLException {
        var tweets = TweetReader.byId(connection, ids);
        return rows.stream().map(row -> change(row, tweets)).toList();
    }

    private static Change change(Row row, Map<TweetId, Tweet> tweets) {
        var id = new TweetId(row.tweetId());
        return new Change(row.no(), row.kind(), id, Optional.ofNullable(tweets.get(id)), row.trace());
    }

    private static final class Follower implements Following {
        /**
         * The commit of this statement does not wait for the disk: a place that is lost with the server is dealt with again, as after
         * any crash, and the disk is left to the posts.
         */
        private static final String MOVE = """
                with unhurried as (
                    select set_config('synchronous_commit', 'off', true)
                )
                update follower
                set no = ?
                from unhurried
                where name = ? and no = ?
                """;

        private final Connection connection;
        private final String name;
        private long place;

        Follower(Connection connection, String name) {
            this.connection = connection;
            this.name = name;
        }

        Follower arrived() throws SQLException {
            try (var insert = connection.prepareStatement(
                    "insert into follower (name, no) values (?, 0) on conflict do nothing")) {
                insert.setString(1, name);
                insert.executeUpdate();
            }
            place = storedPlace();
            return this;
        }

        private long storedPlace() throws SQLException {
            try (var query = connection.prepareStatement("select no from follower where name = ?")) {
                query.setString(1, name);
                try (var rows = query.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        }

        @Override
        public Stretch next(int most) {
            try {
                var rows = rows(connection, place, most);
                var newest = new LinkedHashMap<UUID, Row>();
                // Taggings are passed over here and not in SQL: a long run of them would be read again at every look.
                for (var row : rows) {
                    if (row.kind() != Kind.TAGGED) {
                        newest.remove(row.tweetId());
                        newest.put(row.tweetId(), row);
                    }
                }
                var upTo = rows.isEmpty() ? place : rows.get(rows.size() - 1).no();
                return new Stretch(changes(connection, newest.values(), newest.keySet()), upTo);
            } catch (SQLException error) {
                throw Failure.unavailable(error);
            }
        }

        @Override
        public void dealtWith(Stretch stretch) {
            if (stretch.upTo() == place) {
                return;
            }
            try (var update = connection.prepareStatement(MOVE)) {
                update.setLong(1, stretch.upTo());
                update.setString(2, name);
                update.setLong(3, place);
                boolean movedBackMeanwhile = update.executeUpdate() == 0;
                place = movedBackMeanwhile ? storedPlace() : stretch.upTo();
            } catch (SQLException error) {
                throw Failure.unavailable(error);
            }
        }

        /** Unlocks before the connection goes back to the pool, where the session and its locks would live on. */
        @Override
        public void close() {
            try (connection) {
                unlock(connection);
            } catch (SQLException gone) {
                throw Failure.unavailable(gone);
            }
        }
    }
}
