package dev.newera.local.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Some people who post without a pause, and what they were answered. */
final class Load implements AutoCloseable {

    static final int PEOPLE = 4;
    private static final long MILLIS_BETWEEN = 40;

    private final Ledger ledger;
    private final List<Answer> answers = new ArrayList<>();
    private final ScheduledExecutorService people = Executors.newScheduledThreadPool(PEOPLE);

    private final AtomicInteger underWay = new AtomicInteger();
    private volatile Supplier<String> chat;
    private volatile boolean rests;

    private Load(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param name begins the id of each attempt, and so the source of each tweet */
    static Load on(Supplier<String> chat, Ledger ledger, String name, Random dice) {
        var load = new Load(ledger);
        load.moveTo(chat);
        for (int i = 1; i <= PEOPLE; i++) load.add(new Poster(load::target, ledger, name + "/" + i, dice.nextLong()));
        return load;
    }

    /** From now on everybody posts there. */
    void moveTo(Supplier<String> chat) {
        this.chat = chat;
    }

    /** All answers so far, the oldest first. */
    List<Answer> answers() {
        synchronized (answers) {
            return List.copyOf(answers);
        }
    }

    /** Those from that number on. */
    List<Answer> answersFrom(int number) {
        var answers = answers();
        return answers.subList(number, answers.size());
    }

    /** Nobody posts until {@link #goOn}; returns when everybody has an answer. */
    void rest() {
        rests = true;
        await().atMost(Poster.PATIENCE.multipliedBy(2)).until(() -> underWay.get() == 0);
    }

    void goOn() {
        rests = false;
    }

    /** Waits until so many more attempts were acknowledged. A moment that is chosen so is the same on any machine. */
    void awaitAcknowledged(int more) {
        int goal = ledger.acknowledgedCount() + more;
        await().atMost(Duration.ofMinutes(2)).until(() -> ledger.acknowledgedCount() >= goal);
    }

    /** Returns when nobody waits for an answer any more. */
    @Override
    public void close() throws InterruptedException {
        people.shutdown();
        people.awaitTermination(Poster.PATIENCE.toMillis() * 2, TimeUnit.MILLISECONDS);
    }

    private String target() {
        return chat.get();
    }

    private void add(Poster poster) {
        people.scheduleWithFixedDelay(() -> post(poster), 0, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
    }

    private void post(Poster poster) {
        underWay.incrementAndGet();
        if (!rests) note(poster.post());
        underWay.decrementAndGet();
    }

    private void note(Answer answer) {
        synchronized (answers) {
            answers.add(answer);
        }
    }
}
