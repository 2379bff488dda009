package dev.newera.chat.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import dev.newera.chat.Author;
import dev.newera.chat.Scope;
import dev.newera.chat.SeeThemes.Overview;
import dev.newera.chat.Theme;
import dev.newera.chat.Themes.Counts;
import dev.newera.chat.Themes.HashtagCount;
import dev.newera.chat.Themes.Pair;
import dev.newera.chat.Themes.Participant;
import dev.newera.chat.Timeline;
import java.io.IOException;
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

    /**
     * {@code [{theme, start, end, tweet_count}]}, theme by theme. A day of minutes has 14,400 of them with 1,441 moments: each moment is
     * formatted once, and none of them becomes an object.
     */
    static final class SpansView extends JsonSerializable.Base {
        private static final SerializedString THEME = new SerializedString("theme");
        private static final SerializedString START = new SerializedString("start");
        private static final SerializedString END = new SerializedString("end");
        private static final SerializedString TWEET_COUNT = new SerializedString("tweet_count");

        private final Timeline timeline;

        SpansView(Timeline timeline) {
            this.timeline = timeline;
        }

        @Override
        public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
            var edges = timeline.edges().stream()
                    .map(Views::time)
                    .map(SerializedString::new)
                    .toArray(SerializedString[]::new);
            json.writeStartArray();
            for (var course : timeline.courses()) {
                write(json, course, edges);
            }
            json.writeEndArray();
        }

        private static void write(JsonGenerator json, Timeline.Course course, SerializedString[] edges)
                throws IOException {
            var theme = new SerializedString(course.theme());
            var counts = course.tweetCounts();
            for (int i = 0; i < counts.length; i++) {
                json.writeStartObject();
                write(json, THEME, theme);
                write(json, START, edges[i]);
                write(json, END, edges[i + 1]);
                json.writeFieldName(TWEET_COUNT);
                json.writeNumber(counts[i]);
                json.writeEndObject();
            }
        }

        private static void write(JsonGenerator json, SerializedString name, SerializedString value)
                throws IOException {
            json.writeFieldName(name);
            json.writeString(value);
        }

        @Override
        public void serializeWithType(JsonGenerator json, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(json, provider);
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
