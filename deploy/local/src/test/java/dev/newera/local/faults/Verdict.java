package dev.newera.local.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is wrong after a fault, a sentence each; nothing when everything holds: lost = acknowledged − stored = ∅; stored −
 * attempted = ∅; nothing twice; every stored tweet tagged; rollups = a recount; relay at the end of the log; dead letters =
 * the poison that was injected; everything ready.
 */
record Verdict(List<String> complaints) {

    private static final int EXAMPLES = 5;

    /**
     * Looks at everything; throws when something does not answer (yet). A recount takes longer than all the rest, and is done
     * only where the rest is well: before that it would keep waiting tweets from being tagged.
     */
    static Verdict on(Trial trial) throws SQLException, IOException {
        var verdict = new Verdict(new ArrayList<>());
        verdict.compareStored(trial);
        verdict.compareDerived(trial);
        verdict.compareLetters(trial.poison(), trial.letters().read());
        verdict.askHealth(trial);
        if (verdict.complaints.isEmpty())
            verdict.complain("counted wrong", trial.store().miscounted());
        return verdict;
    }

    private void compareStored(Trial trial) throws SQLException {
        var ledger = trial.ledger();
        var stored = trial.store().tweets(trial.name());
        var lost = new TreeSet<String>();
        ledger.acknowledged().forEach((attempt, tweetId) -> {
            if (!stored.getOrDefault(attempt, List.of()).contains(tweetId)) lost.add(attempt);
        });
        complain("acknowledged, and not stored", lost);
        complain("stored, and never attempted", without(stored.keySet(), ledger.attempted()));
        var doubled = new TreeSet<>(ledger.acknowledgedTwice());
        stored.forEach((attempt, tweetIds) -> {
            if (tweetIds.size() > 1) doubled.add(attempt);
        });
        complain("stored twice", doubled);
    }

    private void compareDerived(Trial trial) throws SQLException {
        var store = trial.store();
        complain("not tagged", store.untagged());
        complain("happened twice", without(store.changedTwice(trial.name()), trial.taggedAgain()));
        long behind = store.relayBehind();
        if (behind > 0) complaints.add("the relay is " + behind + " changes behind");
    }

    private void compareLetters(Map<Place, String> poison, Map<Place, String> letters) {
        var unasked = new HashMap<>(letters);
        unasked.keySet().removeAll(poison.keySet());
        complain("dead letter, and no poison", unasked.entrySet());
        complain("poison, and no dead letter", without(poison.keySet(), letters.keySet()));
        poison.forEach((place, reason) -> {
            var told = letters.getOrDefault(place, reason);
            if (!told.contains(reason)) complaints.add("the reason of " + place + " is: " + told);
        });
    }

    private void askHealth(Trial trial) throws IOException {
        for (var service : List.of("chat_api", "tagging_worker")) {
            var health = trial.system().health(service);
            if (!health.isReady()) complaints.add(service + " is not ready");
            if (!health.isLive()) complaints.add(service + " is not live");
        }
    }

    private static <T> Set<T> without(Collection<T> all, Set<T> some) {
        var rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private void complain(String what, Collection<?> which) {
        if (which.isEmpty()) return;
        complaints.add(which.size() + " " + what + ", such as "
                + which.stream().limit(EXAMPLES).map(String::valueOf).toList());
    }
}
