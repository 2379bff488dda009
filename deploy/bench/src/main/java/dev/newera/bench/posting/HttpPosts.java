package dev.newera.bench.posting;

import dev.newera.bench.load.HttpLoad;
import dev.newera.bench.load.Posts;
import dev.newera.bench.load.Samples;
import dev.newera.bench.system.Stage;
import dev.newera.bench.system.Tables;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/** Ours, over HTTP. */
final class HttpPosts implements Contestant {
    private final String name;
    private final Stage stage;
    private final Tables tables;
    private final Function<Duration, Posts> posts;
    private final int clients;

    private HttpPosts(String name, Stage stage, Tables tables, Function<Duration, Posts> posts, int clients) {
        this.name = name;
        this.stage = stage;
        this.tables = tables;
        this.posts = posts;
        this.clients = clients;
    }

    /** Each request posts one tweet. */
    static HttpPosts single(Stage stage, Tables tables, int clients) {
        var requests = Samples.posts();
        var name = "POST /v1/tweets, %d client%s".formatted(clients, clients == 1 ? "" : "s");
        return new HttpPosts(name, stage, tables, time -> Posts.during(time, requests), clients);
    }

    /** Each request posts one tweet, and comes when it is due instead of when somebody is free. */
    static HttpPosts paced(Stage stage, Tables tables, int clients, DoubleSupplier perSecond) {
        var requests = Samples.posts();
        var name = "POST /v1/tweets, %d clients, half as many tweets".formatted(clients);
        return new HttpPosts(
                name, stage, tables, time -> Posts.paced(perSecond.getAsDouble(), time, requests), clients);
    }

    /** Each request posts a thousand. */
    static HttpPosts batches(Stage stage, Tables tables, int clients) {
        var name = "POST /v1/tweets/batch of 1,000, %d clients".formatted(clients);
        var requests = Samples.batches(1_000);
        return new HttpPosts(name, stage, tables, time -> Posts.during(time, requests), clients);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Round run(Duration time) {
        try (var load = new HttpLoad(stage.chatApi().port(), clients)) {
            var clock = Clock.start(stage);
            var posted = posts.apply(time);
            load.run(posted);
            var round = clock.stop(posted.acknowledged().size(), posted.latency());
            posted.requireNoneRefused();
            tables.awaitAnnounced();
            tables.requireStored(posted.acknowledged());
            return round;
        }
    }
}
