package dev.newera.kubernetes;

import static dev.newera.kubernetes.Manifest.each;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics, and who may do what with them, are those of docs/events/asyncapi.yaml. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventContractTest {

    private static final EventContract CONTRACT = EventContract.read();

    @Test
    void production_has_the_topics_of_the_contract() {
        var topics = Overlay.PRODUCTION.manifests().of("KafkaTopic").map(EventContractTest::topic);

        assertThat(topics).containsExactlyInAnyOrderElementsOf(CONTRACT.topics());
    }

    @Test
    void the_demo_has_them_too_with_as_many_copies_as_it_has_brokers() {
        var topics = Overlay.DEMO
                .manifests()
                .of("ConfigMap")
                .flatMap(map -> map.text("/data/topics").lines());

        assertThat(topics)
                .containsExactlyInAnyOrderElementsOf(
                        CONTRACT.topics().stream().map(Topic::line).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat-api", "tagging-worker"})
    void a_service_may_do_with_topics_what_the_contract_says_that_it_does(String service) {
        var granted = acls(service)
                .filter(acl -> acl.at("/resource/type").asText().equals("topic"))
                .collect(Collectors.toMap(
                        acl -> acl.at("/resource/name").asText(),
                        EventContractTest::operations,
                        (a, b) -> a,
                        TreeMap::new));

        assertThat(granted).isEqualTo(CONTRACT.rights(service));
    }

    private static Topic topic(Manifest manifest) {
        var settings = Manifest.map(manifest.at("/spec/config"));
        return new Topic(
                manifest.name(),
                manifest.at("/spec/partitions").asInt(),
                manifest.at("/spec/replicas").asInt(),
                new TreeMap<>(settings));
    }

    private static Stream<JsonNode> acls(String user) {
        return Overlay.PRODUCTION
                .manifests()
                .of("KafkaUser")
                .filter(manifest -> manifest.name().equals(user))
                .flatMap(manifest -> each(manifest.at("/spec/authorization/acls")));
    }

    private static Set<String> operations(JsonNode acl) {
        return each(acl.path("operations")).map(JsonNode::asText).collect(Collectors.toSet());
    }
}
