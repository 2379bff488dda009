package dev.newera.kubernetes;

import java.util.List;

/** All that every overlay is held against. */
final class Rules {

    static final List<Rule> ALL = List.of(
            new Rule(
                    "fields are those of the kind's schema, and none that is required is missing",
                    new Schemas()::check),
            new Rule("images have versions, and ours have this build's", Images::check),
            new Rule("no volume of an image hides what is mounted", ImageVolumes::check),
            new Rule("containers may do nothing that they need not", Hardening::containers),
            new Rule("nobody has a token of Kubernetes", Hardening::tokens),
            new Rule("containers say what they need, and get no more memory than that", Resources::check),
            new Rule("services are asked how they are on their management port", Probes::check),
            new Rule("an update takes nobody away before the next one serves, nor before it is done", Updates::rolling),
            new Rule("a drain of nodes leaves a service standing", Updates::budgets),
            new Rule("replicas lie apart", Updates::spread),
            new Rule("who has an autoscaler is not told how many they are", Updates::scaled),
            new Rule("pods hear and speak only as network policies say", Network::check),
            new Rule("no secret is written out", Secrets::check),
            new Rule("what is named is there", References::check));

    private Rules() {}
}
