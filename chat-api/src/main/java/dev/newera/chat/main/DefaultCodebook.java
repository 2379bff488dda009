package dev.newera.chat.main;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.newera.chat.Codebook;
import dev.newera.chat.Codebooks;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Publishes the codebook that ships with the chat as version 1, if the chat has none. */
@ApplicationScoped
class DefaultCodebook {
    private static final Logger LOG = Logger.getLogger(DefaultCodebook.class);

    private final Codebooks codebooks;
    private final Clock clock;
    private final String id;

    DefaultCodebook(Codebooks codebooks, Clock clock, @ConfigProperty(name = "chat.tagging.codebook") String id) {
        this.codebooks = codebooks;
        this.clock = clock;
        this.id = id;
    }

    /** Before the relay looks for a codebook to announce. */
    void publishIfNone(@Observes @Priority(10) StartupEvent event) {
        if (codebooks.newest(id).isEmpty()) {
            codebooks.publish(shipped());
            LOG.infof("The default codebook is published codebookId=%s codebookVersion=%d", id, 1);
        }
    }

    private Codebook shipped() {
        try (var file = getClass().getResourceAsStream("/codebook/" + id + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException(
                        "chat.tagging.codebook=" + id + " names no codebook that is published or shipped");
            }
            var document = new YAMLMapper().readTree(file);
            return new Codebook(
                    id,
                    1,
                    document.required("title").asText(),
                    clock.instant(),
                    List.of(),
                    new ObjectMapper().writeValueAsString(document));
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped codebook cannot be read", e);
        }
    }
}
