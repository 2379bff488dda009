package dev.newera.chat.http;

import dev.newera.chat.Failure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure becomes a status, a problem and a counter. */
@Singleton
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private static final String BEARER = "Bearer realm=\"chat\"";

    static final Methods METHODS = new Methods(
            TweetsResource.class,
            ThemesResource.class,
            ChatsResource.class,
            CodebooksResource.class,
            StreamResource.class);

    private final MeterRegistry meters;

    Problems(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Status and title of each code; {@code kind} ends the problem's type. */
    private enum Kind {
        MALFORMED(400, "The request cannot be read"),
        INVALID(422, "The request breaks a rule"),
        UNAUTHENTICATED(401, "Nobody knows who asks"),
        FORBIDDEN(403, "Not allowed"),
        NOT_FOUND(404, "Not found"),
        GONE(410, "Erased"),
        CONFLICT(409, "Still being answered"),
        KEY_REUSED(422, "The idempotency key was used for something else"),
        TOO_LARGE(413, "Too large"),
        TOO_MANY(429, "Too many requests"),
        BUSY(503, "Too busy"),
        UNAVAILABLE(503, "Unavailable");

        final int status;
        final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        static Kind of(Failure.Code code) {
            return valueOf(code.name());
        }

        String type() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @ServerExceptionMapper
    Response failure(Failure failure, UriInfo uri) {
        if (failure.getCause() != null) {
            LOG.warnf("A request was refused error=%s", failure.getCause());
        }
        var problem = problem(failure, uri.getPath());
        var response = answer(problem);
        return problem.status() == 503
                ? response.header(HttpHeaders.RETRY_AFTER, failure.code() == Failure.Code.BUSY ? 1 : 5)
                        .build()
                : response.build();
    }

    /** What a failure looks like to a client; also used for the items of a batch. */
    static Problem problem(Failure failure, String instance) {
        var kind = Kind.of(failure.code());
        return Problem.of(kind.type(), kind.title, kind.status, failure.getMessage(), instance, failure.faults());
    }

    /** Nobody knows who asks. A key or token that is not good is told apart from none (RFC 6750): its owner may get another. */
    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response stranger(SecurityException stranger, UriInfo uri) {
        boolean silent = stranger instanceof UnauthorizedException;
        var failure = Failure.of(
                Failure.Code.UNAUTHENTICATED,
                silent
                        ? "Say who asks: Authorization: Bearer, and an API key or a token."
                        : "The key or token is not good: unknown, expired, revoked, or not for this chat.");
        return answer(problem(failure, uri.getPath()))
                .header(HttpHeaders.WWW_AUTHENTICATE, silent ? BEARER : BEARER + ", error=\"invalid_token\"")
                .build();
    }

    /** Whether a token is good cannot be told: its provider's signing keys are not here yet, and it does not answer. */
    @ServerExceptionMapper
    Response unjudged(OIDCException away, UriInfo uri) {
        LOG.warnf("A token cannot be judged error=%s", away);
        return failure(
                Failure.of(
                        Failure.Code.UNAVAILABLE,
                        "The identity provider cannot be reached; try again in a few seconds."),
                uri);
    }

    /** What the caller has no scope for. */
    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden, UriInfo uri, ResourceInfo asked) {
        var scope = asked.getResourceMethod()
                .getAnnotation(PermissionsAllowed.class)
                .value()[0];
        var failure = Failure.of(
                Failure.Code.FORBIDDEN,
                "This takes the scope %s, which your key or token does not have.".formatted(scope));
        return answer(problem(failure, uri.getPath()))
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        BEARER + ", error=\"insufficient_scope\", scope=\"" + scope + "\"")
                .build();
    }

    /** What the REST layer refuses by itself: unknown paths, methods, media types. */
    @ServerExceptionMapper
    Response refused(WebApplicationException refused, UriInfo uri) {
        int status = refused.getResponse().getStatus();
        if (status < 400) {
            return refused.getResponse();
        }
        var problem = plain(status, uri.getPath());
        var response = answer(problem);
        return (status == 405 ? response.header(HttpHeaders.ALLOW, METHODS.at(uri.getPath())) : response).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable error, UriInfo uri) {
        LOG.errorf(error, "A request failed unexpectedly");
        return answer(plain(500, uri.getPath())).build();
    }

    /** A problem that HTTP itself names. */
    static Problem plain(int status, String instance) {
        var known = Response.Status.fromStatusCode(status);
        var title = known == null ? "HTTP " + status : known.getReasonPhrase();
        return Problem.of("http-" + status, title, status, detail(status), instance, List.of());
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read.";
            case 404 -> "There is nothing at this path; /q/openapi lists what there is.";
            case 405 -> "This path does not take this method; the Allow header lists those it takes.";
            case 406 -> "Nothing that the Accept header asks for is given here; /q/openapi lists what is.";
            case 413 -> "The body is larger than this path takes: 64 KiB, a batch 1 MiB.";
            case 414 -> "The request line is longer than 8 KiB.";
            case 415 -> "The body's media type is not one that this path takes; send application/json.";
            case 431 -> "The headers are larger than 16 KiB.";
            default ->
                status < 500
                        ? "The request cannot be answered."
                        : "Something went wrong on this side; it has been written down.";
        };
    }

    private Response.ResponseBuilder answer(Problem problem) {
        meters.counter("chat.problems", "type", problem.type(), "status", Integer.toString(problem.status()))
                .increment();
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(Json.bytes(problem));
    }
}
