package dev.newera.chat.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.newera.chat.Codebook;
import dev.newera.chat.Codebooks;
import dev.newera.chat.Failure;
import dev.newera.chat.Failure.Code;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The codebooks, version by version, so that every tag can be read against the words that made it. */
@Path("/v1/codebooks/{id: [a-z0-9][a-z0-9-]{0,62}}")
@Produces(MediaType.APPLICATION_JSON)
public class CodebooksResource {
    private final Codebooks codebooks;

    CodebooksResource(Codebooks codebooks) {
        this.codebooks = codebooks;
    }

    private record CodebookView(
            String id,
            int version,
            String title,
            String publishedAt,
            @JsonRawValue String document) {
        static CodebookView of(Codebook codebook) {
            return new CodebookView(
                    codebook.id(),
                    codebook.version(),
                    codebook.title(),
                    Views.time(codebook.publishedAt()),
                    codebook.document());
        }
    }

    /** The version in force. */
    @GET
    @PermissionsAllowed("themes:read")
    public Response newest(@PathParam("id") String id, @Context Request request) {
        var codebook = codebooks.newest(id).orElseThrow(CodebooksResource::unknown);
        return Answers.cacheable(request, CodebookView.of(codebook), null).build();
    }

    /** All versions' numbers, newest first. */
    @GET
    @Path("/versions")
    @PermissionsAllowed("themes:read")
    public Response versions(@PathParam("id") String id, @Context Request request) {
        var versions = codebooks.versions(id);
        if (versions.isEmpty()) {
            throw unknown();
        }
        return Answers.cacheable(request, versions, null).build();
    }

    /** One version, as it was published. */
    @GET
    @Path("/versions/{version: [1-9][0-9]{0,8}}")
    @PermissionsAllowed("themes:read")
    public Response version(@PathParam("id") String id, @PathParam("version") int version, @Context Request request) {
        return Answers.cacheable(request, CodebookView.of(codebooks.version(id, version)), null)
                .build();
    }

    private static Failure unknown() {
        return Failure.of(Code.NOT_FOUND, "There is no codebook of this id.");
    }
}
