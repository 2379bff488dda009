package dev.newera.embedded;

/** How a client reaches a database: its JDBC URL, and the user who owns it. */
public record Database(String jdbcUrl, String user, String password) {

    /** The name of the database, its owner and the owner's password: the servers are open to this machine only. */
    public static final String NAME = "newera";

    public static Database at(int port) {
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, NAME, NAME);
    }
}
