package dev.newera.chat.http;

import dev.newera.chat.http.stream.Subscriber;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Hands the answer to the stream once its status and headers are set. The REST layer's own server-sent events would be written anew
 * for each client; these bytes are shared.
 */
@Provider
public class SubscriberWriter implements ServerMessageBodyWriter<Subscriber> {

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return Subscriber.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(Subscriber subscriber, Type genericType, ServerRequestContext context) {
        subscriber.open();
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Subscriber.class.isAssignableFrom(type);
    }

    /** The one above is called in its place. */
    @Override
    public void writeTo(
            Subscriber subscriber,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream) {
        subscriber.open();
    }
}
