package dev.newera.bench.live;

import dev.newera.bench.load.HttpLoad;
import dev.newera.bench.load.Listeners;
import dev.newera.bench.load.Samples;
import dev.newera.bench.system.Cores;
import dev.newera.bench.system.Stage;
import dev.newera.bench.system.Tables;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/** Tweets that are posted at an even pace while some listen. */
final class Talk {
    private static final int POSTERS = 64;

    private final Stage stage;
    private final Tables tables;
    private final List<ByteBuffer> tweets;

    private Talk(Stage stage, List<ByteBuffer> tweets) {
        this.stage = stage;
        this.tables = new Tables(stage.database());
        this.tweets = tweets;
    }

    /** Tweets such as people write. */
    static Talk of(Stage stage) {
        return new Talk(stage, Samples.posts());
    }

    /** Tweets that weigh as much as any may: families take 25 bytes each, and count as two letters. */
    static Talk ofFamilies(Stage stage) {
        return new Talk(stage, Samples.post("👨‍👩‍👧‍👦".repeat(140)));
    }

    /**
     * How long after it was to be posted each tweet was heard of, by everyone of so many.
     *
     * @param event what is heard: that a tweet was posted, or tagged
     */
    Lag heard(String name, int listeners, String event, double perSecond, Duration time) {
        try (var listening = Listeners.reading(stage.chatApi().port(), listeners, event);
                var load = new HttpLoad(stage.chatApi().port(), POSTERS)) {
            var posts = new TimedPosts(perSecond, time, tweets);
            var before = Cores.now(stage);
            load.run(posts);
            posts.requireNoneRefused();
            var heard = listening.afterHearing(posts.acknowledged().size());
            var cores = Cores.now(stage).since(before);
            tables.awaitTagged();
            return new Lag(name, posts.lag(heard), cores);
        }
    }
}
