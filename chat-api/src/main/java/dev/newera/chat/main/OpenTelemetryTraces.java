package dev.newera.chat.main;

import dev.newera.chat.Traces;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Traces for whoever collects them by OpenTelemetry. */
final class OpenTelemetryTraces implements Traces {
    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final String TRACEPARENT = "traceparent";
    private static final TextMapGetter<String> TRACE = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String trace) {
            return Set.of(TRACEPARENT);
        }

        @Override
        public String get(String trace, String key) {
            return TRACEPARENT.equals(key) ? trace : null;
        }
    };

    private final Tracer tracer;

    OpenTelemetryTraces(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("dev.newera.chat");
    }

    @Override
    public boolean areKept() {
        return true;
    }

    @Override
    public String current() {
        var span = Span.current();
        return span.getSpanContext().isSampled() ? written(Context.current()) : null;
    }

    @Override
    public Step begin(String what, Role role, String trace) {
        var parent = W3C.extract(Context.root(), trace, TRACE);
        var span = tracer.spanBuilder(what)
                .setParent(parent)
                .setSpanKind(SpanKind.valueOf(role.name()))
                .startSpan();
        return new SpanStep(span, written(parent.with(span)));
    }

    private static String written(Context context) {
        Map<String, String> headers = new HashMap<>();
        W3C.inject(context, headers, Map::put);
        return headers.get(TRACEPARENT);
    }

    private record SpanStep(Span span, String trace) implements Step {
        @Override
        public void end() {
            span.end();
        }
    }
}
