package dev.newera.chat.postgres;

import dev.newera.chat.Failure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.Callable;

/** Reading through Hibernate: one transaction, so one connection and one moment; a database that is away is UNAVAILABLE. */
@ApplicationScoped
class Reading {

    <T> T of(Callable<T> work) {
        try {
            return QuarkusTransaction.requiringNew().call(work);
        } catch (Failure failure) {
            throw failure;
        } catch (RuntimeException error) {
            throw sqlFailure(error);
        }
    }

    private static RuntimeException sqlFailure(RuntimeException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Database.failure(sql) instanceof Failure failure
                        ? failure
                        : Failure.invalid("", "This asks for something that the chat cannot look for.");
            }
        }
        return error;
    }
}
