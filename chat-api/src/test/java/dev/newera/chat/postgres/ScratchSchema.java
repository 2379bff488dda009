package dev.newera.chat.postgres;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A schema of a test's own on the tests' PostgreSQL, migrated like the real one. */
final class ScratchSchema implements AutoCloseable {
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private final String name = "s" + UUID.randomUUID().toString().replace("-", "");
    private final AgroalDataSource source;

    ScratchSchema() throws SQLException {
        FLYWAY.setLevel(Level.WARNING);
        var url = System.getProperty("quarkus.datasource.jdbc.url");
        source = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(8)
                        .connectionFactoryConfiguration(server -> server.jdbcUrl(
                                        url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name)
                                .principal(new NamePrincipal(System.getProperty("quarkus.datasource.username")))
                                .credential(new SimplePassword(System.getProperty("quarkus.datasource.password"))))));
    }

    ScratchSchema migratedTo(String version) {
        Flyway.configure()
                .dataSource(source)
                .defaultSchema(name)
                .target(version)
                .load()
                .migrate();
        return this;
    }

    String name() {
        return name;
    }

    DataSource source() {
        return source;
    }

    Database database() {
        return new Database(source);
    }

    /** The rows of a statement, each as its columns joined by blanks. */
    List<String> rows(String sql) {
        return database().read(connection -> rows(connection, sql));
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (var query = connection.prepareStatement(sql);
                var rows = query.executeQuery()) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                var columns = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getString(i));
                }
                found.add(String.join(" ", columns));
            }
            return found;
        }
    }

    void run(String sql) {
        database().write(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    @Override
    public void close() {
        run("drop schema " + name + " cascade");
        source.close();
    }
}
