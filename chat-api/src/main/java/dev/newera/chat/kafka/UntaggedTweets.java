package dev.newera.chat.kafka;

import dev.newera.chat.Scope;
import dev.newera.chat.Themes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Looks for tweets whose tags should have come long ago. A broker that lost what it had acknowledged, as one may whose disk was full,
 * leaves nothing that waits: neither the relay nor a reader is behind, and nobody would notice.
 */
@ApplicationScoped
class UntaggedTweets {
    /** Live tags come within a second; whoever started a worker again, or a broker, has done it by then. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** What is older than this and still untagged has been told for a day. */
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    private final Themes themes;
    private final Clock clock;
    private final AtomicLong untagged = new AtomicLong();

    UntaggedTweets(Themes themes, Clock clock, MeterRegistry meters) {
        this.themes = themes;
        this.clock = clock;
        Gauge.builder("chat.tweets.untagged", untagged, AtomicLong::get)
                .description("Tweets of the last day, but for the last ten minutes, that no tagger has answered")
                .register(meters);
    }

    /** Not when the figure is asked for: a database that is away would hold up all the others. */
    @Scheduled(every = "1m")
    void look() {
        var now = clock.instant();
        untagged.set(themes.untagged(new Scope(null, now.minus(LOOK_BACK), now.minus(PATIENCE))));
    }
}
