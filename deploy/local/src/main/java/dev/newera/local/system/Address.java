package dev.newera.local.system;

/**
 * Where a part answers.
 *
 * @param url what its clients are given
 * @param management where it tells operators of its health and figures; null for a server that has no such port
 */
public record Address(int port, String url, String management) {

    static Address of(int port, String url) {
        return new Address(port, url, null);
    }

    static Address ofService(int port, int managementPort) {
        return new Address(port, "http://127.0.0.1:" + port, "http://127.0.0.1:" + managementPort);
    }
}
