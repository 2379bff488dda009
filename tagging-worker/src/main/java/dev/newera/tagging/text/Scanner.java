package dev.newera.tagging.text;

import java.util.Arrays;

/**
 * Finds a matcher's phrases in one text after another. It owns all the memory that this takes and uses it again, so once its
 * arrays have grown to the texts and it has seen their words, a scan allocates nothing. Made by {@link Matcher#scanner()}; for
 * one thread at a time. What it found holds until the next scan.
 */
public final class Scanner {
    private final Matcher matcher;
    private final Automaton automaton;
    private final Words words;
    private final Reader reader;

    // Nodes that may still be left: a sparse set, so that a node stands in it once. Its newest end is enough: an older
    // one
    // has no later start, and runs out sooner.
    private final int[] place;
    private final int[] activeNode;
    private final int[] activeFirst;
    private final int[] activePosition;
    private int active;

    private final int[] reachedNode;
    private final int[] reachedFirst;
    private int reached;

    // Phrases that end with the word at hand, each with its latest first token: a sparse set too.
    private final int[] endingPlace;
    private final int[] endingPhrase;
    private final int[] endingFirst;
    private int ending;

    // For each group its hit that begins first among those at hand; valid where the stamp is this one.
    private final int[] groupStamp;
    private final int[] groupBest;
    private int stamp;

    private int[] hitPhrase = new int[16];
    private int[] hitFirst = new int[16];
    private int[] hitLast = new int[16];
    private int hits;

    private String text;
    private int[] symbols;
    private int position;
    private int last;
    private long work;

    Scanner(Matcher matcher) {
        this.matcher = matcher;
        automaton = matcher.automaton();
        words = new Words(matcher.vocabulary());
        reader = new Reader(words);
        int nodes = automaton.nodes();
        place = new int[nodes];
        activeNode = new int[nodes];
        activeFirst = new int[nodes];
        activePosition = new int[nodes];
        reachedNode = new int[nodes];
        reachedFirst = new int[nodes];
        endingPlace = new int[matcher.size()];
        endingPhrase = new int[matcher.size()];
        endingFirst = new int[matcher.size()];
        groupStamp = new int[matcher.groups()];
        groupBest = new int[matcher.groups()];
    }

    /** Finds all hits in the text, in the order of their ends. Answers how many there are. */
    public int scan(String text) {
        this.text = text;
        hits = 0;
        active = 0;
        reached = 0;
        ending = 0;
        int tokens = reader.read(text);
        symbols = words.symbols();
        for (int token = 0; token < tokens; token++) {
            int meaning = reader.meaning(token);
            if (meaning != Words.NOTHING) {
                token(token, meaning + 1, meaning + 1 + symbols[meaning]);
            }
        }
        settle();
        keepLongest();
        return hits;
    }

    /** Number of the hit's phrase, in the order in which the matcher was given them. */
    public int phrase(int hit) {
        return hitPhrase[hit];
    }

    /** First code point of the hit. */
    public int start(int hit) {
        return reader.startPoint(hitFirst[hit]);
    }

    /** Code point after the hit. */
    public int end(int hit) {
        return reader.endPoint(hitLast[hit]);
    }

    /** The hit's words as they stand in the text. */
    public String quote(int hit) {
        return text.substring(reader.start(hitFirst[hit]), reader.end(hitLast[hit]));
    }

    /** Steps taken since this scanner was made: what has to stay in proportion to the texts. */
    long work() {
        return work;
    }

    // --- moving over the automaton ---

    /** A token whose symbols stand at [from, to). */
    private void token(int token, int from, int to) {
        if (ending > 0 && reader.end(token) != reader.end(last)) {
            settle();
        }
        last = token;
        work += active + to - from;
        if (reader.isWord(token)) {
            position = reader.position(token);
            leaveActive(from, to);
            for (int i = from; i < to; i++) {
                reach(automaton.first(symbols[i]), token);
            }
            arrive();
        } else {
            // A compound or a hashtag is hit alone: its words have moved on already.
            for (int i = from; i < to; i++) {
                end(automaton.first(symbols[i]), token);
            }
        }
    }

    private void leaveActive(int from, int to) {
        long bits = 0;
        for (int i = from; i < to; i++) {
            bits |= 1L << symbols[i];
        }
        int kept = 0;
        for (int i = 0; i < active; i++) {
            int node = activeNode[i];
            if (position - activePosition[i] <= automaton.reach(node)) {
                keep(i, kept++);
                if (automaton.mayLeadOn(node, bits)) {
                    leave(node, position - activePosition[i], activeFirst[i], from, to);
                }
            }
        }
        active = kept;
    }

