package dev.newera.chat;

import dev.newera.chat.Proceedings.Turn;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which question of a chat session was talked about when, for whoever looks on: it is asked often, and reads only the tweets that
 * can ask one.
 */
public final class FollowQuestions {
    private static final int PAGE = 100;

    private final Tweets tweets;

    public FollowQuestions(Tweets tweets) {
        this.tweets = tweets;
    }

    /** In the order of time; empty before the first question is asked. Throws UNAVAILABLE. */
    public List<Turn> of(ChatSession chat) {
        return chat.questions().isEmpty()
                ? List.of()
                : Proceedings.of(chat, asking(chat)).turns();
    }

    /** A host's tweets are few, and nobody else asks; without a host, anybody may. */
    private List<Said> asking(ChatSession chat) {
        var said = new ArrayList<Said>();
        if (chat.host() == null) {
            tweets.ofChat(chat, tweet -> said.add(Said.of(tweet, chat)));
            return said;
        }
        Long before = null;
        do {
            var page = tweets.find(byHost(chat, before));
            page.tweets().forEach(tweet -> said.add(Said.of(tweet, chat)));
            before = page.next().orElse(null);
        } while (before != null);
        return said;
    }

    private static TweetQuery byHost(ChatSession chat, Long before) {
        return new TweetQuery(null, null, null, chat.host(), null, null, null, null, null, chat.scope(), before, PAGE);
    }
}
