package dev.newera.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A service's word on itself, at its management port. */
public record Health(String management) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public boolean isReady() throws IOException {
        return isUp("ready");
    }

    public boolean isLive() throws IOException {
        return isUp("live");
    }

    /** Everything that it measures, in Prometheus' form. */
    public String metrics() throws IOException {
        return get("/q/metrics").body();
    }

    private boolean isUp(String kind) throws IOException {
        return get("/q/health/" + kind).statusCode() == 200;
    }

    private HttpResponse<String> get(String path) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(management + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
