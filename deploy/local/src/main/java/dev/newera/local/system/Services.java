package dev.newera.local.system;

import dev.newera.embedded.Database;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The two services as they are packaged, and the environment that tells them where they are. */
record Services(DataHome home, Path checkout, Database database, String bootstrapServers) {

    Part chatApi(int port, int managementPort) {
        return service(
                "chat-api",
                port,
                managementPort,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME", database.user(),
                        "QUARKUS_DATASOURCE_PASSWORD", database.password()));
    }

    Part taggingWorker(int port, int managementPort) {
        return service("tagging-worker", port, managementPort, Map.of());
    }

    private Part service(String name, int port, int managementPort, Map<String, String> needs) {
        var environment = new HashMap<>(needs);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", "" + port);
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", "" + managementPort);
        var jar = checkout.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        var health = new Health(managementPort);
        return JvmPart.of(
                name,
                Address.ofService(port, managementPort),
                home,
                List.of("-jar", jar.toString()),
                environment,
                process -> health.isReady());
    }
}
