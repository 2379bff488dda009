package dev.newera.tagging.kafka;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * That a tweet is tagged, as a step of the trace that its event names. While nobody collects traces, those of others are handed on as
 * they are, and nothing else is done.
 */
@Singleton
final class Traces {

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<String> TRACE = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String trace) {
            return Set.of(EventHeaders.TRACE);
        }

        @Override
        public String get(String trace, String key) {
            return EventHeaders.TRACE.equals(key) ? trace : null;
        }
    };

    private final Tracer tracer;
    private final boolean off;

    Traces(OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.tracer = telemetry.getTracer("dev.newera.tagging");
        this.off = off;
    }

    /** Does the work, which goes on in the step's name, and ends the step when the work is done. */
    Uni<Void> traced(Request request, Function<Request, Uni<Void>> work) {
        if (off || request.trace() == null) return work.apply(request);
        var parent = W3C.extract(Context.root(), request.trace(), TRACE);
        var span = tracer.spanBuilder("process tweet")
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        return work.apply(request.within(written(parent.with(span))))
                .onTermination()
                .invoke(() -> span.end());
    }

    private static String written(Context context) {
        Map<String, String> headers = new HashMap<>();
        W3C.inject(context, headers, Map::put);
        return headers.get(EventHeaders.TRACE);
    }
}
