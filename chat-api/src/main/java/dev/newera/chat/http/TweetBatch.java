package dev.newera.chat.http;

import dev.newera.chat.Caller;
import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import dev.newera.chat.IdempotencyKey;
import dev.newera.chat.PostTweet;
import dev.newera.chat.Postbox.Outcome;
import dev.newera.chat.Postbox.Posted;
import dev.newera.chat.http.Views.TweetView;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Many tweets in one body, each judged for itself. */
final class TweetBatch {
    static final String NDJSON = "application/x-ndjson";

    private static final int MOST = 1_000;
    private static final String PATH = "/v1/tweets/batch";
    /** What concerns the batch and not one of its tweets: if nothing was stored, the whole answer says so. */
    private static final Set<Code> OF_ALL = EnumSet.of(Code.BUSY, Code.UNAVAILABLE, Code.CONFLICT, Code.KEY_REUSED);

    private final List<Supplier<TweetBody>> items;

    private TweetBatch(List<Supplier<TweetBody>> items) {
        this.items = items;
    }

    private record Item(int index, Posted posted, Failure failure) {}

    private record ErrorView(int index, Problem problem) {}

    private record AnswerView(List<TweetView> data, List<ErrorView> errors) {}

    /** Throws MALFORMED for a body that cannot be split into items, INVALID for one with none or too many. */
    static TweetBatch read(byte[] body, MediaType type) {
        List<Supplier<TweetBody>> items =
                NDJSON.equals(type.getType() + "/" + type.getSubtype()) ? lines(body) : array(body);
        if (items.isEmpty() || items.size() > MOST) {
            throw Failure.invalid("", "a batch holds 1 to %d tweets; this one holds %d".formatted(MOST, items.size()));
        }
        return new TweetBatch(items);
    }

    private static List<Supplier<TweetBody>> array(byte[] body) {
        return StrictJson.elements(body).stream()
                .<Supplier<TweetBody>>map(element -> () -> StrictJson.read(element, TweetBody.class))
                .toList();
    }

    private static List<Supplier<TweetBody>> lines(byte[] body) {
        return StrictJson.text(body)
                .lines()
                .filter(line -> !line.isBlank())
                .<Supplier<TweetBody>>map(line -> () -> StrictJson.read(line, TweetBody.class))
                .toList();
    }

    int size() {
        return items.size();
    }

    /** Completes when every item is stored or refused. */
    CompletionStage<Response> post(PostTweet postTweet, Optional<IdempotencyKey> key, Caller by) {
        var answers = new ArrayList<CompletableFuture<Item>>();
        for (int i = 0; i < items.size(); i++) {
            answers.add(post(i, postTweet, key, by));
        }
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        answer(answers.stream().map(CompletableFuture::join).toList()));
    }

    private CompletableFuture<Item> post(int index, PostTweet postTweet, Optional<IdempotencyKey> key, Caller by) {
        try {
            var draft = items.get(index).get().draft();
            return postTweet
                    .post(draft, IdempotencyKeys.item(key, index), by)
                    .handle((posted, error) -> new Item(index, posted, error == null ? null : failure(error)))
                    .toCompletableFuture();
        } catch (Failure failure) {
            return CompletableFuture.completedFuture(new Item(index, null, failure));
        }
    }

    private static Failure failure(Throwable error) {
        var cause = error instanceof CompletionException ? error.getCause() : error;
        return cause instanceof Failure failure ? failure : Failure.unavailable(cause);
    }

    private static Response answer(List<Item> items) {
        var posted = items.stream().filter(it -> it.posted() != null).toList();
        var failed = items.stream().filter(it -> it.failure() != null).toList();
        if (posted.isEmpty()
                && failed.stream().allMatch(it -> OF_ALL.contains(it.failure().code()))) {
            throw failed.get(0).failure();
        }
        var answer = Response.ok(
                Json.bytes(new AnswerView(
                        posted.stream()
                                .map(it -> TweetView.of(it.posted().tweet()))
                                .toList(),
                        failed.stream()
                                .map(it -> new ErrorView(it.index(), Problems.problem(it.failure(), PATH)))
                                .toList())),
                MediaType.APPLICATION_JSON_TYPE);
        if (!posted.isEmpty() && posted.stream().allMatch(TweetBatch::isReplayed)) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.build();
    }

    private static boolean isReplayed(Item item) {
        var outcome = item.posted().outcome();
        return outcome == Outcome.REPLAYED_CREATED || outcome == Outcome.REPLAYED_KNOWN;
    }
}
