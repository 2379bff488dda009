package dev.newera.bench.posting;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.newera.bench.system.Row;
import dev.newera.bench.system.Stage;
import dev.newera.bench.system.Tables;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The rival of imports: COPY of the same rows into the same tables, ten thousand tweets in a transaction. It draws the numbers of
 * the log itself, which only somebody can do who is alone.
 */
final class Copy implements Contestant {
    private static final int TWEETS = 10_000;

    private final OneConnection connection;
    private final List<Row> rows;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Copy(Stage stage, Tables tables, List<Row> rows) {
        this.connection = new OneConnection(stage, tables);
        this.rows = rows;
    }

    @Override
    public String name() {
        return "COPY of %,d tweets, 1 connection".formatted(TWEETS);
    }

    @Override
    public Round run(Duration time) {
        return connection.run(time, TWEETS, this::copy);
    }

    private void copy(Connection connection, long from) throws SQLException, IOException {
        connection.setAutoCommit(false);
        var tweets = new StringBuilder();
        var changes = new StringBuilder();
        var hashtags = new StringBuilder();
        var now = Instant.now().toString();
        for (long no = from + 1; no <= from + TWEETS; no++) {
            var row = rows.get((int) (no % rows.size()));
            var id = ids.generate().toString();
            line(tweets, id, no, 1, escaped(row.text()), row.username(), now, now, id, escaped(row.entities()));
            line(changes, no, id, "posted");
            for (var hashtag : row.hashtags()) {
                line(hashtags, hashtag, no, id);
            }
        }
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        copy.copyIn(
                "copy tweet (id, no, revision, text, username, created_at, posted_at, conversation_id, entities) from stdin",
                new StringReader(tweets.toString()));
        copy.copyIn("copy change (no, tweet_id, kind) from stdin", new StringReader(changes.toString()));
        copy.copyIn("copy tweet_hashtag (hashtag, no, tweet_id) from stdin", new StringReader(hashtags.toString()));
        connection.commit();
    }

    private static void line(StringBuilder lines, Object... values) {
        for (int i = 0; i < values.length; i++) {
            lines.append(values[i]).append(i + 1 < values.length ? '\t' : '\n');
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
