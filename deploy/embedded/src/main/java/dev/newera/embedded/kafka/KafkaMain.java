package dev.newera.embedded.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Runs a broker as the process of its own that it is: {@code KafkaMain DATA PORT CONTROLLER_PORT}. When it answers, with
 * every topic in place, it writes its process id to {@code DATA/ready}. SIGTERM stops it in good order.
 */
public final class KafkaMain {

    private KafkaMain() {}

    public static void main(String[] arguments) throws IOException {
        var data = Path.of(arguments[0]);
        var settings = new KafkaSettings(data, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        var broker = KafkaBroker.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-stop"));
        announce(readyFile(data));
        broker.await();
    }

    /** Holds the process id of the broker that was ready last on this data. */
    public static Path readyFile(Path data) {
        return data.resolve("ready");
    }

    /** Moved into place, so that nobody reads half a number. */
    private static void announce(Path ready) throws IOException {
        var draft = ready.resolveSibling("ready.new");
        Files.writeString(draft, Long.toString(ProcessHandle.current().pid()));
        Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