    private void keep(int from, int to) {
        if (from != to) {
            activeNode[to] = activeNode[from];
            activeFirst[to] = activeFirst[from];
            activePosition[to] = activePosition[from];
            place[activeNode[to]] = to;
        }
    }

    private void leave(int node, int distance, int first, int from, int to) {
        for (int i = from; i < to; i++) {
            for (int edge = automaton.edge(node, symbols[i]); edge != Automaton.NONE; edge = automaton.nextEdge(edge)) {
                if (distance <= automaton.within(edge)) {
                    reach(automaton.to(edge), first);
                }
            }
        }
    }

    private void reach(int node, int first) {
        if (node != Automaton.NONE) {
            reachedNode[reached] = node;
            reachedFirst[reached++] = first;
        }
    }

    /** Only now, so that one word is not taken for two. */
    private void arrive() {
        work += reached;
        for (int i = 0; i < reached; i++) {
            end(reachedNode[i], reachedFirst[i]);
            if (automaton.reach(reachedNode[i]) > 0) {
                activate(reachedNode[i], reachedFirst[i]);
            }
        }
        reached = 0;
    }

    private void activate(int node, int first) {
        int at = place[node];
        if (at >= active || activeNode[at] != node) {
            at = active++;
            place[node] = at;
            activeNode[at] = node;
        }
        activeFirst[at] = first;
        activePosition[at] = position;
    }

    // --- from ends to hits ---

    private void end(int node, int first) {
        if (node != Automaton.NONE) {
            for (int i = automaton.phrasesFrom(node); i < automaton.phrasesFrom(node + 1); i++) {
                end(first, automaton.phrase(i), endingPlace[automaton.phrase(i)]);
            }
        }
    }

    /** Of the same words said in two ways, the tighter way counts. */
    private void end(int first, int phrase, int at) {
        work++;
        if (at >= ending || endingPhrase[at] != phrase) {
            endingPlace[phrase] = ending;
            endingPhrase[ending] = phrase;
            endingFirst[ending++] = first;
        } else if (reader.start(first) > reader.start(endingFirst[at])) {
            endingFirst[at] = first;
        }
    }

    /** What ends with one word becomes hits: of each group only the longest. */
    private void settle() {
        stamp++;
        for (int i = 0; i < ending; i++) {
            int group = matcher.group(endingPhrase[i]);
            if (group == Matcher.FREE) {
                hit(i);
            } else if (groupStamp[group] != stamp) {
                groupStamp[group] = stamp;
                groupBest[group] = hits;
                hit(i);
            } else if (isBetter(i, groupBest[group])) {
                hitPhrase[groupBest[group]] = endingPhrase[i];
                hitFirst[groupBest[group]] = endingFirst[i];
            }
        }
        ending = 0;
    }

    private boolean isBetter(int i, int hit) {
        int start = reader.start(endingFirst[i]);
        int other = reader.start(hitFirst[hit]);
        return start < other || start == other && endingPhrase[i] < hitPhrase[hit];
    }

    private void hit(int i) {
        if (hits == hitPhrase.length) {
            hitPhrase = Arrays.copyOf(hitPhrase, hits * 2);
            hitFirst = Arrays.copyOf(hitFirst, hits * 2);
            hitLast = Arrays.copyOf(hitLast, hits * 2);
        }
        hitPhrase[hits] = endingPhrase[i];
        hitFirst[hits] = endingFirst[i];
        hitLast[hits++] = last;
    }

    /** From the last hit to the first: one that does not begin before a later one of its group lies inside that. */
    private void keepLongest() {
        stamp++;
        int kept = hits;
        for (int i = hits - 1; i >= 0; i--) {
            if (!isInsideLater(i)) {
                kept--;
                hitPhrase[kept] = hitPhrase[i];
                hitFirst[kept] = hitFirst[i];
                hitLast[kept] = hitLast[i];
            }
        }
        moveToFront(kept);
    }

    private boolean isInsideLater(int hit) {
        int group = matcher.group(hitPhrase[hit]);
        if (group == Matcher.FREE) {
            return false;
        }
        int start = reader.start(hitFirst[hit]);
        boolean inside = groupStamp[group] == stamp && groupBest[group] <= start;
        if (!inside) {
            groupStamp[group] = stamp;
            groupBest[group] = start;
        }
        return inside;
    }

    private void moveToFront(int from) {
        hits -= from;
        System.arraycopy(hitPhrase, from, hitPhrase, 0, hits);
        System.arraycopy(hitFirst, from, hitFirst, 0, hits);
        System.arraycopy(hitLast, from, hitLast, 0, hits);
    }
}
