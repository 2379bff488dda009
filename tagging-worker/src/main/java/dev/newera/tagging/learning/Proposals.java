package dev.newera.tagging.learning;

import dev.newera.tagging.Indicator;
import dev.newera.tagging.Theme;
import dev.newera.tagging.text.Phrase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The indicators that tweets offer, and which of them a theme has any use for. */
final class Proposals {
    /** So many standard errors a pair has to be away from its words to say more than they do. */
    private static final double SAYS_MORE = 1;

    /** Half as likely as usual to be in a tweet that carries any theme. */
    private static final double OFF_TOPIC = -StrictMath.log(2);

    private final List<Phrase> phrases;
    private final double clarity;
    private final HitTable hits;

    /** Which tweets carry any theme. */
    private final Labels onTopic;

    /** The numbers of the proposals that are one word, by what it is compared by. */
    private final Map<String, Integer> words = new HashMap<>();

    /**
     * A proposal as one theme sees it.
     *
     * @param odds how much likelier tweets with it carry the theme than others
     * @param offTopic whether it speaks against all themes, not only against this one
     */
    record Proposal(String text, int[] tweets, Labels.Odds odds, boolean offTopic) {
        /**
         * The clearer a phrase parts the tweets, the more freely it may move: a penalty that is the same for all then holds the
         * dull ones down most. Only what is off topic may speak against a theme. In tweets of a theme or two, the words of each
         * theme seem to speak against the others; in "build a network, take risks" they do not.
         */
        Logistic.Column column() {
            return new Logistic.Column(
                    tweets, Math.sqrt(Math.abs(odds.log())), offTopic ? Double.NEGATIVE_INFINITY : 0);
        }
    }

    /** @param clarity so many standard errors an odds ratio has to be away from saying nothing */
    Proposals(List<String> texts, double clarity, List<LabelledTweet> tweets) {
        this.clarity = clarity;
        phrases = texts.stream().map(Phrase::parse).toList();
        hits = HitTable.ofAll(texts, tweets);
        onTopic = new Labels(tweets, tweet -> !tweet.themes().isEmpty());
        for (int i = 0; i < phrases.size(); i++) {
            if (parts(i).size() == 1) {
                words.put(parts(i).get(0).key(), i);
            }
        }
    }

    private List<Phrase.Part> parts(int proposal) {
        return phrases.get(proposal).alternatives().get(0);
    }

    /** Those that say something about the theme which is neither written nor said by a shorter one. */
    List<Proposal> useful(Theme theme, Labels carried) {
        var written = theme.indicators().stream()
                .map(Indicator::text)
                .map(text -> Phrase.parse(text).alternatives())
                .collect(Collectors.toSet());
        var all = IntStream.range(0, phrases.size())
                .mapToObj(i -> proposal(i, carried))
                .toList();
        return IntStream.range(0, phrases.size())
                .filter(i -> isClear(all.get(i).odds()))
                .filter(i -> !written.contains(phrases.get(i).alternatives()))
                .filter(i -> saysMoreThanItsWords(i, all))
                .mapToObj(all::get)
                .toList();
    }

    private Proposal proposal(int number, Labels carried) {
        var tweets = hits.tweets(number);
        boolean offTopic = onTopic.odds(tweets).log() < OFF_TOPIC;
        return new Proposal(phrases.get(number).text(), tweets, carried.odds(tweets), offTopic);
    }

    /** Of thousands of phrases some always seem to say something, by chance. */
    private boolean isClear(Labels.Odds odds) {
        return odds.log() != 0 && Math.abs(odds.log()) >= clarity * odds.error();
    }

    private boolean saysMoreThanItsWords(int number, List<Proposal> all) {
        var pair = all.get(number);
        return parts(number).size() == 1
                || parts(number).stream()
                        .map(part -> words.get(part.key()))
                        .filter(word -> word != null)
                        .map(word -> all.get(word).odds().log())
                        .reduce((one, other) -> Math.abs(other) > Math.abs(one) ? other : one)
                        .map(clearest -> Math.abs(pair.odds().log() - clearest)
                                >= SAYS_MORE * pair.odds().error())
                        .orElse(true);
    }
}
