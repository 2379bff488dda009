package dev.newera.bench.posting;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.newera.bench.system.Row;
import dev.newera.bench.system.Stage;
import dev.newera.bench.system.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The ceiling: a thousand tweets in a statement on one connection, with nobody to answer and nothing to check or count. */
final class ManyRows implements Contestant {
    private static final int TWEETS = 1_000;

    private static final String INSERT = """
            with posted as (
                insert into tweet
                    (id, no, revision, text, username, created_at, posted_at, conversation_id, entities)
                select id, nextval('change_no'), 1, text, username, now(), now(), id, entities::jsonb
                from unnest(?, ?, ?, ?) as t (id, text, username, entities)
                returning id, no
            ), logged as (
                insert into change (no, tweet_id, kind)
                select no, id, 'posted'
                from posted
            )
            insert into tweet_hashtag (hashtag, no, tweet_id)
            select h.hashtag, posted.no, posted.id
            from unnest(?, ?) as h (id, hashtag)
            join posted on posted.id = h.id
            """;

    private final OneConnection connection;
    private final List<Row> rows;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    ManyRows(Stage stage, Tables tables, List<Row> rows) {
        this.connection = new OneConnection(stage, tables);
        this.rows = rows;
    }

    @Override
    public String name() {
        return "unnest of %,d tweets, 1 connection".formatted(TWEETS);
    }

    @Override
    public Round run(Duration time) {
        return connection.run(time, TWEETS, this::insert);
    }

    private void insert(Connection connection, long from) throws SQLException {
        var id = new UUID[TWEETS];
        var text = new String[TWEETS];
        var username = new String[TWEETS];
        var entities = new String[TWEETS];
        var tagged = new ArrayList<UUID>();
        var hashtags = new ArrayList<String>();
        for (int i = 0; i < TWEETS; i++) {
            var row = rows.get((int) ((from + i) % rows.size()));
            id[i] = ids.generate();
            text[i] = row.text();
            username[i] = row.username();
            entities[i] = row.entities();
            for (var hashtag : row.hashtags()) {
                tagged.add(id[i]);
                hashtags.add(hashtag);
            }
        }
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setArray(1, connection.createArrayOf("uuid", id));
            statement.setArray(2, connection.createArrayOf("text", text));
            statement.setArray(3, connection.createArrayOf("text", username));
            statement.setArray(4, connection.createArrayOf("text", entities));
            statement.setArray(5, connection.createArrayOf("uuid", tagged.toArray()));
            statement.setArray(6, connection.createArrayOf("text", hashtags.toArray()));
            statement.executeUpdate();
        }
    }
}
