package dev.newera.local.system;

import dev.newera.embedded.Durability;
import dev.newera.embedded.Ports;
import dev.newera.embedded.kafka.KafkaMain;
import dev.newera.embedded.kafka.KafkaSettings;
import dev.newera.embedded.postgres.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The four parts of the system, each with its address, knowing those of the others that it needs. */
public record Parts(Part postgres, Part kafka, Part chatApi, Part taggingWorker) {

    /**
     * Those of a run on the folder. All ports but chat-api's are free ones; they stay the same for as long as the run
     * goes on, so a part that is started again is found by the others.
     *
     * @param checkout the folder that the services were built in
     */
    public static Parts of(DataHome home, Path checkout, int httpPort) {
        var ports = Ports.free(6);
        var postgres = new PostgresPart(
                new PostgresSettings(home.postgres(), home.log("postgres"), ports.get(0), Durability.DURABLE));
        var kafka = new KafkaSettings(home.kafka(), ports.get(1), ports.get(2));
        var services = new Services(home, checkout, postgres.database(), kafka.bootstrapServers());
        return new Parts(
                postgres,
                broker(home, checkout, kafka),
                services.chatApi(httpPort, ports.get(3)),
                services.taggingWorker(ports.get(4), ports.get(5)));
    }

    /** Servers first. */
    List<Part> all() {
        return List.of(postgres, kafka, chatApi, taggingWorker);
    }

    private static Part broker(DataHome home, Path checkout, KafkaSettings settings) {
        var arguments = List.of(
                "-Djava.util.logging.SimpleFormatter.format=%1$tF %1$tT.%1$tL %4$s %5$s (%3$s)%6$s%n",
                "-cp",
                checkout.resolve("deploy/local/target/local.jar").toString(),
                KafkaMain.class.getName(),
                settings.data().toString(),
                "" + settings.port(),
                "" + settings.controllerPort());
        var address = Address.of(settings.port(), settings.bootstrapServers());
        return JvmPart.of("kafka", address, home, arguments, Map.of(), process -> announced(settings, process));
    }

    private static boolean announced(KafkaSettings settings, ProcessHandle process) {
        try {
            return Files.readString(KafkaMain.readyFile(settings.data())).equals(Long.toString(process.pid()));
        } catch (IOException e) {
            return false; // Not yet.
        }
    }
}
