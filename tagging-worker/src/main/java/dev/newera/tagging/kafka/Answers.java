package dev.newera.tagging.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.newera.tagging.Codebook;
import dev.newera.tagging.Tagger;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * What the worker says to a request: the tweet's tags; or why it could not be tagged; or, of an erased tweet, a tombstone, so
 * that its tags (which quote it) leave the topic too.
 */
final class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    private static final String TAGGED = "dev.newera.tweet.tagged.v1";
    private static final String FAILED = "dev.newera.tweet.tagging-failed.v1";
    private static final String ERASED = "dev.newera.tweet.erased.v1";

    /** Below what a broker takes by default, which is 1 MiB with headers and all. */
    private static final int LONGEST_VALUE = 1_000_000;

    private final Clock clock;
    private final Timer tagged;
    private final Counter failed;

    Answers(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.tagged = Timer.builder("tagging.tweets")
                .description("Tweets tagged, and how long a tweet took")
                .register(meters);
        this.failed = Counter.builder("tagging.failed")
                .description("Tweets that could not be tagged; their readers were told so")
                .register(meters);
    }

    /** @throws Refused when the request asks for another codebook version than the tagger's */
    Event to(Request request, Tagger tagger) throws Refused {
        if (request.isErasure()) return tombstone(request);
        var codebook = tagger.codebook();
        requireVersion(request, codebook);
        try {
            return tagged(request, tagger);
        } catch (JsonProcessingException | RuntimeException | StackOverflowError e) {
            // An answer all the same: whoever waits for the tags of this tweet learns that none will come.
            LOG.errorf(
                    e,
                    "A tweet could not be tagged. tweetId=%s codebookVersion=%d",
                    request.tweetId(),
                    codebook.version());
            return failed(
                    request, codebook, "The tagger failed: " + e.getClass().getSimpleName() + ".");
        }
    }

    private Event tombstone(Request request) {
        var id = request.tweetId();
        return new Event(
                bytes(id), null, EventHeaders.of(ERASED, id + ":erased", id, clock.instant(), request.trace()));
    }

    private Event tagged(Request request, Tagger tagger) throws JsonProcessingException {
        var codebook = tagger.codebook();
        var tags = tagged.record(() -> tagger.tag(request.text())).tags();
        var event = event(TAGGED, request, TaggingRecord.tagged(request, codebook, clock.instant(), tags));
        return event.value().length <= LONGEST_VALUE
                ? event
                : failed(request, codebook, "The tags take " + event.value().length + " bytes.");
    }

    private Event failed(Request request, Codebook codebook, String reason) {
        failed.increment();
        try {
            return event(FAILED, request, TaggingRecord.failed(request, codebook, clock.instant(), reason));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A failure consists of numbers, ids and our own words.", e);
        }
    }

    private static Event event(String type, Request request, TaggingRecord tagging) throws JsonProcessingException {
        var id = request.tweetId();
        var headers = EventHeaders.of(
                type,
                tagging.eventId(),
                id,
                EventHeaders.TIME.parse(tagging.taggedAt(), java.time.Instant::from),
                request.trace());
        headers.put(EventHeaders.CONTENT_TYPE, "application/json");
        return new Event(bytes(id), Json.write(tagging), headers);
    }

    private static void requireVersion(Request request, Codebook codebook) throws Refused {
        int wanted = request.codebookVersion();
        if (wanted != Request.IN_FORCE && wanted != codebook.version()) {
            throw new Refused("The request asks for codebook version " + wanted + "; version " + codebook.version()
                    + " is in force.");
        }
    }

    private static byte[] bytes(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }
}
