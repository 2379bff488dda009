package dev.newera.chat.http;

import dev.newera.chat.Author;
import dev.newera.chat.Scope;
import dev.newera.chat.SeeThemes.Overview;
import dev.newera.chat.Theme;
import dev.newera.chat.Themes.Counts;
import dev.newera.chat.Themes.HashtagCount;
import dev.newera.chat.Themes.Pair;
import dev.newera.chat.Themes.Participant;
import dev.newera.chat.Timeline;
import java.util.List;
import java.util.Locale;

/** What the API shows of themes and their counts. */
final class ThemeViews {
    private ThemeViews() {}

    /** Fractions are shown with four digits. */
    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : Math.round(10_000.0 * part / whole) / 10_000.0;
    }

    /** {@code share}: of all tagged tweets of the scope, how many carry the theme, 0–1; shares of different themes overlap. */
    record ThemeView(
            String id,
            String name,
            String description,
            String color,
            String parent,
            String pole,
            long tweetCount,
            long participantCount,
            double share) {

        static ThemeView of(Theme theme, Overview seen) {
            var count = seen.count(theme);
            return new ThemeView(
                    theme.id(),
                    theme.name(),
                    theme.description(),
                    theme.color(),
                    theme.parent(),
                    theme.pole(),
                    count.tweetCount(),
                    count.participantCount(),
                    ratio(count.tweetCount(), seen.counts().tagged()));
        }

        static List<ThemeView> all(Overview seen) {
            return seen.codebook().themes().stream()
                    .map(theme -> of(theme, seen))
                    .toList();
        }
    }

    /** {@code startTime} and {@code endTime}: what was counted, on whole minutes; null where it is open. */
    record ThemesMeta(
            int codebookVersion, long totalTweetCount, long taggedTweetCount, String startTime, String endTime) {

        static ThemesMeta of(Overview seen, Scope scope) {
            Counts counts = seen.counts();
            return new ThemesMeta(
                    seen.codebook().version(),
                    counts.total(),
                    counts.tagged(),
                    Views.time(scope.start()),
                    Views.time(scope.end()));
        }
    }

    record SpanView(String theme, String start, String end, long tweetCount) {
        static List<SpanView> all(Timeline timeline) {
            return timeline.spans().stream()
                    .map(span -> new SpanView(
                            span.theme(), Views.time(span.start()), Views.time(span.end()), span.tweetCount()))
                    .toList();
        }
    }

    record TimelineMeta(String granularity, String startTime, String endTime) {
        static TimelineMeta of(Timeline timeline) {
            return new TimelineMeta(
                    timeline.granularity().name().toLowerCase(Locale.ROOT),
                    Views.time(timeline.scope().start()),
                    Views.time(timeline.scope().end()));
        }
    }

    /** {@code jaccard}: tweets with both themes among those with either, 0–1. */
    record PairView(String a, String b, long count, double jaccard) {
        static List<PairView> all(List<Pair> pairs) {
            return pairs.stream()
                    .map(pair -> new PairView(pair.a(), pair.b(), pair.both(), ratio(pair.both(), pair.either())))
                    .toList();
        }
    }

    record ParticipantView(Author author, long tweetCount) {
        static List<ParticipantView> all(List<Participant> participants) {
            return participants.stream()
                    .map(it -> new ParticipantView(it.author(), it.tweetCount()))
                    .toList();
        }
    }

    record HashtagView(String hashtag, long tweetCount) {
        static List<HashtagView> all(List<HashtagCount> hashtags) {
            return hashtags.stream()
                    .map(it -> new HashtagView(it.hashtag(), it.tweetCount()))
                    .toList();
        }
    }

    /** The meta of a list that is shown as a whole. */
    record ListMeta(int resultCount, String startTime, String endTime) {
        static ListMeta of(List<?> list, Scope scope) {
            return new ListMeta(list.size(), Views.time(scope.start()), Views.time(scope.end()));
        }
    }
}
