package dev.newera.chat.http;

import dev.newera.chat.ChangeLog.Change;
import dev.newera.chat.SeeThemes.Overview;
import dev.newera.chat.Theme;
import dev.newera.chat.http.Views.TweetView;
import dev.newera.chat.http.stream.EventBodies;
import jakarta.inject.Singleton;
import java.util.List;

/** What the stream's events show: the same things as the answers to a GET. */
@Singleton
final class StreamViews implements EventBodies {

    @Override
    public byte[] of(Change change) {
        return change.tweet()
                .map(tweet -> Json.bytes(TweetView.of(tweet)))
                .orElseGet(() -> Json.bytes(new ErasedView(change.id().toString())));
    }

    @Override
    public byte[] of(Overview overview) {
        return Json.bytes(CountsView.of(overview));
    }

    record ErasedView(String id) {}

    /** A theme's share is its tweets among the tagged ones. */
    record CountsView(int codebookVersion, long totalTweetCount, long taggedTweetCount, List<ThemeCountView> themes) {

        static CountsView of(Overview seen) {
            return new CountsView(
                    seen.codebook().version(),
                    seen.counts().total(),
                    seen.counts().tagged(),
                    seen.codebook().themes().stream()
                            .map(theme -> ThemeCountView.of(theme, seen))
                            .toList());
        }
    }

    record ThemeCountView(String theme, long tweetCount, long participantCount) {
        static ThemeCountView of(Theme theme, Overview seen) {
            var count = seen.count(theme);
            return new ThemeCountView(theme.id(), count.tweetCount(), count.participantCount());
        }
    }
}
