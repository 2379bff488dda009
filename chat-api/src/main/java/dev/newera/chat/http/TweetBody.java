package dev.newera.chat.http;

import dev.newera.chat.Draft;
import dev.newera.chat.Failure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** What {@code POST /v1/tweets} takes. */
record TweetBody(
        String text, AuthorBody author, String inReplyToId, String createdAt, String externalId, String source) {

    record AuthorBody(String username, String name) {}

    Draft draft() {
        return new Draft(
                text,
                author == null ? null : author.username(),
                author == null ? null : author.name(),
                inReplyToId,
                time("/created_at", createdAt),
                source,
                externalId);
    }

    /** RFC 3339 with any offset; throws INVALID. Null stays null. */
    static Instant time(String pointer, String text) {
        try {
            return text == null
                    ? null
                    : withFourDigitYear(OffsetDateTime.parse(text)).toInstant();
        } catch (DateTimeException e) {
            throw Failure.invalid(
                    pointer, pointer.replace("/", "") + " is not an RFC 3339 time, such as 2014-09-12T12:00:00Z");
        }
    }

    /** Java reads years that RFC 3339 does not have and PostgreSQL cannot hold. */
    private static OffsetDateTime withFourDigitYear(OffsetDateTime time) {
        if (time.getYear() < 1 || time.getYear() > 9999) {
            throw new DateTimeException("a year has four digits");
        }
        return time;
    }
}
