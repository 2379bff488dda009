package dev.newera.bench.themes;

import java.util.List;

/** Every theme endpoint, about all of the chat, a hashtag, a day in its middle, and an hour of that day. */
final class Questions {
    private static final String EVER = "true";
    private static final Span DAY = new Span("2014-09-15T00:00:00Z", "2014-09-16T00:00:00Z");
    private static final Span HOUR = new Span("2014-09-15T19:00:00Z", "2014-09-15T20:00:00Z");
    private static final Span MONTH = new Span(History.BEGIN, "2014-10-01T00:00:00Z");

    private static final String OF_HASHTAG =
            "exists (select 1 from tweet_hashtag h where h.tweet_id = t.id and h.hashtag = '" + History.HASHTAG + "')";

    private static final List<String> COUNTED = List.of("/id", "/tweet_count", "/participant_count");

    private static final String COUNTS = """
            select g.theme, count(*), count(distinct lower(t.username))
            from tag g
            join tweet t on t.id = g.tweet_id
            where %s
            group by g.theme
            """;

    private static final String TIMELINE = """
            select theme, to_char(start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), tweets
            from (
                select g.theme, date_trunc('%s', t.created_at, 'UTC') as start, count(*) as tweets
                from tag g
                join tweet t on t.id = g.tweet_id
                where %s
                group by 1, 2
            ) as counted
            """;

    private static final String TOGETHER = """
            select a.theme, b.theme, count(*)
            from tag a
            join tag b on b.tweet_id = a.tweet_id and b.tagger_id = a.tagger_id and b.theme > a.theme
            group by 1, 2
            """;

    private static final String PEOPLE = """
            select lower(t.username) as username, count(*) as tweets
            from tag g
            join tweet t on t.id = g.tweet_id
            where g.theme = '%s'
            group by 1
            order by tweets desc, username
            limit 20
            """;

    private static final String HASHTAGS = """
            select h.hashtag, count(*) as tweets
            from tag g
            join tweet_hashtag h on h.tweet_id = g.tweet_id
            where g.theme = '%s'
            group by 1
            order by tweets desc, h.hashtag
            limit 20
            """;

    private static final String TWEETS = """
            select t.id
            from tag g
            join tweet t on t.id = g.tweet_id
            where g.theme = '%s'
            order by g.no desc
            limit 20
            """;

    private Questions() {}

    private record Span(String start, String end) {
        String parameters() {
            return "start_time=" + start + "&end_time=" + end;
        }

        String sql() {
            return "t.created_at >= '%s' and t.created_at < '%s'".formatted(start, end);
        }
    }

    /** @param themes of the codebook in force: the first is the one most spoken of, and hardly anyone speaks of the last */
    static List<Question> about(List<String> themes) {
        var often = themes.get(0);
        var rarely = themes.get(themes.size() - 1);
        return List.of(
                counts("themes", "", EVER),
                counts("themes under a hashtag", "?hashtag=" + History.HASHTAG, OF_HASHTAG),
                counts("themes of a day", "?" + DAY.parameters(), DAY.sql()),
                counts("themes of an hour", "?" + HOUR.parameters(), HOUR.sql()),
                counts(
                        "themes of an hour under a hashtag",
                        "?hashtag=" + History.HASHTAG + "&" + HOUR.parameters(),
                        OF_HASHTAG + " and " + HOUR.sql()),
                timeline("counts of thirty days by day", "day", MONTH),
                timeline("counts of a day by hour", "hour", DAY),
                timeline("counts of a day by minute", "minute", DAY),
                timeline("counts of an hour by minute", "minute", HOUR),
                new Question("cooccurrence", "/v1/themes/cooccurrence", List.of("/a", "/b", "/count"), TOGETHER),
                top("participants of a theme", often, "participants", "/author/username", PEOPLE),
                top("hashtags of a theme", often, "hashtags", "/hashtag", HASHTAGS),
                tweets("tweets of a theme that many speak of", often),
                tweets("tweets of a theme that hardly anyone speaks of", rarely));
    }

    private static Question counts(String name, String parameters, String where) {
        return new Question(name, "/v1/themes" + parameters, COUNTED, COUNTS.formatted(where));
    }

    private static Question timeline(String name, String granularity, Span span) {
        return new Question(
                name,
                "/v1/themes/counts?granularity=" + granularity + "&" + span.parameters(),
                List.of("/theme", "/start", "/tweet_count"),
                TIMELINE.formatted(granularity, span.sql()));
    }

    private static Question top(String name, String theme, String list, String field, String sql) {
        return new Question(
                name, "/v1/themes/" + theme + "/" + list, List.of(field, "/tweet_count"), sql.formatted(theme));
    }

    private static Question tweets(String name, String theme) {
        return new Question(name, "/v1/themes/" + theme + "/tweets", List.of("/id"), TWEETS.formatted(theme));
    }
}
