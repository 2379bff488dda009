package dev.newera.chat.http.pages;

import dev.newera.chat.Question;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates under {@code templates/pages}; what stands in them is checked against these parameters by the build. */
@CheckedTemplate(basePath = "pages")
final class Templates {
    private Templates() {}

    static native TemplateInstance transcript$begin(
            String title, String hashtag, String window, String host, String codebook, RawString style);

    static native TemplateInstance transcript$section(Question question, String askedAt, int tweets);

    static native TemplateInstance transcript$tweet(
            String id,
            boolean isReply,
            String parent,
            int depth,
            String name,
            String username,
            String at,
            String time,
            String reason,
            List<Mark> marks,
            List<Chip> chips,
            int codebookVersion);

    static native TemplateInstance report(ReportPage page, RawString style);
}
