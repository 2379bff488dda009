package dev.newera.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Takes spans as any collector of OpenTelemetry takes them: OTLP, protobuf over HTTP. */
final class TraceCollector implements AutoCloseable {

    private final HttpServer server;
    private final List<Step> steps = new CopyOnWriteArrayList<>();

    /**
     * A span.
     *
     * @param parent empty text where it has none
     */
    record Step(String service, String name, String kind, String trace, String id, String parent) {

        private static Step of(String service, Span span) {
            return new Step(
                    service,
                    span.getName(),
                    span.getKind().name().replace("SPAN_KIND_", ""),
                    hex(span.getTraceId().toByteArray()),
                    hex(span.getSpanId().toByteArray()),
                    hex(span.getParentSpanId().toByteArray()));
        }

        private static String hex(byte[] id) {
            return HexFormat.of().formatHex(id);
        }

        /** Who did what. */
        String said() {
            return service + ": " + name;
        }
    }

    TraceCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** What makes a service send its spans here, and soon. */
    Map<String, String> environment() {
        return Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
                "200ms");
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            request.getResourceSpansList().stream()
                    .flatMap(TraceCollector::steps)
                    .forEach(steps::add);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Stream<Step> steps(ResourceSpans spans) {
        var service = service(spans.getResource());
        return spans.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> Step.of(service, span));
    }

    private static String service(Resource resource) {
        return resource.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The way to that step, from the first one on, as far as it is known. */
    List<Step> wayTo(Step step) {
        return parent(step)
                .map(parent ->
                        Stream.concat(wayTo(parent).stream(), Stream.of(step)).toList())
                .orElse(List.of(step));
    }

    private Optional<Step> parent(Step step) {
        return steps.stream()
                .filter(other ->
                        other.trace().equals(step.trace()) && other.id().equals(step.parent()))
                .findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
