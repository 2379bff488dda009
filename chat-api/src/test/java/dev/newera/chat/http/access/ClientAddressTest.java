package dev.newera.chat.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // with no proxy in front, the header is nobody's word
                "192.0.2.1 | 0 | -                                | 192.0.2.1",
                "192.0.2.1 | 0 | 203.0.113.9                      | 192.0.2.1",
                // one proxy has added whom it heard; what stands before, the client has written
                "10.0.0.1  | 1 | 203.0.113.9                      | 203.0.113.9",
                "10.0.0.1  | 1 | 198.51.100.7, 203.0.113.9        | 203.0.113.9",
                "10.0.0.1  | 2 | 198.51.100.7,203.0.113.9,10.0.0.2 | 203.0.113.9",
                "10.0.0.1  | 2 | 203.0.113.9                      | 203.0.113.9",
                "10.0.0.1  | 1 | -                                | 10.0.0.1",
                // a port makes no other client
                "10.0.0.1  | 1 | 203.0.113.9:51234                | 203.0.113.9",
                "10.0.0.1  | 1 | [2001:db8:1:2::7]:443            | 20010db800010002",
                "10.0.0.1  | 1 | [2001:db8:1:2::7]                | 20010db800010002",
                // nonsense is a client too, and is not looked up
                "10.0.0.1  | 1 | x.example:y                      | x.example:y",
                "10.0.0.1  | 1 | ,                                | ''",
                "10.0.0.1  | 1 | a:b                              | a:b",
                // a network of IPv6 is one client
                "2001:db8:1:2:3:4:5:6 | 0 | - | 20010db800010002",
                "2001:db8:1:2::7      | 0 | - | 20010db800010002",
                "::ffff:192.0.2.1     | 0 | - | ::ffff:192.0.2.1"
            })
    void it_is_the_last_that_can_be_believed(String peer, int proxies, String forwarded, String client) {
        assertThat(ClientAddress.of(peer, forwarded, proxies)).isEqualTo(client);
    }
}
