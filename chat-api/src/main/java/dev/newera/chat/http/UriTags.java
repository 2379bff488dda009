package dev.newera.chat.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;

/**
 * Requests are counted by the template of their path. One that no resource takes has none, and would be counted under the path
 * itself: whoever makes up a hundred paths would use up all the names that there may be, and the real ones would go uncounted.
 */
@Singleton
final class UriTags implements MeterFilter {
    static final String OTHER = "OTHER";

    private static final String REQUESTS = "http.server.requests";
    private static final String URI = "uri";

    @Override
    public Meter.Id map(Meter.Id id) {
        return id.getName().equals(REQUESTS) && !Problems.METHODS.hasTemplate(id.getTag(URI))
                ? id.replaceTags(id.getTags().stream().map(UriTags::other).toList())
                : id;
    }

    private static Tag other(Tag tag) {
        return tag.getKey().equals(URI) ? Tag.of(URI, OTHER) : tag;
    }
}
