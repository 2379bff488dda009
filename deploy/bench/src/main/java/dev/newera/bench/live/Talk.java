package dev.newera.bench.live;

import dev.newera.bench.load.HttpLoad;
import dev.newera.bench.load.Listeners;
import dev.newera.bench.load.Samples;
import dev.newera.bench.load.TopicListener;
import dev.newera.bench.system.Cores;
import dev.newera.bench.system.Stage;
import dev.newera.bench.system.Tables;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;

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
            var heard = listening.afterHearing(posts.acknowledged());
            var cores = Cores.now(stage).since(before);
            tables.awaitTagged();
            return new Lag(name, posts.lag(heard), cores);
        }
    }

    /**
     * How long after it was to be posted each tweet had come to each station of its way, by one listener at each: announced, answered
     * by the tagger, and, the last, its themes told of.
     */
    List<Lag> stations(String name, double perSecond, Duration time) {
        var servers = stage.bootstrapServers();
        try (var announced = TopicListener.of(servers, "chat.tweets.v1");
                var answered = TopicListener.of(servers, "chat.taggings.v1");
                var listening = Listeners.reading(stage.chatApi().port(), 1, "tweet.tagged");
                var load = new HttpLoad(stage.chatApi().port(), POSTERS)) {
            var posts = new TimedPosts(perSecond, time, tweets);
            var before = Cores.now(stage);
            load.run(posts);
            posts.requireNoneRefused();
            var tweets = posts.acknowledged();
            var told = posts.lag(listening.afterHearing(tweets));
            var cores = Cores.now(stage).since(before);
            return List.of(
                    new Lag("announced on Kafka, " + name, posts.lag(announced.afterHearing(tweets)), Map.of()),
                    new Lag("answered on Kafka, " + name, posts.lag(answered.afterHearing(tweets)), Map.of()),
                    new Lag("themes told, " + name, told, cores));
        }
    }
}
