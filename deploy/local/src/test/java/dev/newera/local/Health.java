package dev.newera.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A service's word on its own health, at its management port. */
public record Health(String management) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public boolean isReady() throws IOException {
        return isUp("ready");
    }

    public boolean isLive() throws IOException {
        return isUp("live");
    }

    private boolean isUp(String kind) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(management + "/q/health/" + kind))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
