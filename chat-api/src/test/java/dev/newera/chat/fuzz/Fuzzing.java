package dev.newera.chat.fuzz;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Sends inputs over many connections at once, each as soon as the one before it is answered, until an answer breaks the contract. */
final class Fuzzing {
    private static final long TOLD_EVERY = 50_000;

    private final Contract contract;
    private final Inputs inputs;
    private final String host;
    private final int connections;
    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final AtomicLong next;
    private final long end;
    private final AtomicBoolean broken = new AtomicBoolean();
    private final long began = System.nanoTime();

    /**
     * @param connections as many as the chat has to its database, or less: else some would be told to come back
     * @param from number of the first input
     * @param count how many
     */
    Fuzzing(Contract contract, Inputs inputs, String host, int connections, long from, long count) {
        this.contract = contract;
        this.inputs = inputs;
        this.host = host;
        this.connections = connections;
        this.next = new AtomicLong(from);
        this.end = from + count;
    }

    /** How often each status was answered. Throws an AssertionError for the first answer that breaks the contract. */
    Map<Integer, Long> run() throws InterruptedException {
        var threads = Executors.newFixedThreadPool(connections);
        try {
            return sum(threads.invokeAll(
                    Collections.<Callable<Map<Integer, Long>>>nCopies(connections, this::connection)));
        } finally {
            threads.shutdownNow();
        }
    }

    private Map<Integer, Long> connection() throws InterruptedException {
        var statuses = new TreeMap<Integer, Long>();
        for (long number = next.getAndIncrement(); number < end && !broken.get(); number = next.getAndIncrement()) {
            var input = inputs.get(number);
            statuses.merge(answered(input).status(), 1L, Long::sum);
            if ((end - number) % TOLD_EVERY == 0) {
                tell(number);
            }
        }
        return statuses;
    }

    private Answer answered(Input input) throws InterruptedException {
        try {
            var answer = Answer.of(client.send(input.request(host), BodyHandlers.ofString()));
            var complaint = contract.complaint(input.operation(), answer);
            if (!complaint.isEmpty()) {
                throw broken(input, complaint, answer);
            }
            return answer;
        } catch (IOException unanswered) {
            throw broken(input, "no answer", unanswered);
        }
    }

    private AssertionError broken(Input input, String complaint, Object answer) {
        broken.set(true);
        return new AssertionError(
                "Input %d was answered with %s.%n%s%n%s".formatted(input.number(), complaint, input, answer));
    }

    private void tell(long number) {
        System.out.printf("input %,d, %,d s%n", number, (System.nanoTime() - began) / 1_000_000_000);
    }

    private static Map<Integer, Long> sum(Iterable<Future<Map<Integer, Long>>> all) throws InterruptedException {
        var sum = new TreeMap<Integer, Long>();
        for (var statuses : all) {
            try {
                statuses.get().forEach((status, times) -> sum.merge(status, times, Long::sum));
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause().getMessage(), e.getCause());
            }
        }
        return sum;
    }
}
