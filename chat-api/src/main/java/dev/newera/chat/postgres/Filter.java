package dev.newera.chat.postgres;

import dev.newera.chat.Scope;
import dev.newera.chat.TaggingStatus.State;
import dev.newera.chat.TweetQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A query's filters as HQL conditions over {@link TweetRow}; values are always parameters. */
final class Filter {
    private final List<String> conditions = new ArrayList<>(List.of("erasedAt is null"));
    private final Map<String, Object> parameters = new HashMap<>();

    private Filter() {}

    static Filter of(TweetQuery query) {
        var filter = new Filter();
        filter.add("no < :before", "before", query.before());
        filter.add("createdAt >= :start", "start", query.start());
        filter.add("createdAt < :end", "end", query.end());
        filter.add("lower(username) = :author", "author", lower(query.author()));
        filter.add(
                "conversationId = :conversation",
                "conversation",
                query.conversation() == null ? null : query.conversation().value());
        filter.add(
                "exists (select 1 from HashtagRow h where h.tweetId = t.id and h.hashtag = :hashtag)",
                "hashtag",
                lower(query.hashtag()));
        filter.within(query.within());
        // The same expression as the index on it; the rest is how HQL takes an SQL condition, and PostgreSQL drops it.
        filter.add(
                "cast(sql('to_tsvector(''english'', ?) @@ websearch_to_tsquery(''english'', ?)', t.text, :words) as boolean)"
                        + " = true",
                "words",
                query.text());
        filter.theme(query.theme(), query.minScore());
        filter.state(query.state());
        return filter;
    }

    private void within(Scope scope) {
        add("createdAt >= :from", "from", scope.start());
        add("createdAt < :to", "to", scope.end());
        add(
                "exists (select 1 from HashtagRow c where c.tweetId = t.id and c.hashtag = :common)",
                "common",
                scope.hashtag());
    }

    private static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private void add(String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private void theme(String theme, Double minScore) {
        if (theme != null) {
            add(
                    "exists (select 1 from TagRow g where g.tweetId = t.id and g.theme = :theme and g.score >= :score)",
                    "theme",
                    theme);
            parameters.put("score", minScore == null ? 0.0 : minScore);
        }
    }

    private void state(State state) {
        if (state != null) {
            conditions.add(
                    switch (state) {
                        case PENDING -> "not exists (select 1 from TaggingRow s where s.tweetId = t.id)";
                        case TAGGED ->
                            "exists (select 1 from TaggingRow s where s.tweetId = t.id and s.failure is null)";
                        case FAILED ->
                            "exists (select 1 from TaggingRow s where s.tweetId = t.id and s.failure is not null)";
                    });
        }
    }

    String hql() {
        return "from TweetRow t where " + String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
