package dev.newera.chat.http;

import dev.newera.chat.ChatSession;
import dev.newera.chat.ReportChat;
import dev.newera.chat.http.ReportViews.ReportView;
import dev.newera.chat.http.Views.Envelope;
import dev.newera.chat.http.pages.HtmlReport;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A report as an answer: a page, or JSON for whoever wants to make a page of their own. */
@Singleton
final class Reports {
    private static final List<MediaType> FORMS = List.of(MediaType.TEXT_HTML_TYPE, MediaType.APPLICATION_JSON_TYPE);

    private final ReportChat reportChat;

    Reports(ReportChat reportChat) {
        this.reportChat = reportChat;
    }

    Response answer(ChatSession chat, HttpHeaders asked, Request request) {
        boolean page = Accepted.of(asked, FORMS).equals(MediaType.TEXT_HTML_TYPE);
        return (page ? page(chat, request) : json(chat, request))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private Response.ResponseBuilder page(ChatSession chat, Request request) {
        var html = HtmlReport.of(reportChat.of(chat)).getBytes(StandardCharsets.UTF_8);
        return Pages.secured(Answers.cacheable(request, html, "text/html;charset=UTF-8"));
    }

    private Response.ResponseBuilder json(ChatSession chat, Request request) {
        var view = ReportView.of(reportChat.of(chat));
        return Answers.cacheable(request, Json.bytes(Envelope.of(view)), MediaType.APPLICATION_JSON);
    }
}
