package dev.newera.chat.fuzz;

import java.net.http.HttpResponse;

/** What came back. */
record Answer(int status, String type, String body) {

    static Answer of(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("none").split(";")[0];
        return new Answer(response.statusCode(), type, response.body());
    }

    @Override
    public String toString() {
        return status + " " + type + "\n" + body;
    }
}
