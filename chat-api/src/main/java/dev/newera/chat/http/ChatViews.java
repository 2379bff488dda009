package dev.newera.chat.http;

import dev.newera.chat.ChatSession;
import dev.newera.chat.Question;
import java.util.List;

/** What the API shows of chat sessions. */
final class ChatViews {
    private ChatViews() {}

    record ChatView(
            String id,
            String title,
            String hashtag,
            String startsAt,
            String endsAt,
            String host,
            List<Question> questions,
            String createdAt) {

        static ChatView of(ChatSession chat) {
            return new ChatView(
                    chat.id().toString(),
                    chat.title(),
                    chat.hashtag(),
                    Views.time(chat.startsAt()),
                    Views.time(chat.endsAt()),
                    chat.host(),
                    chat.questions(),
                    Views.time(chat.createdAt()));
        }

        static List<ChatView> all(List<ChatSession> chats) {
            return chats.stream().map(ChatView::of).toList();
        }
    }
}
