package dev.newera.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newera.local.Replica;
import dev.newera.local.faults.Fault.Strike;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Services of different versions side by side, as in each rolling update. What an older one does not say yet, and what a
 * newer one says more, is tried by events of such shapes; two builds, one of them in another checkout, by themselves.
 */
final class Versions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TWEETS = "chat.tweets.v1";
    private static final String TAGGINGS = "chat.taggings.v1";
    private static final List<String> TWEETS_NEED =
            List.of("id", "revision", "text", "author", "created_at", "posted_at");
    private static final int SOME = 5;

    private Versions() {}

    /** The worker tags what says less than it could, and what says more than it knows; nothing comes out differently. */
    static Strike ofChatApi() {
        return trial -> {
            atRest(trial);
            var before = trial.store().everything();
            long answersBefore = trial.events().count(TAGGINGS);
            for (var tweet : some(trial)) {
                say(trial, TWEETS, tweet, state -> state.retain(TWEETS_NEED));
                say(trial, TWEETS, tweet, Versions::addUnknown);
            }
            trial.events().awaitRead(TWEETS, "tagging-worker");
            trial.events().awaitRead(TAGGINGS, "chat-api");
            assertThat(trial.events().count(TAGGINGS) - answersBefore).isEqualTo(2 * SOME);
            assertThat(trial.store().everything()).isEqualTo(before);
            trial.load().goOn();
        };
    }

    /** A newer tagger's word replaces an older one's, never the other way round, and may hold themes of its own. */
    static Strike ofTheWorker() {
        return trial -> {
            atRest(trial);
            for (var tweet : some(trial)) {
                trial.taggedAgain().add("tagged " + tweet);
                say(trial, TAGGINGS, tweet, Versions::makeNewer);
                say(trial, TAGGINGS, tweet, Versions::makeOlder);
            }
            trial.events().awaitRead(TAGGINGS, "chat-api");
            for (var tweet : some(trial)) {
                assertThat(trial.store().themes(tweet)).contains("joy");
                assertThat(trial.system().chatApi().get("/v1/tweets/" + tweet).statusCode())
                        .isEqualTo(200);
            }
            assertThat(trial.system().chatApi().get("/v1/themes").statusCode()).isEqualTo(200);
            trial.load().goOn();
        };
    }

    /** Each service of the other build serves with, and then instead of, the one of this build. */
    static Strike sideBySide(Path other) {
        return trial -> {
            try (var chat = Replica.of(trial.system(), other, "chat-api").awaitReady();
                    var worker =
                            Replica.of(trial.system(), other, "tagging-worker").awaitReady()) {
                trial.load().moveTo(chat::url);
                trial.postAndTag();
                without("tagging_worker", trial, () -> {
                    trial.load().moveTo(trial.system().chatApi()::url);
                    trial.postAndTag();
                });
                worker.terminate();
                trial.load().moveTo(chat::url);
                without("chat_api", trial, trial::postAndTag);
                trial.load().moveTo(trial.system().chatApi()::url);
            }
        };
    }

    private static void without(String service, Trial trial, Trial.Step step) throws Exception {
        trial.system().putDown(service);
        try {
            step.happens();
        } finally {
            trial.system().release(service);
        }
        trial.system().awaitReady(service);
    }

    private static void atRest(Trial trial) {
        trial.load().awaitAcknowledged(SOME);
        trial.load().rest();
        trial.awaitWhole();
    }

    private static List<String> some(Trial trial) {
        return trial.ledger().acknowledged().values().stream()
                .sorted()
                .limit(SOME)
                .toList();
    }

    /** The newest event of the tweet, with a change. */
    private static void say(Trial trial, String topic, String tweet, Consumer<ObjectNode> change) throws Exception {
        trial.events().sendChanged(topic, tweet, value -> {
            var state = (ObjectNode) JSON.readTree(value);
            change.accept(state);
            return JSON.writeValueAsBytes(state);
        });
    }

    private static void makeNewer(ObjectNode tagging) {
        tagging.withObject("/tagger").put("version", "999.1");
        ((ArrayNode) tagging.path("tags"))
                .add(tagging.objectNode().put("theme", "joy").put("score", 0.9))
                .forEach(tag -> ((ObjectNode) tag).withArray("/evidence"));
        addUnknown(tagging);
    }

    private static void makeOlder(ObjectNode tagging) {
        tagging.withObject("/tagger").put("version", "0.1");
        tagging.path("tags").findParents("weight").forEach(evidence -> ((ObjectNode) evidence).remove("weight"));
    }

    /** In every object, as the contract allows. */
    private static void addUnknown(JsonNode node) {
        node.forEach(Versions::addUnknown);
        if (node instanceof ObjectNode object) object.putObject("mood").put("of", "the future");
    }
}
