package dev.newera.local;

import dev.newera.embedded.Ports;
import dev.newera.embedded.StartFailure;
import dev.newera.local.chat.FirstTweets;
import dev.newera.local.chat.ImitationChat;
import dev.newera.local.system.DataHome;
import dev.newera.local.system.Leftovers;
import dev.newera.local.system.LocalSystem;
import dev.newera.local.system.Parts;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The program behind {@code deploy/local/run}: starts everything, shows the first tweets, stays until it is told to
 * stop. SIGINT and SIGTERM stop everything in good order. The exit code is 1 when something could not be started.
 */
public final class LocalRun {

    private final Options options;
    private final Path checkout;
    private final Terminal terminal;
    private volatile boolean stopping;

    private LocalRun(Options options, Path checkout, Terminal terminal) {
        this.options = options;
        this.checkout = checkout;
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        var terminal = new Terminal(System.out);
        try {
            var checkout = checkout();
            var options = Options.parse(List.of(arguments), checkout.resolve(".local"));
            System.exit(new LocalRun(options, checkout, terminal).run());
        } catch (StartFailure e) {
            terminal.print(e.getMessage());
            System.exit(1);
        }
    }

    private int run() {
        var home = DataHome.at(options.data());
        home.claim();
        new Leftovers(home, terminal::say).stop();
        if (options.fresh()) home.empty();
        requireFreePort();
        var parts = Parts.of(home, checkout, options.httpPort());
        return run(
                new LocalSystem(parts, home, terminal::say),
                parts.chatApi().address().url());
    }

    private int run(LocalSystem system, String url) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system), "stop"));
        try {
            terminal.say("Starting PostgreSQL, Kafka, chat-api and tagging-worker; data in " + options.data());
            system.start();
            var watch = new Thread(system::watch, "watch");
            watch.start();
            boolean shown = show(url);
            if (options.exit()) return shown ? 0 : 1;
            watch.join();
            return shown && stopping ? 0 : 1;
        } catch (StartFailure e) {
            // Whoever stops a run while it starts does not want to hear what that spoilt.
            if (!stopping) terminal.say(e.getMessage() + "\n" + advice());
            return 1;
        } catch (InterruptedException e) {
            return 1; // Nobody does that.
        }
    }

    private boolean show(String url) {
        var table = new FirstTweets(url, terminal::say).show(terminal.columns(), terminal.marksWords());
        terminal.print("");
        table.forEach(terminal::print);
        if (table.isEmpty()) terminal.say("The tweets were not tagged within a minute; see the log of tagging-worker.");
        else
            addresses(
                    url, options.demo() ? Optional.of(new ImitationChat(url, terminal::say).play()) : Optional.empty());
        return !table.isEmpty();
    }

    private void addresses(String url, Optional<String> imitation) {
        terminal.print("The dashboard          " + url + "/");
        imitation.ifPresent(chat -> {
            terminal.print("The imitation on it    " + url + "/?chat_id=" + chat);
            terminal.print("Its report             " + url + "/v1/chats/" + chat + "/report");
            terminal.print("Its transcript         " + url + "/v1/chats/" + chat + "/transcript");
        });
        terminal.print("Themes of the chat     " + url + "/v1/themes");
        terminal.print("Its tweets             " + url + "/v1/tweets");
        terminal.print("The API, to try out    " + url + "/q/swagger-ui");
        terminal.print("Processes, for scripts " + options.data().resolve("run.json"));
        if (!options.exit()) terminal.print("\nReady. Ctrl-C stops everything; the data is kept.");
    }

    private void stop(LocalSystem system) {
        stopping = true;
        terminal.say("Stopping chat-api and tagging-worker, then Kafka, then PostgreSQL …");
        system.stop();
        terminal.say("Stopped.");
    }

    private String advice() {
        return "If the data in " + options.data()
                + " is broken, --fresh throws it away, and --data uses another folder.";
    }

    private void requireFreePort() {
        if (!Ports.isFree(options.httpPort())) {
            throw new StartFailure("Port " + options.httpPort()
                    + " is in use: stop what listens there, or choose another" + " with --http-port.");
        }
    }

    /** This program is packaged as {@code deploy/local/target/local.jar} of it. */
    private static Path checkout() {
        try {
            var jar = Path.of(LocalRun.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.resolve("../../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
