package dev.newera.chat.main;

import dev.newera.chat.ApiKeys;
import dev.newera.chat.IssueKey;
import dev.newera.chat.commands.Parts;
import dev.newera.chat.kafka.KafkaOperations;
import dev.newera.chat.operations.AnnouncedTweets;
import dev.newera.chat.operations.Announcing;
import dev.newera.chat.operations.DeadLetterOffice;
import dev.newera.chat.operations.Readers;
import dev.newera.chat.operations.Reconciling;
import dev.newera.chat.operations.Recounting;
import dev.newera.chat.postgres.PostgresOperations;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.Config;
import org.postgresql.ds.PGSimpleDataSource;

/** What commands work with, by the settings of the service: the same names, the same places. */
final class OperatorParts implements Parts {
    private static final String DATABASE = "quarkus.datasource.";
    private static final int PATIENCE_SECONDS = 5;

    private final Config config;

    OperatorParts(Config config) {
        this.config = config;
    }

    @Override
    public Announcing announcing() {
        return postgres().announcing();
    }

    @Override
    public Recounting recounting() {
        return postgres().recounting();
    }

    @Override
    public Reconciling reconciling() {
        return postgres().reconciling();
    }

    @Override
    public AnnouncedTweets announcedTweets() {
        return kafka().announcedTweets();
    }

    @Override
    public Readers readers() {
        return kafka().readers();
    }

    @Override
    public ApiKeys keys() {
        return postgres().keys();
    }

    @Override
    public IssueKey issueKey() {
        return new IssueKey(keys(), Clock.systemUTC(), OperatorParts::chance);
    }

    private static byte[] chance(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public DeadLetterOffice deadLetters() {
        return kafka().deadLetters();
    }

    private PostgresOperations postgres() {
        return new PostgresOperations(database());
    }

    private KafkaOperations kafka() {
        return new KafkaOperations(kafkaSettings());
    }

    /** Without the service's time limit for a statement: a recount takes as long as it takes. */
    private DataSource database() {
        var source = new PGSimpleDataSource();
        source.setUrl(setting("jdbc.url"));
        source.setUser(setting("username"));
        source.setPassword(setting("password"));
        source.setConnectTimeout(PATIENCE_SECONDS);
        source.setApplicationName("chat-api command");
        return source;
    }

    private String setting(String name) {
        return config.getOptionalValue(DATABASE + name, String.class).orElse(null);
    }

    /** As the connector reads them: every setting of Kafka's clients may be given under "kafka.". */
    private Map<String, Object> kafkaSettings() {
        var settings = new HashMap<String, Object>();
        names().forEach(name ->
                config.getOptionalValue("kafka." + name, String.class).ifPresent(value -> settings.put(name, value)));
        return settings;
    }

    private static Set<String> names() {
        var names = new TreeSet<>(AdminClientConfig.configNames());
        names.addAll(ConsumerConfig.configNames());
        names.addAll(ProducerConfig.configNames());
        return names;
    }
}
