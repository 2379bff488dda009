package dev.newera.chat.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.operations.Miscount;
import dev.newera.chat.operations.Recounting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Counts that were spoilt are found and put right, whoever writes meanwhile. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecountingTest {
    private static final Recounting.Progress QUIETLY = (done, of) -> {};

    /** Too many, too few, missing, and left over: in every table, at every width. */
    private static final List<String> SPOILT = List.of(
            "update tweet_count set tweet_count = tweet_count + 2 where hashtag = '' and grain <> 'hour'",
            "delete from tweet_count where hashtag = 'qihour'",
            "insert into tweet_count values ('nobody', 'day', '2031-01-01T00:00Z', 7), ('nobody', 'all', 'epoch', 7)",
            "update theme_count set tweet_count = 1 where theme = 'barriers'",
            "delete from theme_count where theme = '' and grain in ('minute', 'all')",
            "delete from theme_pair_count where hashtag = ''",
            "delete from participant_tweet_count where username = 'nhslean'",
            "insert into participant_tweet_count values ('', 'all', 'epoch', 'risk', 'nobody', 3)",
            "update participant_tweet_count set tweet_count = tweet_count + 1 where grain = 'day' and username = 'sazlocks'",
            "update theme_participant_count set participant_count = participant_count + 1 where theme = 'risk'",
            "delete from theme_participant_count where grain = 'day' and hashtag = ''",
            "insert into theme_participant_count values ('', 'day', '2031-01-01T00:00Z', 'risk', 2)",
            "update theme_hashtag_count set tweet_count = tweet_count * 2");

    private static void spoil(ScratchSchema schema) {
        SPOILT.forEach(schema::run);
    }

    private static List<Miscount> verified(ScratchSchema schema) {
        var found = new ArrayList<Miscount>();
        new PostgresRecounting(schema.database()).verify(found::add, QUIETLY);
        return found;
    }

    private static List<Miscount> repaired(ScratchSchema schema) {
        var found = new ArrayList<Miscount>();
        new PostgresRecounting(schema.database()).repair(found::add, QUIETLY);
        return found;
    }

    @Test
    void what_is_counted_along_equals_a_recount() throws Exception {
        try (var schema = new ScratchSchema().migratedTo("latest")) {
            var crowd = new Crowd(schema.database(), 31);
            crowd.post();
            IntStream.range(0, 60).forEach(i -> crowd.act());

            assertThat(verified(schema)).isEmpty();
        }
    }

    @Test
    void each_count_that_was_spoilt_is_told_and_put_right() throws Exception {
        try (var schema = new ScratchSchema().migratedTo("latest")) {
            var crowd = new Crowd(schema.database(), 32);
            crowd.post();
            IntStream.range(0, 60).forEach(i -> crowd.act());
            var right = everything(schema);
            spoil(schema);

            var found = verified(schema);
            repaired(schema);

            assertThat(found)
                    .anyMatch(it -> it.table().equals("tweet_count")
                            && it.key().startsWith("hashtag='nobody' grain='day' bucket='2031-01-01")
                            && it.kept() == 7
                            && it.counted() == 0)
                    .extracting(Miscount::table)
                    .contains(RollupsTest.ROLLUPS.toArray(String[]::new));
            assertThat(everything(schema)).isEqualTo(right);
            assertThat(verified(schema)).isEmpty();
        }
    }

    private static List<List<String>> everything(ScratchSchema schema) {
        return RollupsTest.ROLLUPS.stream()
                .map(table -> schema.rows("select * from " + table + " it order by it"))
                .toList();
    }

    @Test
    void counts_are_put_right_while_others_write() throws Exception {
        try (var schema = new ScratchSchema().migratedTo("latest")) {
            var first = new Crowd(schema.database(), 33);
            IntStream.range(0, 20).forEach(i -> first.post());
            IntStream.range(0, 40).forEach(i -> first.act());
            spoil(schema);
            var threads = Executors.newFixedThreadPool(5);

            var writers = new ArrayList<Future<Void>>();
            IntStream.range(0, 3).forEach(i -> writers.add(threads.submit(writer(schema, first, i))));
            // Two at once: one waits for the other.
            writers.add(threads.submit(repairer(schema)));
            writers.add(threads.submit(repairer(schema)));
            for (var writer : writers) {
                writer.get();
            }
            threads.shutdown();

            assertThat(verified(schema)).isEmpty();
        }
    }

    private static Callable<Void> writer(ScratchSchema schema, Crowd first, int seed) {
        var crowd = new Crowd(schema.database(), seed);
        crowd.tweets.addAll(first.tweets);
        return () -> {
            for (int i = 0; i < 60; i++) {
                crowd.act();
            }
            return null;
        };
    }

    private static Callable<Void> repairer(ScratchSchema schema) {
        return () -> {
            repaired(schema);
            return null;
        };
    }
}
