package dev.newera.chat;

import dev.newera.chat.ChatSessions.Declared;
import dev.newera.chat.Failure.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Someone says when, under which hashtag and about what people will talk, or have talked. */
public final class DeclareChat {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_QUESTION = 500;
    private static final int MOST_QUESTIONS = 50;
    /** Twitter cuts hashtags off here. */
    private static final int LONGEST_HASHTAG = 100;

    private static final Duration LONGEST_CHAT = Duration.ofDays(31);
    private static final Instant FIRST_TWEET = Instant.parse("2006-03-21T00:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");
    private static final Pattern LABEL = Pattern.compile("Q[1-9][0-9]?");

    private final ChatSessions chats;
    private final TweetText rules;
    private final Clock clock;
    private final Supplier<ChatId> ids;

    public DeclareChat(ChatSessions chats, TweetText rules, Clock clock, Supplier<ChatId> ids) {
        this.chats = chats;
        this.rules = rules;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Checks and stores. Throws INVALID with every broken rule at once, MALFORMED for text that is no Unicode, and as
     * {@link ChatSessions#declare}.
     */
    public Declared declare(ChatDraft draft, Optional<IdempotencyKey> key, Caller by) {
        requireUnicode(draft);
        requireRules(draft);
        return chats.declare(
                new ChatSession(
                        ids.get(),
                        draft.title(),
                        Hashtags.bare(draft.hashtag()),
                        draft.startsAt(),
                        draft.endsAt(),
                        draft.host(),
                        questions(draft),
                        Instant.ofEpochMilli(clock.millis())),
                key.map(by::own),
                by);
    }

    private static List<Question> questions(ChatDraft draft) {
        return draft.questions() == null ? List.of() : draft.questions();
    }

    private static void requireUnicode(ChatDraft draft) {
        UnicodeText.require("/title", draft.title());
        UnicodeText.require("/hashtag", draft.hashtag());
        UnicodeText.require("/host", draft.host());
        var questions = questions(draft);
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i) != null) {
                UnicodeText.require(
                        "/questions/" + i + "/label", questions.get(i).label());
                UnicodeText.require(
                        "/questions/" + i + "/text", questions.get(i).text());
            }
        }
    }

    private void requireRules(ChatDraft draft) {
        var faults = new ArrayList<Fault>();
        text("/title", draft.title(), LONGEST_TITLE, faults);
        hashtag(draft.hashtag(), faults);
        window(draft, faults);
        host(draft.host(), faults);
        questions(questions(draft), faults);
        if (!faults.isEmpty()) {
            throw Failure.invalid(faults);
        }
    }

    private static void text(String pointer, String text, int most, List<Fault> faults) {
        var name = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (text == null) {
            faults.add(new Fault(pointer, name + " is missing"));
        } else if (text.isBlank() || text.codePointCount(0, text.length()) > most) {
            faults.add(new Fault(pointer, name + " holds 1 to " + most + " characters"));
        }
    }

    private void hashtag(String hashtag, List<Fault> faults) {
        if (hashtag == null) {
            faults.add(new Fault("/hashtag", "hashtag is missing: say under which hashtag people talk"));
        } else if (!isHashtag(Hashtags.bare(hashtag))) {
            faults.add(new Fault(
                    "/hashtag",
                    "hashtag is none by Twitter's rules: up to %d letters, digits and underscores, not digits alone"
                            .formatted(LONGEST_HASHTAG)));
        }
    }

    /** Whatever Twitter finds as one hashtag when it stands alone: the rules differ by script, and are the library's. */
    private boolean isHashtag(String bare) {
        return bare.codePointCount(0, bare.length()) <= LONGEST_HASHTAG
                && rules.read("#" + bare).entities().hashtags().stream()
                        .anyMatch(it -> it.tag().equals(bare));
    }

    private static void window(ChatDraft draft, List<Fault> faults) {
        time("/starts_at", draft.startsAt(), faults);
        time("/ends_at", draft.endsAt(), faults);
        if (draft.startsAt() == null || draft.endsAt() == null) {
            return;
        }
        if (!draft.endsAt().isAfter(draft.startsAt())) {
            faults.add(new Fault("/ends_at", "ends_at is not after starts_at"));
        } else if (Duration.between(draft.startsAt(), draft.endsAt()).compareTo(LONGEST_CHAT) > 0) {
            faults.add(new Fault("/ends_at", "a chat lasts %d days at the most".formatted(LONGEST_CHAT.toDays())));
        }
    }

    private static void time(String pointer, Instant at, List<Fault> faults) {
        var name = pointer.substring(1);
        if (at == null) {
            faults.add(new Fault(pointer, name + " is missing"));
        } else if (at.isBefore(FIRST_TWEET) || at.isAfter(FAR_AHEAD)) {
            faults.add(new Fault(pointer, name + " lies between 2006-03-21, the first tweet of all, and 2100"));
        } else if (!at.equals(at.truncatedTo(ChronoUnit.MINUTES))) {
            faults.add(new Fault(
                    pointer,
                    "%s is not a whole minute, by which a chat is counted; take %s"
                            .formatted(name, at.truncatedTo(ChronoUnit.MINUTES))));
        }
    }

    private static void host(String host, List<Fault> faults) {
        if (host != null && !PostTweet.USERNAME.matcher(host).matches()) {
            faults.add(new Fault("/host", "host holds 1 to 20 letters, digits and underscores, without the @"));
        }
    }

    private static void questions(List<Question> questions, List<Fault> faults) {
        if (questions.size() > MOST_QUESTIONS) {
            faults.add(new Fault(
                    "/questions",
                    "there are %d questions; %d are the most".formatted(questions.size(), MOST_QUESTIONS)));
            return;
        }
        var labels = new HashSet<String>();
        for (int i = 0; i < questions.size(); i++) {
            question("/questions/" + i, questions.get(i), labels, faults);
        }
    }

    private static void question(String pointer, Question question, Set<String> labels, List<Fault> faults) {
        if (question == null) {
            faults.add(new Fault(pointer, "this is null; a question has a label and a text"));
            return;
        }
        if (question.label() == null || !LABEL.matcher(question.label()).matches()) {
            faults.add(new Fault(pointer + "/label", "label is Q1 to Q99"));
        } else if (!labels.add(question.label())) {
            faults.add(new Fault(pointer + "/label", "label " + question.label() + " is given twice"));
        }
        text(pointer + "/text", question.text(), LONGEST_QUESTION, faults);
    }
}
