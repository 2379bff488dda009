package dev.newera.local.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A tweet as the API gives it, as far as the table needs it. Offsets count code points of the text. */
record TaggedTweet(String username, String text, boolean isTagged, List<Theme> themes) {

    record Theme(String id, double score, List<Words> evidence) {}

    /** Words of the text that speak for a theme. */
    record Words(int start, int end, String text) {}

    static TaggedTweet of(JsonNode tweet) {
        return new TaggedTweet(
                tweet.at("/author/username").asText(),
                tweet.path("text").asText(),
                !tweet.at("/tagging/state").asText().equals("pending"),
                each(tweet.path("themes")).map(TaggedTweet::theme).toList());
    }

    private static Theme theme(JsonNode theme) {
        return new Theme(
                theme.path("theme").asText(),
                theme.path("score").asDouble(),
                each(theme.path("evidence")).map(TaggedTweet::words).toList());
    }

    private static Words words(JsonNode words) {
        return new Words(
                words.path("start").asInt(),
                words.path("end").asInt(),
                words.path("text").asText());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
