package dev.newera.tagging.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where what went wrong becomes a problem detail. */
final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private static final Map<Integer, String> DETAILS = Map.of(
            404, "There is nothing here: POST /v1/analyses is what this service answers.",
            405, "This method is not for this path: POST a text to /v1/analyses.",
            406, "Answers are application/json.",
            415, "Send application/json.");

    @ServerExceptionMapper
    Response of(Problem problem, UriInfo uri) {
        var view = problem.pointer() == null
                ? ProblemView.of(problem.status(), problem.getMessage(), uri.getPath())
                : ProblemView.at(problem.status(), problem.pointer(), problem.getMessage(), uri.getPath());
        var response = response(view);
        return problem.status() == 503
                ? response.header(HttpHeaders.RETRY_AFTER, 1).build()
                : response.build();
    }

    /** The platform's own refusals: unknown path, wrong method, wrong media type. */
    @ServerExceptionMapper
    Response of(WebApplicationException refusal, UriInfo uri) {
        var status = refusal.getResponse().getStatus();
        var detail = DETAILS.getOrDefault(status, "The request cannot be answered.");
        var response = response(ProblemView.of(status, detail, uri.getPath()));
        var allow = refusal.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? response.build()
                : response.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    Response of(Throwable failure, UriInfo uri) {
        LOG.errorf(failure, "A request failed. path=%s", uri.getPath());
        return response(ProblemView.of(500, "Something went wrong here; it is in the log.", uri.getPath()))
                .build();
    }

    private static Response.ResponseBuilder response(ProblemView view) {
        return Response.status(view.status()).type(ProblemView.MEDIA_TYPE).entity(view);
    }
}
