package dev.newera.chat.http;

import dev.newera.chat.ChatSession;
import dev.newera.chat.Codebook;
import dev.newera.chat.Proceedings.Entry;
import dev.newera.chat.Proceedings.Section;
import dev.newera.chat.Question;
import dev.newera.chat.TranscriptForm;
import dev.newera.chat.Tweet;
import dev.newera.chat.http.Views.TweetView;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** A transcript for programs: a JSON object a line, each tweet as the API shows it everywhere, with its place. */
final class NdjsonTranscript implements TranscriptForm {
    private final OutputStream out;
    private String question;
    private int thread;

    NdjsonTranscript(OutputStream out) {
        this.out = out;
    }

    /** {@code taggedBy} is null while no tagger has answered; today every tagger is a machine. */
    private record LineView(
            String question, String placedBy, int thread, int depth, String taggedBy, TweetView tweet) {}

    @Override
    public void begin(ChatSession chat, Codebook codebook) {}

    @Override
    public void section(Section section) {
        question = section.question().map(Question::label).orElse(null);
    }

    @Override
    public void tweet(Tweet tweet, Entry entry) throws IOException {
        thread += entry.depth() == 0 ? 1 : 0;
        var placedBy = entry.how().name().toLowerCase(Locale.ROOT);
        var taggedBy = tweet.tagging().codebookVersion() > 0 ? "machine" : null;
        out.write(Json.bytes(new LineView(question, placedBy, thread, entry.depth(), taggedBy, TweetView.of(tweet))));
        out.write('\n');
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
