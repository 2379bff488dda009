package dev.newera.chat.http;

import dev.newera.chat.ChatDraft;
import dev.newera.chat.Question;
import java.util.List;

/** What {@code POST /v1/chats} takes. */
record ChatBody(
        String title, String hashtag, String startsAt, String endsAt, String host, List<QuestionBody> questions) {

    record QuestionBody(String label, String text) {}

    ChatDraft draft() {
        return new ChatDraft(
                title,
                hashtag,
                TweetBody.time("/starts_at", startsAt),
                TweetBody.time("/ends_at", endsAt),
                host,
                questions == null
                        ? null
                        : questions.stream().map(ChatBody::question).toList());
    }

    /** A null stays one, so that it is told with its place. */
    private static Question question(QuestionBody body) {
        return body == null ? null : new Question(body.label(), body.text());
    }
}
