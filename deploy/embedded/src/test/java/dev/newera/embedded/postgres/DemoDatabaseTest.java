package dev.newera.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Kubernetes demo asks of its PostgreSQL's initdb, asked of the one that is here. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemoDatabaseTest {

    private static final Path MANIFEST = Path.of("../kubernetes/overlays/demo/postgres.yaml");

    @TempDir
    Path folder;

    @Test
    void initdb_makes_the_demos_database() throws IOException {
        var initdb = initdb(arguments());

        assertThat(initdb.output()).contains("locale provider:   builtin", "default collation: C.UTF-8");
        assertThat(initdb.succeeded()).as(initdb.output()).isTrue();
    }

    private Command initdb(List<String> arguments) throws IOException {
        var account = ServerAccount.find();
        var data = Files.createDirectory(folder.resolve("data"));
        account.give(data);
        var command = new ArrayList<>(
                List.of(PostgresBinaries.ofThisMachine().program("initdb"), "--pgdata=" + data, "--no-sync"));
        command.addAll(arguments);
        return Command.run(account.command(command));
    }

    private static List<String> arguments() throws IOException {
        var value = Pattern.compile("name: POSTGRES_INITDB_ARGS\\s+value: (.+)").matcher(Files.readString(MANIFEST));
        assertThat(value.find()).as("the manifest sets POSTGRES_INITDB_ARGS").isTrue();
        return List.of(value.group(1).split(" "));
    }
}
