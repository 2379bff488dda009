package dev.newera.chat.operations;

import dev.newera.chat.TweetId;
import dev.newera.chat.operations.DeadLetter.Origin;
import dev.newera.chat.operations.DeadLetter.Outcome;
import java.util.Optional;

/**
 * Gives the record of a dead letter another chance. Topics are read as "the latest of a key is the truth", so what has become
 * untrue since is not put back: a tweet is announced as it is now, and nothing is said of one that is erased.
 */
public final class ReplayLetter {
    private static final String TWEETS = "chat.tweets.v1";
    private static final String CODEBOOKS = "chat.codebooks.v1";

    private final DeadLetterOffice office;
    private final Announcing announcing;

    public ReplayLetter(DeadLetterOffice office, Announcing announcing) {
        this.office = office;
        this.announcing = announcing;
    }

    /** @return why the letter stays where it is; empty if its record is on its way */
    public Optional<String> replay(DeadLetter letter) {
        var refusal = refusal(letter);
        if (refusal.isEmpty()) {
            send(letter, letter.origin().orElseThrow());
            // After the record: a crash in between has it sent again, which changes nothing, instead of forgotten.
            office.settle(letter, Outcome.REPLAYED);
        }
        return refusal;
    }

    private Optional<String> refusal(DeadLetter letter) {
        if (letter.origin().isEmpty()) {
            return Optional.of("it does not say where it comes from, or says another topic than this one's");
        }
        var from = letter.origin().get().topic();
        if (from.equals(CODEBOOKS)) {
            return Optional.of("chat-api announces the newest codebook whenever it starts: restart it");
        }
        if (letter.isCut() && !from.equals(TWEETS)) {
            return Optional.of("its value was too long to be kept");
        }
        return tweet(letter).isEmpty() ? Optional.of("the chat holds no tweet of its key") : Optional.empty();
    }

    private Optional<TweetId> tweet(DeadLetter letter) {
        return letter.keyText().flatMap(TweetId::parse).filter(announcing::holds);
    }

    private void send(DeadLetter letter, Origin origin) {
        if (origin.topic().equals(TWEETS)) {
            announcing.again(TweetRange.of(tweet(letter).orElseThrow()), false, written -> {});
        } else {
            office.putBack(letter, origin);
        }
    }
}
