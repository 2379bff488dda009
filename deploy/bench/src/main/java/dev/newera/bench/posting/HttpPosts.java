package dev.newera.bench.posting;

import dev.newera.bench.load.HttpLoad;
import dev.newera.bench.load.Posts;
import dev.newera.bench.load.Samples;
import dev.newera.bench.system.Stage;
import dev.newera.bench.system.Tables;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/** Ours, over HTTP. */
final class HttpPosts implements Contestant {
    private final String name;
    private final Stage stage;
    private final Tables tables;
    private final List<ByteBuffer> requests;
    private final int clients;

    private HttpPosts(String name, Stage stage, Tables tables, List<ByteBuffer> requests, int clients) {
        this.name = name;
        this.stage = stage;
        this.tables = tables;
        this.requests = requests;
        this.clients = clients;
    }

    /** Each request posts one tweet. */
    static HttpPosts single(Stage stage, Tables tables, int clients) {
        var name = "POST /v1/tweets, %d client%s".formatted(clients, clients == 1 ? "" : "s");
        return new HttpPosts(name, stage, tables, Samples.posts(), clients);
    }

    /** Each request posts a thousand. */
    static HttpPosts batches(Stage stage, Tables tables, int clients) {
        var name = "POST /v1/tweets/batch of 1,000, %d clients".formatted(clients);
        return new HttpPosts(name, stage, tables, Samples.batches(1_000), clients);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Round run(Duration time) {
        try (var load = new HttpLoad(stage.chatApi().port(), clients)) {
            var clock = Clock.start(stage);
            var posts = new Posts(requests, time);
            load.run(posts);
            var round = clock.stop(posts.acknowledged().size(), posts.latency());
            posts.requireNoneRefused();
            tables.awaitAnnounced();
            tables.requireStored(posts.acknowledged());
            return round;
        }
    }
}
