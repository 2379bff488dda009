package dev.newera.kubernetes;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.certmanager.api.model.v1.Certificate;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Looks at every field of every object. A kind of which no schema is known is wrong as well: it would be checked by nobody.
 */
final class Schemas {

    private static final Map<String, List<Schema>> MODELS = Map.ofEntries(
            kubernetes("v1/ConfigMap", ConfigMap.class, V1ConfigMap::validateJsonElement),
            kubernetes("v1/Namespace", Namespace.class, V1Namespace::validateJsonElement),
            kubernetes("v1/Service", Service.class, V1Service::validateJsonElement),
            kubernetes("v1/ServiceAccount", ServiceAccount.class, V1ServiceAccount::validateJsonElement),
            kubernetes("apps/v1/Deployment", Deployment.class, V1Deployment::validateJsonElement),
            kubernetes("apps/v1/StatefulSet", StatefulSet.class, V1StatefulSet::validateJsonElement),
            kubernetes("batch/v1/Job", Job.class, V1Job::validateJsonElement),
            kubernetes(
                    "autoscaling/v2/HorizontalPodAutoscaler",
                    HorizontalPodAutoscaler.class,
                    V2HorizontalPodAutoscaler::validateJsonElement),
            kubernetes("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class, V1NetworkPolicy::validateJsonElement),
            kubernetes(
                    "policy/v1/PodDisruptionBudget",
                    PodDisruptionBudget.class,
                    V1PodDisruptionBudget::validateJsonElement),
            other("gateway.networking.k8s.io/v1/Gateway", Gateway.class),
            other("gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class),
            other("cert-manager.io/v1/Certificate", Certificate.class),
            other("kafka.strimzi.io/v1/Kafka", Kafka.class),
            other("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
            other("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
            other("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class));

    private final Map<String, List<Schema>> all = new HashMap<>(MODELS);

    Schemas() {
        CustomResources.schemas().forEach((type, schema) -> all.put(type, List.of(schema)));
    }

    Stream<Complaint> check(Manifests manifests) {
        return manifests.all().stream().flatMap(manifest -> wrong(manifest).map(manifest::complain));
    }

    private Stream<String> wrong(Manifest manifest) {
        if (!all.containsKey(manifest.type())) return Stream.of("no schema is known of " + manifest.type());
        var empty = nodes(manifest.tree()).anyMatch(JsonNode::isNull)
                ? Stream.of("a value is empty")
                : Stream.<String>empty();
        return Stream.concat(empty, all.get(manifest.type()).stream().flatMap(schema -> schema.wrong(manifest.tree())));
    }

    private static Stream<JsonNode> nodes(JsonNode tree) {
        return Stream.concat(
                Stream.of(tree), StreamSupport.stream(tree.spliterator(), false).flatMap(Schemas::nodes));
    }

    private static Map.Entry<String, List<Schema>> kubernetes(
            String type, Class<?> model, RequiredFields.Validation validation) {
        return entry(type, List.of(new ModelSchema(model), new RequiredFields(validation)));
    }

    private static Map.Entry<String, List<Schema>> other(String type, Class<?> model) {
        return entry(type, List.of(new ModelSchema(model)));
    }
}
