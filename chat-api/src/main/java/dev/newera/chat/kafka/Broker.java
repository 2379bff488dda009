package dev.newera.chat.kafka;

import dev.newera.chat.operations.Away;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Kafka for somebody who asks and goes: a client for each question, and an answer within seconds or none. */
final class Broker {
    private static final int PATIENCE_MS = 10_000;

    private final Map<String, Object> settings;

    /** @param settings as Kafka's clients take them: where it is, and how to prove who we are */
    Broker(Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put("request.timeout.ms", PATIENCE_MS);
        this.settings.put("default.api.timeout.ms", PATIENCE_MS);
    }

    /** A question. */
    interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    /** Throws {@link Away}. */
    <T> T ask(Question<T> question) {
        try (var admin = Admin.create(settings)) {
            return question.ask(admin);
        } catch (ExecutionException e) {
            throw away(e.getCause());
        } catch (KafkaException e) {
            throw away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(e);
        }
    }

    Away away(Throwable error) {
        return new Away(
                "Kafka at %s does not answer: %s".formatted(settings.get("bootstrap.servers"), error.getMessage()),
                error);
    }
}
