package dev.newera.chat.postgres;

import static dev.newera.chat.Chat.postedId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newera.chat.ChangeLog;
import dev.newera.chat.ChangeLog.Change;
import dev.newera.chat.ChangeLog.Following;
import dev.newera.chat.Failure;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/architecture, "One number orders everything": whoever has read up to N has missed nothing below N. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangeLogTest {
    private static final int WRITERS = 6;
    private static final int CHANGES_EACH = 60;

    @Inject
    ChangeLog log;

    @Inject
    DataSource source;

    private static List<Change> readOn(Following following) {
        var read = new ArrayList<Change>();
        var stretch = following.next(100);
        while (!stretch.changes().isEmpty()) {
            read.addAll(stretch.changes());
            following.dealtWith(stretch);
            stretch = following.next(100);
        }
        return read;
    }

    private Following follow(String name) {
        return log.follow(name).orElseThrow();
    }

    @Test
    void a_follower_reads_each_change_once_and_goes_on_where_it_was() {
        var name = UUID.randomUUID().toString();
        var first = postedId("first");
        try (var following = follow(name)) {
            assertThat(readOn(following).stream().map(it -> it.id().toString())).contains(first);
        }
        var second = postedId("second");

        try (var following = follow(name)) {
            var read = readOn(following);
            assertThat(read.stream().map(it -> it.id().toString())).containsExactly(second);
            assertThat(read.get(0).tweet().orElseThrow().text()).isEqualTo("second");
        }
    }

    @Test
    void one_follows_at_a_time_and_another_takes_over() {
        var name = UUID.randomUUID().toString();
        try (var following = follow(name)) {
            assertThat(log.follow(name)).isEmpty();
        }
        follow(name).close();
    }

    @Test
    void a_follower_that_is_moved_back_announces_again() throws SQLException {
        var name = UUID.randomUUID().toString();
        var id = postedId("again");
        try (var following = follow(name)) {
            readOn(following);
            try (var connection = source.getConnection();
                    var update = connection.prepareStatement("update follower set no = 0 where name = ?")) {
                update.setString(1, name);
                update.executeUpdate();
            }
            postedId("later");
            var overtaken = following.next(100);
            following.dealtWith(overtaken);

            assertThat(readOn(following).stream().map(it -> it.id().toString())).contains(id);
        }
    }

    @Test
    void whoever_could_not_begin_to_follow_keeps_nobody_else_from_it() throws Exception {
        try (var schema = new ScratchSchema().migratedTo("latest")) {
            var log = new PostgresChangeLog(schema.database());
            schema.run("alter table follower rename to elsewhere");

            assertThatThrownBy(() -> log.follow(schema.name())).isInstanceOf(Failure.class);

            assertThat(schema.rows("select count(*) from pg_locks where locktype = 'advisory' and objid = "
                            + "(hashtextextended('follower " + schema.name() + "', 0) & 4294967295)::oid"))
                    .containsExactly("0");
        }
    }

    /** Draws a number, lets others go first, then commits: what a slow transaction does to a log without a lock. */
    private static void append(Connection connection, boolean locked) throws SQLException {
        connection.setAutoCommit(false);
        if (locked) {
            LogLock.take(connection);
        }
        try (var insert = connection.prepareStatement(
                "insert into change (no, tweet_id, kind) values (nextval('change_no'), ?, 'posted') returning no")) {
            insert.setObject(1, UUID.randomUUID());
            insert.execute();
        }
        try (var pause = connection.prepareStatement("select pg_sleep(random() * 0.004)")) {
            pause.execute();
        }
        connection.commit();
    }

    /** Writers append while a reader follows by "greater than the last number seen". Returns the numbers that it never saw. */
    private Set<Long> missed(boolean locked) throws Exception {
        long begin = last();
        var seen = new HashSet<Long>();
        var done = new CountDownLatch(WRITERS);
        var threads = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            threads.submit(() -> {
                try (var connection = source.getConnection()) {
                    for (int k = 0; k < CHANGES_EACH; k++) {
                        append(connection, locked);
                    }
                } finally {
                    done.countDown();
                }
                return null;
            });
        }
        long place = begin;
        while (done.getCount() > 0) {
            place = read(place, seen);
        }
        threads.shutdown();
        read(place, seen);
        var missed = new HashSet<Long>();
        read(begin, missed);
        missed.removeAll(seen);
        return missed;
    }

    private long last() throws SQLException {
        return read(0, new HashSet<>());
    }

    private long read(long place, Set<Long> seen) throws SQLException {
        try (var connection = source.getConnection();
                var query = connection.prepareStatement("select no from change where no > ? order by no")) {
            query.setLong(1, place);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    place = rows.getLong(1);
                    seen.add(place);
                }
            }
        }
        return place;
    }

    @Test
    void no_reader_of_the_log_misses_a_late_commit() throws Exception {
        assertThat(missed(true)).isEmpty();
    }

    /** Shows that the test above can fail: it does when the lock is taken out. */
    @Test
    void without_the_lock_readers_do_miss_late_commits() throws Exception {
        assertThat(missed(false)).isNotEmpty();
    }
}
