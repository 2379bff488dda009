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

    /** Three times five seconds: then Kubernetes, too, takes silence for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

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

    /** The sum of a metric over all its labels; 0 where it has never been counted. */
    public double metric(String name) throws IOException {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private boolean isUp(String kind) throws IOException {
        return get("/q/health/" + kind).statusCode() == 200;
    }

    private HttpResponse<String> get(String path) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(management + path))
                .timeout(PATIENCE)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
