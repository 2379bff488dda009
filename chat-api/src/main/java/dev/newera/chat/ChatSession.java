package dev.newera.chat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * An hour, or some days, that people agreed to talk under a hashtag. Its tweets are those with the hashtag that were created in the
 * window, whenever either of the two became known here; so membership is asked for, never stored.
 *
 * @param hashtag without the sign, as the host writes it
 * @param startsAt a whole minute, inclusive
 * @param endsAt a whole minute, exclusive
 * @param host who asks the questions, or null
 * @param questions in the order in which they are asked
 * @param createdAt when it was declared, by this chat's clock
 */
public record ChatSession(
        ChatId id,
        String title,
        String hashtag,
        Instant startsAt,
        Instant endsAt,
        String host,
        List<Question> questions,
        Instant createdAt) {

    public ChatSession {
        questions = List.copyOf(questions);
    }

    /** Its tweets. The window is whole minutes, so this is what counts are kept by, to the last tweet. */
    public Scope scope() {
        return new Scope(hashtag.toLowerCase(Locale.ROOT), startsAt, endsAt);
    }
}
