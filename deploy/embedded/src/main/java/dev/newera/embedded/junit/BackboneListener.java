package dev.newera.embedded.junit;

import dev.newera.embedded.Backbone;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts one backbone for all tests of this JVM before the first is looked for (Quarkus reads its configuration that
 * early), tells Quarkus where it is by system properties, and stops it after the last. Which kind is chosen by
 * {@link BackboneKind}. Where a datasource is configured already the tests bring their own servers, and none is started.
 */
public final class BackboneListener implements LauncherSessionListener {

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    private Optional<Backbone> backbone = Optional.empty();
    private Map<String, String> properties = Map.of();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty(JDBC_URL) != null) return;
        KafkaLogs.quieten();
        backbone = BackboneKind.chosen().start();
        properties = backbone.map(BackboneListener::properties).orElse(Map.of());
        properties.forEach(System::setProperty);
        // A test run that is interrupted closes no session.
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "backbone-stop"));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        stop();
    }

    private synchronized void stop() {
        properties.keySet().forEach(System::clearProperty);
        properties = Map.of();
        backbone.ifPresent(Backbone::close);
        backbone = Optional.empty();
    }

    private static Map<String, String> properties(Backbone backbone) {
        var database = backbone.database();
        var properties = new LinkedHashMap<String, String>();
        properties.put(JDBC_URL, database.jdbcUrl());
        properties.put("quarkus.datasource.username", database.user());
        properties.put("quarkus.datasource.password", database.password());
        properties.put("kafka.bootstrap.servers", backbone.bootstrapServers());
        // @QuarkusIntegrationTest hands on to the packaged service what begins with "quarkus.", and nothing else.
        properties.put("quarkus.test.env.KAFKA_BOOTSTRAP_SERVERS", backbone.bootstrapServers());
        return properties;
    }
}
