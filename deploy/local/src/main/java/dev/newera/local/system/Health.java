package dev.newera.local.system;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** A service's own word on whether it is ready. */
record Health(int managementPort) {

    private static final int PATIENCE_MILLIS = 2_000;

    boolean isReady() {
        try {
            var url = URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
            var connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false; // Nobody listens there yet.
        }
    }
}
