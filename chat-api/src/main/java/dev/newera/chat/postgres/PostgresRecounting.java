package dev.newera.chat.postgres;

import dev.newera.chat.operations.Miscount;
import dev.newera.chat.operations.Recounting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Recounts a day at a time from what is stored, then what is counted over all days from the days' own counts. Each comparison is one
 * statement and so one look at one moment; tweets and their counts change in the same transactions, so whatever commits before
 * or after moves both sides alike, and the difference that was seen can be added at any later time. People are counted after
 * everything else: their count is right from then on only if who took part is right already.
 */
final class PostgresRecounting implements Recounting {
    /** Two who repair at once would both add the same difference. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('repair of counts', 0))";

    private final Database database;

    PostgresRecounting(Database database) {
        this.database = database;
    }

    @Override
    public void verify(Consumer<Miscount> found, Progress progress) {
        compareAll(recount -> database.read(connection -> recount.verify(connection)), found, progress);
    }

    @Override
    public void repair(Consumer<Miscount> found, Progress progress) {
        compareAll(recount -> database.write(connection -> repair(connection, recount)), found, progress);
    }

    private static List<Miscount> repair(Connection connection, Recount recount) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(ALONE);
        }
        return recount.repair(connection);
    }

    private interface Comparing {
        List<Miscount> compare(Recount recount);
    }

    private void compareAll(Comparing comparing, Consumer<Miscount> found, Progress progress) {
        var portions = portions();
        for (int i = 0; i < portions.size(); i++) {
            portions.get(i).stream()
                    .flatMap(recount -> comparing.compare(recount).stream())
                    .forEach(found);
            progress.done(i + 1, portions.size());
        }
    }

    private List<List<Recount>> portions() {
        var portions = new ArrayList<List<Recount>>();
        for (var day : database.read(PostgresRecounting::days)) {
            portions.add(Recount.ofDay(day));
        }
        portions.add(Recount.overAllDays());
        portions.add(List.of(Recount.ofPeople()));
        return portions;
    }

    /** Days that tweets are from, and days that something was counted for. */
    private static List<OffsetDateTime> days(Connection connection) throws SQLException {
        var days = new ArrayList<OffsetDateTime>();
        try (var query = connection.prepareStatement(Recount.DAYS);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                days.add(rows.getObject(1, OffsetDateTime.class));
            }
        }
        return days;
    }
}
