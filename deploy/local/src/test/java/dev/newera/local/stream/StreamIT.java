package dev.newera.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.local.ChatApi;
import dev.newera.local.Replica;
import dev.newera.local.RunningSystem;
import dev.newera.local.SharedSystem;
import dev.newera.local.stream.Listener.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two replicas, posts to both at once, and a listener whose line is cut again and again. */
@ExtendWith(SharedSystem.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StreamIT {

    private static final int POSTS = 240;
    private static final int POSTERS = 4;

    private final RunningSystem system;

    StreamIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void whoever_is_cut_and_goes_on_at_another_replica_hears_everything_once() throws Exception {
        var one = system.chatApi();
        var listener = new Listener();
        listener.listen(one, any -> true);
        try (var replica = Replica.of(system, "chat-api").awaitReady()) {
            var other = replica.chatApi();
            var posting = post(List.of(one, other));
            for (int turn = 0; turn < 10; turn++) {
                listener.listen(turn % 2 == 0 ? other : one, afterSome(12));
            }
            var posted = new HashSet<String>();
            for (var some : posting) posted.addAll(some.get());

            listener.listen(other, allTagged(listener, posted));

            assertThat(listener.heard()).extracting(Event::id).doesNotHaveDuplicates();
            assertThat(listener.heard()).extracting(Event::no).isSorted();
            assertThat(told(listener, "tweet.posted", posted)).containsExactlyInAnyOrderElementsOf(posted);
            assertThat(told(listener, "tweet.tagged", posted)).containsExactlyInAnyOrderElementsOf(posted);
        }
    }

    @Test
    void a_replica_that_is_stopped_ends_its_streams_and_their_listeners_go_on_at_another() throws Exception {
        var one = system.chatApi();
        var listener = new Listener();
        listener.listen(one, any -> true);
        try (var replica = Replica.of(system, "chat-api").awaitReady()) {
            var heard = new CompletableFuture<Event>();
            var listening = CompletableFuture.runAsync(() -> listener.listen(replica.chatApi(), event -> {
                heard.complete(event);
                return false;
            }));
            var before = one.post("before it is stopped");
            heard.orTimeout(1, TimeUnit.MINUTES).join();

            replica.terminate();

            // Whole to its end: a stream that is broken off would throw.
            listening.join();
            var after = one.post("after it was stopped");
            listener.listen(one, event -> event.tweet().equals(after));
            assertThat(told(listener, "tweet.posted", Set.of(before, after))).containsExactly(before, after);
            assertThat(listener.heard()).extracting(Event::id).doesNotHaveDuplicates();
        }
    }

    private static List<String> told(Listener listener, String type, Set<String> tweets) {
        return listener.heard(type).stream()
                .map(Event::tweet)
                .filter(tweets::contains)
                .toList();
    }

    private static Predicate<Event> afterSome(int events) {
        int[] left = {events};
        return event -> --left[0] == 0;
    }

    private static Predicate<Event> allTagged(Listener listener, Set<String> posted) {
        return event -> told(listener, "tweet.tagged", posted).size() == posted.size();
    }

    /** Each poster posts to one replica and then to the other; the future tells the ids. */
    private static List<Future<List<String>>> post(List<ChatApi> replicas) {
        ExecutorService posters = Executors.newFixedThreadPool(POSTERS);
        var posting = new ArrayList<Future<List<String>>>();
        for (int poster = 0; poster < POSTERS; poster++) {
            Callable<List<String>> posts = () -> {
                var ids = new ArrayList<String>();
                for (int i = 0; i < POSTS / POSTERS; i++) {
                    ids.add(replicas.get(i % replicas.size()).post("Has lack of support been a barrier? " + i));
                }
                return ids;
            };
            posting.add(posters.submit(posts));
        }
        posters.shutdown();
        return posting;
    }
}
