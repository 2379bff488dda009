package dev.newera.chat.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoundTripTest {
    /** The driver gives a statement a plan of its own after it has run five times. */
    private static final int UNTIL_IT_IS_PREPARED = 8;

    private ScratchSchema schema;
    private final List<String> read = new ArrayList<>();

    @BeforeEach
    void begin() throws SQLException {
        schema = new ScratchSchema().migratedTo("1");
        schema.run("create table thing (name text primary key)");
    }

    @AfterEach
    void end() {
        schema.close();
    }

    private Void insertAndRead(Connection connection, String name) throws SQLException {
        new RoundTrip(connection)
                .add("insert into thing values (?)", name)
                .add("select count(*) from thing", row -> read.add(row.getString(1)))
                .add(
                        "insert into thing values (?) returning name",
                        row -> read.add(row.getString(1)),
                        name + "'s other")
                .go();
        return null;
    }

    @Test
    void each_statement_sees_what_those_before_it_did_and_its_own_reader_reads_it() {
        for (int i = 0; i < UNTIL_IT_IS_PREPARED; i++) {
            read.clear();
            var name = "thing " + i;
            schema.database().write(connection -> insertAndRead(connection, name));
            assertThat(read).containsExactly("" + (2 * i + 1), name + "'s other");
        }
    }

    @Test
    void it_ends_with_the_first_that_fails_and_nothing_is_kept() {
        assertThatThrownBy(() -> schema.database().write(connection -> {
                    new RoundTrip(connection)
                            .add("insert into thing values ('a')")
                            .add("insert into thing values ('a')")
                            .add("select 'never'", row -> read.add(row.getString(1)))
                            .go();
                    return null;
                }))
                .isInstanceOf(Database.Refused.class);

        assertThat(read).isEmpty();
        assertThat(schema.rows("select name from thing")).isEmpty();
    }

    @Test
    void what_went_does_not_go_again() {
        schema.database().write(connection -> {
            var trip = new RoundTrip(connection).add("insert into thing values ('a')");
            trip.go();
            trip.go();
            trip.add("select count(*) from thing", row -> read.add(row.getString(1)));
            trip.go();
            return null;
        });

        assertThat(read).containsExactly("1");
    }

    @Test
    void rows_go_as_columns_and_no_row_is_no_statement() {
        schema.database().write(connection -> {
            var trip = new RoundTrip(connection);
            new Columns<>(List.<String>of()).each("text", it -> it).update(trip, "no SQL at all");
            new Columns<>(List.of("a", "b"))
                    .each("text", it -> it)
                    .query(
                            trip,
                            "insert into thing select unnest(?) returning name",
                            row -> read.add(row.getString(1)));
            trip.go();
            return null;
        });

        assertThat(read).containsExactly("a", "b");
    }

    @Test
    void a_statement_may_run_once_for_each_row() {
        schema.run("insert into thing values ('a'), ('b'), ('c')");

        schema.database().write(connection -> {
            var keys = new Columns<>(List.of("a", "c", "d")).each("text", it -> it);
            keys.updateEach(connection, "delete from thing where name = ?");
            return null;
        });

        assertThat(schema.rows("select name from thing")).containsExactly("b");
    }
}
