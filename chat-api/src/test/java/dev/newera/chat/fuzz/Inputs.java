package dev.newera.chat.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newera.chat.fuzz.Contract.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Inputs to every operation of the contract: half of what they are made of is as it should be. Each is made from its number alone. */
final class Inputs {
    private static final List<String> KEYS = List.of("one", "two", "\"three\"", "", "a b", "k".repeat(256));
    private static final List<String> TYPES =
            List.of("text/plain", "application/x-ndjson", "application/json;charset=utf-16", "a/b");
    private static final List<String> ACCEPTED =
            List.of("*/*", "text/html", "application/json", "text/csv", "image/png", "a/b;q=x", ",");
    private static final String TEXT = "take risks #NewEraNHS";

    private final List<Operation> operations;
    private final List<Operation> posts;
    private final Known known;
    private final long seed;

    /**
     * What the chat holds before anything comes in.
     *
     * @param erased a tweet that it held once
     * @param cursor to the second page of all tweets
     */
    record Known(String tweet, String erased, String chat, String cursor) {}

    Inputs(Contract contract, Known known, long seed) {
        this.operations = contract.operations();
        this.posts = operations.stream()
                .filter(it -> it.method().equals("POST") && it.path().startsWith("/v1/tweets"))
                .toList();
        this.known = known;
        this.seed = seed;
    }

    Input get(long number) {
        return new Making(new Noise(seed, number)).input(number);
    }

    private final class Making {
        private final Noise noise;

        Making(Noise noise) {
            this.noise = noise;
        }

        Input input(long number) {
            // A body is where most can go wrong.
            var operation = noise.one(noise.chance(0.5) ? posts : operations);
            var headers = headers(operation);
            var body = operation.method().equals("POST") ? body(operation.path()) : null;
            return new Input(number, operation, path(operation) + query(operation), headers, body);
        }

        private String path(Operation operation) {
            var path = operation.path();
            for (var parameter : operation.parameters()) {
                if (parameter.get("in").asText().equals("path")) {
                    var name = parameter.get("name").asText();
                    path = path.replace("{" + name + "}", segment(operation, name));
                }
            }
            return path;
        }

        /** A path's own signs in it would make it another path, which is none of the contract's. */
        private String segment(Operation operation, String name) {
            var text = noise.chance(0.6) ? id(operation, name) : noise.text().replaceAll("[/\\\\.]", "");
            return text.isBlank() ? "1" : encoded(text);
        }

        private String id(Operation operation, String name) {
            if (name.equals("version")) {
                return noise.one(List.of("1", "2"));
            }
            return switch (operation.path().split("/")[2]) {
                case "tweets" ->
                    operation.method().equals("DELETE") || noise.chance(0.2) ? known.erased() : known.tweet();
                case "chats" -> known.chat();
                case "codebooks" -> "new-era";
                default -> "barriers";
            };
        }

        private String query(Operation operation) {
            var query = new ArrayList<String>();
            for (var parameter : operation.parameters()) {
                if (parameter.get("in").asText().equals("query") && noise.chance(0.25)) {
                    query.add(parameter.get("name").asText() + "=" + encoded(value(parameter)));
                }
            }
            if (noise.chance(0.03)) {
                query.add(encoded(noise.text()) + "=" + encoded(noise.text()));
            }
            return query.isEmpty() ? "" : "?" + String.join("&", query);
        }

        private String value(JsonNode parameter) {
            if (noise.chance(0.5)) {
                return noise.text();
            }
            return switch (parameter.get("name").asText()) {
                case "chat_id" -> known.chat();
                case "conversation_id" -> known.tweet();
                case "cursor" -> known.cursor();
                case "hashtag" -> "#NewEraNHS";
                case "author" -> "sazlocks";
                case "q" -> "risk -fear";
                default ->
                    value(
                            parameter.get("schema"),
                            parameter.get("schema").path("type").asText());
            };
        }

        private String value(JsonNode schema, String type) {
            if (schema.has("enum")) {
                return schema.get("enum")
                        .get(noise.below(schema.get("enum").size()))
                        .asText();
            }
            return switch (type) {
                case "integer" -> String.valueOf(1 + noise.below(100));
                case "number" -> "0." + noise.below(100);
                default -> schema.has("format") ? "2014-09-12T12:0" + noise.below(10) + ":00Z" : "barriers";
            };
        }

        private Map<String, String> headers(Operation operation) {
            var headers = new LinkedHashMap<String, String>();
            if (operation.method().equals("POST")) {
                headers.put("Content-Type", noise.chance(0.9) ? "application/json" : noise.one(TYPES));
                if (noise.chance(0.1)) {
                    headers.put("Idempotency-Key", noise.one(KEYS));
                }
            }
            if (noise.chance(0.15)) {
                headers.put("Accept", noise.one(ACCEPTED));
            }
            if (operation.promises(304) && noise.chance(0.1)) {
                headers.put("If-None-Match", noise.one(List.of("*", "\"other\"", "W/\"", ",")));
            }
            return headers;
        }

        private byte[] body(String path) {
            var good = path.endsWith("/batch") ? "[" + tweet() + "," + noise.json(1) + "]" : one(path);
            return switch (noise.below(5)) {
                case 0 -> good.getBytes(StandardCharsets.UTF_8);
                case 1 ->
                    good.replace('"' + TEXT + '"', noise.quoted(noise.text())).getBytes(StandardCharsets.UTF_8);
                case 2 -> noise.damaged(good);
                case 3 -> noise.json(0).getBytes(StandardCharsets.UTF_8);
                default -> noise.text().getBytes(StandardCharsets.UTF_8);
            };
        }

        private String one(String path) {
            return path.endsWith("/chats")
                    ? "{\"title\":\"" + TEXT + "\",\"hashtag\":\"neweranhs\",\"starts_at\":\"2014-09-12T12:00:00Z\","
                            + "\"ends_at\":\"2014-09-12T13:00:00Z\",\"questions\":[{\"label\":\"Q1\",\"text\":\"Why?\"}]}"
                    : tweet();
        }

        private String tweet() {
            var more = switch (noise.below(3)) {
                // Few good answers: a thread of a thousand tweets is slow to read, over and over.
                case 0 -> ",\"in_reply_to_id\":\"" + (noise.chance(0.002) ? known.tweet() : known.erased()) + '"';
                case 1 -> ",\"source\":\"archive\",\"external_id\":\"" + noise.below(1_000) + '"';
                default -> "";
            };
            return "{\"text\":\"" + TEXT + "\",\"author\":{\"username\":\"sazlocks\"}" + more + "}";
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
