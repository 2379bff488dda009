package dev.newera.chat.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.ChangeLog.Reach;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** docs/architecture: the log drops its oldest changes by age, never past the slowest stored place. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OldChangesTest {
    private ScratchSchema schema;
    private OldChanges oldChanges;

    @BeforeEach
    void open() throws SQLException {
        schema = new ScratchSchema().migratedTo("latest");
        oldChanges = new OldChanges(schema.database(), Duration.ofDays(7));
    }

    @AfterEach
    void close() {
        schema.close();
    }

    private void changes(int from, int to, String age) {
        schema.run(
                "insert into change (no, tweet_id, kind, at) select n, gen_random_uuid(), 'posted', now() - interval '"
                        + age + "' from generate_series(" + from + ", " + to + ") n");
    }

    private void followerAt(String name, long place) {
        schema.run("insert into follower (name, no) values ('" + name + "', " + place + ")");
    }

    private Reach reach() {
        return new PostgresChangeLog(schema.database()).reach();
    }

    @Test
    void changes_older_than_a_week_are_dropped_and_the_log_says_how_far() {
        changes(1, 40, "8 days");
        changes(41, 50, "6 days");
        followerAt("relay", 50);

        oldChanges.forget();

        assertThat(schema.rows("select min(no), count(*) from change")).containsExactly("41 10");
        assertThat(reach()).isEqualTo(new Reach(40, 50));
    }

    @Test
    void what_a_follower_has_yet_to_read_is_kept_however_old_it_is() {
        changes(1, 50, "80 days");
        followerAt("relay", 50);
        followerAt("retag", 30);

        oldChanges.forget();

        assertThat(reach()).isEqualTo(new Reach(30, 50));
        assertThat(schema.rows("select min(no) from change")).containsExactly("31");
    }

    @Test
    void nothing_is_dropped_before_anyone_has_read_anything() {
        changes(1, 50, "80 days");

        oldChanges.forget();

        assertThat(reach()).isEqualTo(new Reach(0, 50));
    }

    @Test
    void many_old_changes_go_little_by_little_and_all_of_them() {
        changes(1, 2 * OldChanges.MOST + 5, "8 days");
        followerAt("relay", 3L * OldChanges.MOST);

        assertThat(oldChanges.forgetSome()).isEqualTo(OldChanges.MOST);
        oldChanges.forget();

        assertThat(schema.rows("select count(*) from change")).containsExactly("0");
    }

    @Test
    void a_log_that_was_dropped_to_its_end_still_knows_where_it_is() {
        changes(1, 50, "8 days");
        followerAt("relay", 50);

        oldChanges.forget();

        assertThat(reach()).isEqualTo(new Reach(50, 50));
    }
}
