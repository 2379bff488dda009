package dev.newera.chat.http.pages;

import dev.newera.chat.Author;
import dev.newera.chat.ChatSession;
import dev.newera.chat.Codebook;
import dev.newera.chat.Evidence;
import dev.newera.chat.Proceedings.Entry;
import dev.newera.chat.Proceedings.Section;
import dev.newera.chat.ThemeTag;
import dev.newera.chat.TranscriptForm;
import dev.newera.chat.Tweet;
import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;

/** A transcript as Markdown (CommonMark), for notes, wikis and pull requests. */
public final class MarkdownTranscript implements TranscriptForm {
    private final Writer writer;
    private ChatSession chat;
    private Palette palette;

    /** The writer is flushed at the end, and left open. */
    public MarkdownTranscript(Writer writer) {
        this.writer = writer;
    }

    private void paragraph(String text) throws IOException {
        writer.append(text).append("\n\n");
    }

    @Override
    public void begin(ChatSession told, Codebook codebook) throws IOException {
        chat = told;
        palette = new Palette(codebook);
        paragraph("# " + Markdown.inline(chat.title()));
        var host = chat.host() == null ? "" : ", hosted by " + Markdown.inline("@" + chat.host());
        paragraph(Markdown.inline("#" + chat.hashtag()) + ", " + Words.window(chat) + host);
        paragraph(
                "Themes were tagged by machine, with the codebook “%s”.".formatted(Markdown.inline(codebook.title())));
    }

    @Override
    public void section(Section section) throws IOException {
        paragraph("## "
                + section.question()
                        .map(it -> it.label() + ": " + Markdown.inline(it.text()))
                        .orElse("Beside the questions"));
        if (section.entries().isEmpty()) {
            paragraph("*Nobody spoke to this.*");
        }
    }

    @Override
    public void tweet(Tweet tweet, Entry entry) throws IOException {
        var reason = Words.reason(entry.how());
        paragraph("%s%s · %s%s"
                .formatted(
                        entry.depth() == 0 ? "" : "↳ ",
                        who(tweet.author()),
                        Words.time(tweet.createdAt(), chat),
                        reason.isEmpty() ? "" : " · " + reason));
        paragraph(Markdown.quotation(tweet.text()));
        if (!tweet.themes().isEmpty()) {
            paragraph("Themes (machine, codebook version %d): %s"
                    .formatted(
                            tweet.tagging().codebookVersion(),
                            tweet.themes().stream().map(this::theme).collect(Collectors.joining(" · "))));
        }
    }

    private static String who(Author author) {
        var name = Words.name(author);
        var username = Markdown.inline("@" + author.username());
        return name == null ? username : "**" + Markdown.inline(name) + "** " + username;
    }

    private String theme(ThemeTag tag) {
        var evidence = tag.evidence().stream()
                .map(Evidence::text)
                .map(Markdown::inline)
                .collect(Collectors.joining("”, “", " “", "”"));
        return "*%s* %s%s"
                .formatted(
                        Markdown.inline(palette.name(tag.theme())),
                        Words.score(tag.score()),
                        tag.evidence().isEmpty() ? "" : evidence);
    }

    @Override
    public void end() throws IOException {
        writer.flush();
    }
}
