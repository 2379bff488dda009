package dev.newera.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The tagger of the codebook that is in force: none at first, and another one as soon as another codebook is published.
 * Whoever tags asks for it anew for every piece of work and so follows without a restart.
 *
 * <p>Safe for use by many threads.
 */
public final class CurrentTagger {

    private record Waiting(int version, CompletableFuture<Tagger> answer) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private Tagger tagger;

    /** Empty until the first codebook is there. */
    public synchronized Optional<Tagger> now() {
        return Optional.ofNullable(tagger);
    }

    /** Completes with the tagger in force as soon as its codebook is of this version or a later one; maybe never. */
    public synchronized CompletionStage<Tagger> ofVersion(int version) {
        var answer = new CompletableFuture<Tagger>();
        waiting.removeIf(one -> one.answer.isDone());
        waiting.add(new Waiting(version, answer));
        answerThoseWaiting();
        return answer;
    }

    /** From now on this one tags. */
    public synchronized void replaceBy(Tagger next) {
        tagger = next;
        answerThoseWaiting();
    }

    private void answerThoseWaiting() {
        if (tagger == null) return;
        waiting.removeIf(one -> one.version <= tagger.codebook().version() && one.answer.complete(tagger));
    }
}
