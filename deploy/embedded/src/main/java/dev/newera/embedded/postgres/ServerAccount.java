package dev.newera.embedded.postgres;

import dev.newera.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The account that the server runs under. PostgreSQL refuses root, so for root this is either root seen from a user
 * namespace, where it has no name and no power, or the account {@code nobody}.
 */
final class ServerAccount {

    private static final List<String> OWN = List.of();
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    /** Nobody may pass through folders that are closed to others (root's own home), and has no other right of root. */
    private static final List<String> NOBODY = List.of(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            // Otherwise access(2), by which PostgreSQL looks for its own programs, ignores what is granted here.
            "--securebits=+no_setuid_fixup",
            "--inh-caps=-all,+dac_override",
            "--ambient-caps=+dac_override",
            "--bounding-set=-all,+dac_override",
            "--no-new-privs");

    private final List<String> prefix;

    private ServerAccount(List<String> prefix) {
        this.prefix = prefix;
    }

    static ServerAccount find() {
        return usable().stream()
                .findFirst()
                .orElseThrow(() -> new StartFailure("PostgreSQL refuses to run as root, and neither `unshare -U` nor"
                        + " `setpriv` works here: run as an ordinary user."));
    }

    /** Those that work here, found by trying; the best first. */
    static List<ServerAccount> usable() {
        return Stream.of(OWN, NAMESPACE, NOBODY)
                .filter(ServerAccount::isUnprivileged)
                .map(ServerAccount::new)
                .toList();
    }

    /** The command line that runs a program under this account. */
    List<String> command(List<String> program) {
        var command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    /** Gives a file or folder that this process made to the account, where the account is another one. */
    void give(Path path) throws IOException {
        if (prefix.equals(NOBODY)) Files.setOwner(path, nobodyAsOwner());
    }

    private static UserPrincipal nobodyAsOwner() throws IOException {
        return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("65534");
    }

    private static boolean isUnprivileged(List<String> prefix) {
        try {
            var id = Command.run(new ServerAccount(prefix).command(List.of("id", "-u")));
            return id.succeeded() && !id.output().equals("0");
        } catch (IOException e) {
            return false; // There is no such program here.
        }
    }
}
