package dev.newera.embedded.junit;

import static org.apache.kafka.clients.CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.embedded.kafka.Topic;
import dev.newera.embedded.kafka.Topics;
import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** These tests have the backbone that any module gets, because the listener is on their class path. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BackboneListenerTest {

    @Test
    void the_properties_for_quarkus_name_a_database_that_answers() throws Exception {
        try (var connection = DriverManager.getConnection(
                System.getProperty("quarkus.datasource.jdbc.url"),
                System.getProperty("quarkus.datasource.username"),
                System.getProperty("quarkus.datasource.password"))) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }

    @Test
    void the_properties_for_quarkus_name_a_broker_that_has_every_topic_of_the_contract() throws Exception {
        try (var admin = admin("kafka.bootstrap.servers")) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.ofContract().stream().map(Topic::name).toList());
        }
    }

    @Test
    void the_packaged_service_is_told_of_the_same_broker() throws Exception {
        try (var given = admin("kafka.bootstrap.servers");
                var handedOn = admin("quarkus.test.env.KAFKA_BOOTSTRAP_SERVERS")) {
            assertThat(handedOn.describeCluster().clusterId().get())
                    .isEqualTo(given.describeCluster().clusterId().get());
        }
    }

    private static Admin admin(String property) {
        return Admin.create(Map.of(BOOTSTRAP_SERVERS_CONFIG, System.getProperty(property)));
    }
}
