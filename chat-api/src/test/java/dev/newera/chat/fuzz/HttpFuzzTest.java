package dev.newera.chat.fuzz;

import static dev.newera.chat.Chat.chat;
import static dev.newera.chat.Chat.json;
import static dev.newera.chat.Chat.postedId;
import static dev.newera.chat.Chat.said;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newera.chat.fuzz.Inputs.Known;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The running service against its own contract: whatever comes in, the answer is one that docs/api/openapi.yaml names, in the shape
 * that it gives, and none is a 5xx. {@code deploy/local/fuzz} does the same for longer, from any seed; one that fails tells the number
 * of its input.
 */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpFuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20140912);
    private static final int CONNECTIONS = Integer.getInteger("fuzz.connections", 4);
    private static final long FROM = Long.getLong("fuzz.from", 0);
    private static final long INPUTS = Long.getLong("fuzz.inputs", 2_000);

    /** Enough of them to be sure of every status that input can bring about. */
    private static final long MANY = 1_000;

    @Test
    void whatever_comes_in_the_answer_is_one_that_the_contract_names() throws InterruptedException {
        var contract = Contract.read();
        var inputs = new Inputs(contract, known(), SEED);
        var fuzzing = new Fuzzing(contract, inputs, "http://localhost:" + RestAssured.port, CONNECTIONS, FROM, INPUTS);

        var statuses = fuzzing.run();

        System.out.printf("%,d inputs from seed %d were answered %s%n", INPUTS, SEED, statuses);
        if (INPUTS >= MANY) {
            assertThat(statuses).containsKeys(200, 201, 204, 304, 400, 404, 406, 410, 415, 422);
        }
    }

    private static Known known() {
        var tweet = said("12:01", "sazlocks", "Q1 What holds change back? #NewEraNHS", null);
        said("12:02", "nhslean", "A1 the fear of failure #NewEraNHS", tweet);
        var erased = postedId("a word too much");
        when().delete("/v1/tweets/" + erased);
        return new Known(
                tweet,
                erased,
                json(chat("NewEraNHS")).post("/v1/chats").path("data.id"),
                when().get("/v1/tweets?limit=1").path("meta.next_cursor"));
    }
}
