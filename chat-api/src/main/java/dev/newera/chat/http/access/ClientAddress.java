package dev.newera.chat.http.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An address as far as it tells clients apart. Each proxy adds to X-Forwarded-For whom it hears, at its end; what stands there before,
 * the client has written. So with so many proxies in front as the operator says, it is so many places from the end that can be
 * believed. Quarkus's own {@code quarkus.http.proxy} takes the first place, which is whatever a client likes.
 */
final class ClientAddress {
    private static final int NETWORK_BYTES = 8;

    /** Some proxies write the port too: every connection would be another client. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]*)](?::\\d+)?|([0-9.]+):\\d+");

    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]+(?:%.*)?");

    private ClientAddress() {}

    /**
     * @param peer whom the connection comes from
     * @param forwarded X-Forwarded-For, several lines joined by commas; null if it is not there
     */
    static String of(String peer, String forwarded, int proxies) {
        return network(proxies == 0 || forwarded == null ? peer : fromTheEnd(forwarded.split(",", -1), proxies));
    }

    private static String fromTheEnd(String[] places, int proxies) {
        return withoutPort(places[Math.max(0, places.length - proxies)].strip());
    }

    private static String withoutPort(String place) {
        var found = WITH_PORT.matcher(place);
        if (!found.matches()) {
            return place;
        }
        return found.group(1) != null ? found.group(1) : found.group(2);
    }

    /** Whoever has one address of IPv6 has a whole network of them, and could come by another each time. */
    private static String network(String literal) {
        try {
            // What is no literal would be looked up.
            return IPV6.matcher(literal).matches() && InetAddress.getByName(literal) instanceof Inet6Address address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                    : literal;
        } catch (UnknownHostException nonsense) {
            return literal;
        }
    }
}
