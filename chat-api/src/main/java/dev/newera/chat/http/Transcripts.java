package dev.newera.chat.http;

import dev.newera.chat.ChatSession;
import dev.newera.chat.TranscriptForm;
import dev.newera.chat.WriteTranscript;
import dev.newera.chat.http.pages.CsvTranscript;
import dev.newera.chat.http.pages.HtmlTranscript;
import dev.newera.chat.http.pages.MarkdownTranscript;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A transcript as an answer, in the form that the client accepts; streamed, however long it is. */
@Singleton
final class Transcripts {
    static final String MARKDOWN = "text/markdown";
    static final String CSV = "text/csv";
    private static final String UTF_8 = ";charset=UTF-8";
    private static final List<MediaType> FORMS = List.of(
            MediaType.TEXT_HTML_TYPE,
            MediaType.valueOf(MARKDOWN),
            MediaType.valueOf(CSV),
            MediaType.valueOf(TweetBatch.NDJSON));

    private final WriteTranscript writeTranscript;

    Transcripts(WriteTranscript writeTranscript) {
        this.writeTranscript = writeTranscript;
    }

    /** A form, as it is opened on the way out. */
    private interface Opened<T> {
        TranscriptForm on(T out) throws IOException;
    }

    Response answer(ChatSession chat, HttpHeaders asked) {
        return switch (Accepted.of(asked, FORMS).toString()) {
            case MARKDOWN ->
                text(chat, MARKDOWN + UTF_8, MarkdownTranscript::new).build();
            case CSV ->
                text(chat, CSV + UTF_8 + ";header=present", CsvTranscript::new).build();
            case TweetBatch.NDJSON ->
                answer(chat, TweetBatch.NDJSON, NdjsonTranscript::new).build();
            default ->
                Pages.secured(text(chat, MediaType.TEXT_HTML + UTF_8, HtmlTranscript::new))
                        .build();
        };
    }

    private Response.ResponseBuilder text(ChatSession chat, String type, Opened<Writer> form) {
        return answer(
                chat, type, out -> form.on(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))));
    }

    private Response.ResponseBuilder answer(ChatSession chat, String type, Opened<OutputStream> form) {
        var transcript = writeTranscript.of(chat);
        StreamingOutput body = out -> transcript.write(form.on(out));
        return Response.ok(body, type).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
}
