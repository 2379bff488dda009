package dev.newera.bench.themes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newera.bench.load.Gets;
import dev.newera.bench.load.HttpLoad;
import dev.newera.bench.system.Stage;
import dev.newera.bench.system.Tables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.HdrHistogram.Histogram;

/** Asks a question both ways, of one client each, and sees that the answers are the same. */
final class Asked {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WARM = 100;
    private static final int TIMES = 200;

    /** The rival needs no warming: PostgreSQL does not compile, and has read its pages by the second time. */
    private static final int LEAST = 2;

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration ENOUGH = Duration.ofMillis(500);

    private final Stage stage;
    private final Tables tables;

    Asked(Stage stage) {
        this.stage = stage;
        this.tables = new Tables(stage.database());
    }

    /**
     * How long it took, in milliseconds, half of the times and but for one time in a hundred.
     *
     * @param counted the same by the rival, half of the times
     */
    record Took(double half, double most, double counted) {}

    Took ask(Question question) {
        try (var load = new HttpLoad(stage.chatApi().port(), 1)) {
            load.run(new Gets(question.path(), WARM, LONGEST));
            var gets = new Gets(question.path(), TIMES, LONGEST);
            load.run(gets);
            var rival = new Histogram(3);
            requireSame(question, said(question, gets.answer()), count(question, rival));
            return new Took(millis(gets.latency(), 50), millis(gets.latency(), 99), millis(rival, 50));
        }
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    private static TreeSet<String> said(Question question, String answer) {
        try {
            var items = JSON.readTree(answer).path("data").spliterator();
            return StreamSupport.stream(items, false)
                    .map(item -> said(question.fields(), item))
                    .filter(said -> !said.endsWith(" 0"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String said(List<String> fields, JsonNode item) {
        return fields.stream().map(field -> item.at(field).asText()).collect(Collectors.joining(" "));
    }

    private TreeSet<String> count(Question question, Histogram took) {
        try (var connection = tables.connect(Tables.CHAT);
                var query = connection.prepareStatement(question.sql())) {
            TreeSet<String> said = null;
            long end = System.nanoTime() + ENOUGH.toNanos();
            for (int i = 0; i < LEAST || System.nanoTime() < end; i++) {
                long start = System.nanoTime();
                try (var rows = query.executeQuery()) {
                    said = read(rows, question.fields().size());
                }
                took.recordValue((System.nanoTime() - start) / 1_000);
            }
            return said;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TreeSet<String> read(ResultSet rows, int columns) throws SQLException {
        var said = new TreeSet<String>();
        while (rows.next()) {
            var line = new StringBuilder(rows.getString(1));
            for (int column = 2; column <= columns; column++) {
                line.append(' ').append(rows.getString(column));
            }
            said.add(line.toString());
        }
        return said;
    }

    private static void requireSame(Question question, TreeSet<String> said, TreeSet<String> counted) {
        if (said.isEmpty() || !said.equals(counted)) {
            throw new IllegalStateException("Wrong answer to %s: %s, not %s".formatted(question.name(), said, counted));
        }
    }
}
