package dev.newera.chat;

import dev.newera.chat.Proceedings.Entry;
import dev.newera.chat.Proceedings.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Someone wants to read a chat session from beginning to end: by question and thread, in a form of their choice. */
public final class WriteTranscript {
    /** Words are read this many tweets at a time; in between, only their order is held. */
    private static final int AT_ONCE = 200;

    private final Tweets tweets;
    private final Supplier<Codebook> codebook;

    /** @param codebook the one in force */
    public WriteTranscript(Tweets tweets, Supplier<Codebook> codebook) {
        this.tweets = tweets;
        this.codebook = codebook;
    }

    /**
     * Finds the order of the transcript, and everything that could be wrong with it: nothing has been written yet. Throws UNAVAILABLE.
     */
    public Transcript of(ChatSession chat) {
        var inForce = codebook.get();
        var said = new ArrayList<Said>();
        tweets.ofChat(chat, tweet -> said.add(Said.of(tweet, chat)));
        return new Transcript(chat, inForce, Proceedings.of(chat, said).sections());
    }

    /** A transcript that is ready to be written, once or several times. */
    public final class Transcript {
        private final ChatSession chat;
        private final Codebook codebook;
        private final List<Section> sections;

        private Transcript(ChatSession chat, Codebook codebook, List<Section> sections) {
            this.chat = chat;
            this.codebook = codebook;
            this.sections = sections;
        }

        /** Writes it down as the tweets stand now; those that have been erased in the meantime are left out. */
        public void write(TranscriptForm form) throws IOException {
            form.begin(chat, codebook);
            for (var section : sections) {
                form.section(section);
                write(section.entries(), form);
            }
            form.end();
        }

        private void write(List<Entry> entries, TranscriptForm form) throws IOException {
            for (int from = 0; from < entries.size(); from += AT_ONCE) {
                var some = entries.subList(from, Math.min(from + AT_ONCE, entries.size()));
                var byId = some.stream().collect(Collectors.toMap(Entry::id, Function.identity()));
                for (var tweet : tweets.all(some.stream().map(Entry::id).toList())) {
                    form.tweet(tweet, byId.get(tweet.id()));
                }
            }
        }
    }
}
