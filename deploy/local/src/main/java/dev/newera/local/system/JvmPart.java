package dev.newera.local.system;

import dev.newera.embedded.Processes;
import dev.newera.embedded.StartFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A part that is a Java program. */
final class JvmPart implements Part {

    /** Services drain for up to ten seconds; a broker writes out its logs. */
    private static final Duration TIME_TO_END = Duration.ofSeconds(20);

    private static final File NOTHING = new File("/dev/null");

    private final String name;
    private final Address address;
    private final ProcessBuilder program;
    private final Predicate<ProcessHandle> readiness;
    private Optional<ProcessHandle> process = Optional.empty();

    private JvmPart(String name, Address address, ProcessBuilder program, Predicate<ProcessHandle> readiness) {
        this.name = name;
        this.address = address;
        this.program = program;
        this.readiness = readiness;
    }

    /**
     * A part that runs the Java of this process with the given arguments.
     *
     * @param home the data folder: its path stands in the command line, by which a later run knows its own
     */
    static JvmPart of(
            String name,
            Address address,
            DataHome home,
            List<String> arguments,
            Map<String, String> environment,
            Predicate<ProcessHandle> readiness) {
        var command = new ArrayList<>(java(home.path()));
        command.addAll(arguments);
        var program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log(name).toFile()));
        program.environment().putAll(environment);
        return new JvmPart(name, address, program, readiness);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public void start() {
        try {
            process = Optional.of(program.start().toHandle());
        } catch (IOException e) {
            throw new StartFailure(name + " could not be started: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<ProcessHandle> process() {
        return process.filter(Processes::isRunning);
    }

    @Override
    public boolean isReady() {
        return process().filter(readiness).isPresent();
    }

    @Override
    public void stop() {
        process().ifPresent(running -> end(running, TIME_TO_END));
    }

    /** By SIGTERM; by SIGKILL if that does not do it in time. */
    static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (Processes.awaitEnd(process, patience)) return;
        process.destroyForcibly();
        Processes.awaitEnd(process, patience);
    }

    private static List<String> java(Path home) {
        return List.of(
                // A Ctrl-C reaches every process of the terminal. These leave it to the launcher, which stops them in
                // order; a JVM takes over that it shall ignore a signal.
                "/bin/sh",
                "-c",
                "trap '' INT HUP; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                DataHome.mark(home),
                // A laptop's system starts in half the time so, and needs no more.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m");
    }
}
