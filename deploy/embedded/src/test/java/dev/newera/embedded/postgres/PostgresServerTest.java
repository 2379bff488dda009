package dev.newera.embedded.postgres;

import static dev.newera.embedded.Durability.DURABLE;
import static dev.newera.embedded.Durability.THROW_AWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newera.embedded.Durability;
import dev.newera.embedded.Ports;
import dev.newera.embedded.Processes;
import dev.newera.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresServerTest {

    @TempDir
    Path folder;

    private PostgresServer server;

    @AfterEach
    void stop() {
        if (server != null) server.close();
    }

    @Test
    void a_started_server_answers_and_a_stopped_one_is_gone() {
        start(THROW_AWAY);
        var process = server.process().orElseThrow();
        assertThat(ask("select 'Be authentic'")).isEqualTo("Be authentic");

        server.close();

        assertThat(Processes.isRunning(process)).isFalse();
        assertThat(server.process()).isEmpty();
    }

    @Test
    void stopping_twice_is_stopping_once() {
        start(THROW_AWAY);

        server.close();
        server.close();

        assertThat(server.process()).isEmpty();
    }

    @Test
    void a_restart_finds_the_data() {
        start(DURABLE);
        keep("find your tribe");
        server.close();

        start(DURABLE);

        assertThat(kept()).isEqualTo("find your tribe");
    }

    @Test
    void a_restart_after_a_kill_finds_the_data_though_clients_were_connected() throws SQLException {
        start(DURABLE);
        keep("take risks");
        try (var client = connect()) {
            assertThat(client.isValid(1)).isTrue();
            kill();

            start(DURABLE);

            assertThat(kept()).isEqualTo("take risks");
        }
    }

    @Test
    void a_pid_file_that_names_a_stranger_is_no_obstacle() throws IOException {
        start(DURABLE);
        keep("build a network");
        kill();
        namePid(ProcessHandle.current().pid());

        start(DURABLE);

        assertThat(kept()).isEqualTo("build a network");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\0\0\0\0", "12"})
    void a_pid_file_that_was_not_written_to_its_end_is_no_obstacle(String content) throws IOException {
        start(DURABLE);
        keep("stay curious");
        server.close();
        Files.writeString(folder.resolve("data/postmaster.pid"), content);

        start(DURABLE);

        assertThat(kept()).isEqualTo("stay curious");
        assertThat(folder.resolve("data/postmaster.pid.new")).doesNotExist();
    }

    @Test
    void a_pid_file_that_cannot_be_replaced_stays_as_it_is() throws IOException {
        start(DURABLE);
        kill();
        var before = Files.readString(folder.resolve("data/postmaster.pid"));
        Files.createDirectory(folder.resolve("data/postmaster.pid.new"));

        assertThatThrownBy(() -> start(DURABLE)).isInstanceOf(StartFailure.class);

        assertThat(folder.resolve("data/postmaster.pid")).hasContent(before);
    }

    @Test
    void what_pg_ctl_says_is_told_when_the_server_logged_nothing() throws IOException {
        start(DURABLE);
        server.close();
        Files.createFile(folder.resolve("data/postmaster.pid"));
        var data = new DataFolder(folder.resolve("data"));
        var control = new Control(data, PostgresBinaries.ofThisMachine(), ServerAccount.find());

        assertThatThrownBy(() -> control.start(
                        settings(DURABLE).options(), ServerLog.at(folder.resolve("data.log")), Duration.ZERO))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("postmaster.pid\" is empty");
    }

    @Test
    void a_server_that_a_killed_run_left_is_stopped_first() {
        start(DURABLE);
        keep("be passionate");
        var left = server.process().orElseThrow();

        start(DURABLE);

        assertThat(Processes.isRunning(left)).isFalse();
        assertThat(kept()).isEqualTo("be passionate");
    }

    @Test
    void a_start_that_was_killed_while_it_made_the_data_is_made_good_by_the_next() throws IOException {
        Files.createDirectories(folder.resolve("data.new/base"));
        Files.writeString(folder.resolve("data.new/PG_VERSION"), "18\n");

        start(DURABLE);

        assertThat(ask("select 1")).isEqualTo("1");
        assertThat(folder.resolve("data.new")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void data_is_forced_to_disk_unless_it_is_thrown_away(Durability durability) {
        start(durability);

        assertThat(ask("show fsync")).isEqualTo(durability == DURABLE ? "on" : "off");
        assertThat(ask("show synchronous_commit")).isEqualTo(durability == DURABLE ? "on" : "off");
    }

    @Test
    void text_is_ordered_alike_on_every_machine() {
        start(THROW_AWAY);

        assertThat(ask("select string_agg(w, ' ' order by w) from unnest(array['b', 'É', 'a', 'B', 'é']) w"))
                .isEqualTo("B a b É é");
    }

    @ParameterizedTest
    @MethodSource("accountsThatWorkHere")
    void it_runs_under_every_account_that_it_may_choose(ServerAccount account) {
        server = PostgresServer.start(settings(DURABLE), account);
        keep("be credible");
        server.close();

        server = PostgresServer.start(settings(DURABLE), account);

        assertThat(kept()).isEqualTo("be credible");
    }

    static List<ServerAccount> accountsThatWorkHere() {
        return ServerAccount.usable();
    }

    @ParameterizedTest
    @MethodSource("accountsThatWorkHere")
    void it_is_found_also_by_root_of_a_container_who_may_not_see_what_others_run(ServerAccount account)
            throws IOException {
        server = PostgresServer.start(settings(THROW_AWAY), account);

        var found = Command.run(asRootOfAContainer(javaProgram(Find.class, folder.resolve("data"))));

        assertThat(found.output()).isEqualTo("" + server.process().orElseThrow().pid());
    }

    /** A program of its own, because only a new process can have fewer rights. */
    static final class Find {
        public static void main(String[] arguments) {
            PostgresServer.on(Path.of(arguments[0])).ifPresent(process -> System.out.println(process.pid()));
        }
    }

    @Test
    void data_that_processes_of_a_lost_server_still_use_is_told_in_the_words_of_the_server() throws IOException {
        start(DURABLE);
        var lost = server.process().orElseThrow().pid();
        namePid(999_999_999);
        var data = new DataFolder(folder.resolve("data"));
        var control = new Control(data, PostgresBinaries.ofThisMachine(), ServerAccount.find());

        try {
            assertThatThrownBy(() -> control.start(
                            settings(DURABLE).options(), ServerLog.at(folder.resolve("second.log")), Duration.ZERO))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("shared memory block")
                    .hasMessageContaining("still in use");
        } finally {
            namePid(lost);
        }
    }

    @Test
    void only_this_machine_can_connect() {
        start(THROW_AWAY);

        assertThat(ask("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask("show unix_socket_directories")).isEmpty();
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_named() throws IOException {
        Files.writeString(folder.resolve("data"), "not a folder");

        assertThatThrownBy(() -> start(DURABLE))
                .isInstanceOf(StartFailure.class)
                .hasMessage(folder.resolve("data") + " is a file; PostgreSQL needs a folder there.");
    }

    @Test
    void a_folder_of_something_else_is_left_alone() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/letter.txt"), "Dear Helen");

        assertThatThrownBy(() -> start(DURABLE))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("holds files but no PostgreSQL data");
        assertThat(folder.resolve("data/letter.txt")).hasContent("Dear Helen");
    }

    @Test
    void broken_data_is_told_in_the_words_of_the_server() throws IOException {
        start(DURABLE);
        server.close();
        Files.writeString(folder.resolve("data/PG_VERSION"), "9.6\n");

        assertThatThrownBy(() -> start(DURABLE))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("did not start")
                .hasMessageContaining("9.6");
    }

    @Test
    void a_port_in_use_is_told_in_the_words_of_the_server() {
        start(DURABLE);
        var other = new PostgresSettings(folder.resolve("other"), folder.resolve("other.log"), portOf(server), DURABLE);

        assertThatThrownBy(() -> PostgresServer.start(other))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Address already in use");
    }

    private void start(Durability durability) {
        server = PostgresServer.start(settings(durability));
    }

    private PostgresSettings settings(Durability durability) {
        return new PostgresSettings(folder.resolve("data"), folder.resolve("data.log"), Ports.free(), durability);
    }

    /** Where that can be tried; as the user who runs the tests otherwise. */
    private static List<String> asRootOfAContainer(List<String> program) {
        var lessened = new ArrayList<>(List.of("setpriv", "--bounding-set=-sys_ptrace,-sys_admin"));
        if (!works(lessened)) return program;
        lessened.addAll(program);
        return lessened;
    }

    private static boolean works(List<String> prefix) {
        try {
            return Command.run(Stream.concat(prefix.stream(), Stream.of("true")).toList())
                    .succeeded();
        } catch (IOException e) {
            return false; // There is no such program here.
        }
    }

    private static List<String> javaProgram(Class<?> main, Path argument) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                argument.toString());
    }

    private void kill() {
        var process = server.process().orElseThrow();
        process.destroyForcibly();
        assertThat(Processes.awaitEnd(process, Duration.ofSeconds(10))).isTrue();
    }

    private void keep(String words) {
        execute("create table advice(words text)");
        execute("insert into advice values ('" + words + "')");
    }

    private String kept() {
        return ask("select words from advice");
    }

    private void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private String ask(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Connection connect() throws SQLException {
        var database = server.database();
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private void namePid(long pid) throws IOException {
        var file = folder.resolve("data/postmaster.pid");
        var lines = Files.readAllLines(file);
        lines.set(0, Long.toString(pid));
        Files.write(file, lines);
    }

    private static int portOf(PostgresServer server) {
        return Integer.parseInt(server.database().jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
    }
}
