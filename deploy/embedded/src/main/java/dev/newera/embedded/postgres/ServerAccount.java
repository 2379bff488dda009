package dev.newera.embedded.postgres;

import dev.newera.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;

/**
 * The account that the server runs under. PostgreSQL refuses root, so for root this is either root seen from a user
 * namespace, where it has no name and no power, or the account {@code nobody}.
 */
final class ServerAccount {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    /** Nobody may pass through folders that are closed to others (root's own home), and has no other right of root. */
    private static final List<String> NOBODY = List.of(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--inh-caps=-all,+dac_override",
            "--ambient-caps=+dac_override",
            "--bounding-set=-all,+dac_override",
            "--no-new-privs");

    private final List<String> prefix;

    private ServerAccount(List<String> prefix) {
        this.prefix = prefix;
    }

    /** The first that works here, tried by running something. */
    static ServerAccount find() {
        if (!"0".equals(userIdAs(List.of()))) return new ServerAccount(List.of());
        return List.of(NAMESPACE, NOBODY).stream()
                .filter(prefix -> isUnprivileged(userIdAs(prefix)))
                .map(ServerAccount::new)
                .findFirst()
                .orElseThrow(() -> new StartFailure("PostgreSQL refuses to run as root, and neither `unshare -U` nor"
                        + " `setpriv` works here: run as an ordinary user."));
    }

    static ServerAccount nobody() {
        return new ServerAccount(NOBODY);
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

    private static boolean isUnprivileged(String userId) {
        return !userId.isEmpty() && !userId.equals("0");
    }

    private static String userIdAs(List<String> prefix) {
        try {
            var id = Command.run(new ServerAccount(prefix).command(List.of("id", "-u")));
            return id.succeeded() ? id.output() : "";
        } catch (IOException e) {
            return ""; // There is no such program here.
        }
    }
}
