package dev.newera.chat.http.pages;

import dev.newera.chat.ChatSession;
import dev.newera.chat.Codebook;
import dev.newera.chat.Proceedings.Entry;
import dev.newera.chat.Proceedings.Section;
import dev.newera.chat.TranscriptForm;
import dev.newera.chat.Tweet;
import io.quarkus.qute.TemplateInstance;
import java.io.IOException;
import java.io.Writer;

/** A transcript as a page. It is written fragment by fragment, so that a browser can begin to read a long one. */
public final class HtmlTranscript implements TranscriptForm {
    /** Deeper answers are indented no further: on a phone, nothing would be left of the line. */
    private static final int DEEPEST = 5;

    private final Writer writer;
    private ChatSession chat;
    private Palette palette;
    private boolean inSection;

    /** The writer is flushed at the end, and left open. */
    public HtmlTranscript(Writer writer) {
        this.writer = writer;
    }

    private void write(TemplateInstance fragment) throws IOException {
        writer.append(fragment.render());
    }

    @Override
    public void begin(ChatSession told, Codebook codebook) throws IOException {
        chat = told;
        palette = new Palette(codebook);
        write(Templates.transcript$begin(
                chat.title(), chat.hashtag(), Words.window(chat), chat.host(), codebook.title(), Style.SHEET));
    }

    @Override
    public void section(Section section) throws IOException {
        endSection();
        inSection = true;
        write(Templates.transcript$section(
                section.question().orElse(null),
                section.askedAt().map(at -> Words.time(at, chat)).orElse(null),
                section.entries().size()));
    }

    private void endSection() throws IOException {
        if (inSection) {
            writer.append("</section>\n");
        }
    }

    @Override
    public void tweet(Tweet tweet, Entry entry) throws IOException {
        write(Templates.transcript$tweet(
                tweet.id().toString(),
                tweet.inReplyTo().isPresent(),
                entry.answers().map(Object::toString).orElse(null),
                Math.min(entry.depth(), DEEPEST),
                Words.name(tweet.author()),
                tweet.author().username(),
                Words.exact(tweet.createdAt()),
                Words.time(tweet.createdAt(), chat),
                Words.reason(entry.how()),
                Mark.all(Segment.of(tweet.text(), tweet.themes()), palette),
                Chip.all(tweet, palette),
                tweet.tagging().codebookVersion()));
    }

    @Override
    public void end() throws IOException {
        endSection();
        writer.append("</main>\n</body>\n</html>\n");
        writer.flush();
    }
}
