package dev.newera.tagging.http;

import dev.newera.tagging.CurrentTagger;
import dev.newera.tagging.Tagger;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the worker would say of a text, asked for and forgotten: for trying a codebook. */
@Path("/v1/analyses")
public class Analyses {

    private final CurrentTagger current;

    Analyses(CurrentTagger current) {
        this.current = current;
    }

    /** Bytes, parsed by our own strict reader: the platform's would take what the API refuses, such as duplicate keys. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public AnalysisView analyse(byte[] body) {
        var wanted = AnalysisRequest.of(body);
        return AnalysisView.of(tagger(wanted).tag(wanted.text()));
    }

    private Tagger tagger(AnalysisRequest wanted) {
        var tagger = current.now()
                .orElseThrow(() -> Problem.unavailable("The worker holds no codebook yet: try again soon."));
        int held = tagger.codebook().version();
        if (wanted.codebookVersion() != null && wanted.codebookVersion() != held) {
            throw Problem.unprocessable(
                    "/codebook_version",
                    "version " + wanted.codebookVersion() + " is not here; this worker holds version " + held);
        }
        return tagger;
    }
}
