package dev.newera.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample in which everything is wrong: a rule that has nothing to say about it does not look. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadSampleTest {

    private static final Manifests BAD = Manifests.read(Path.of("src/test/resources/bad.yaml"));

    @ParameterizedTest
    @MethodSource
    void every_rule_complains(Rule rule) {
        assertThat(rule.complaints(BAD)).isNotEmpty();
    }

    static List<Rule> every_rule_complains() {
        return Rules.ALL;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a field that is not known, deep in a pod     | Deployment/chat-api           | runAsNonRot
                    text where a number belongs                  | Deployment/tagging-worker     | Integer
                    a number where text belongs                  | ConfigMap/chat-api            | 9092
                    a field that is required                     | Job/migration                 | `name`
                    a field that Strimzi does not know           | KafkaTopic/chat.tweets.v1     | partition
                    a field that KEDA does not know              | ScaledObject/tagging-worker   | maxReplicas
                    a number where KEDA wants text               | ScaledObject/tagging-worker   | lagThreshold
                    a field that CloudNativePG does not know     | Cluster/chat-db               | replicas
                    a field that the Gateway API does not know   | HTTPRoute/chat                | backends
                    a kind that nobody knows                     | Chat/new-era                  | no schema is known
                    """)
    void the_schemas_complain_about(String what, String about, String words) {
        assertThat(complaints(about)).as(what).anyMatch(complaint -> complaint.contains(words));
    }

    private static Stream<String> complaints(String about) {
        return new Schemas()
                .check(BAD)
                .filter(complaint -> complaint.about().toString().equals(about))
                .map(Complaint::what);
    }
}
