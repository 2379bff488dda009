package dev.newera.tagging.text;

import java.util.Arrays;

/**
 * Finds a matcher's phrases in one text after another. It owns all the memory that this takes and uses it again, so once its
 * arrays have grown to the texts and it has seen their words, a scan allocates nothing. Made by {@link Matcher#scanner()}; for
 * one thread at a time. What it found holds until the next scan.
 */
public final class Scanner {
    private static final int DROPPED = -1;

    private final Matcher matcher;
    private final Automaton automaton;
    private final Words words;
    private final Reader reader;

    // Nodes that may still be left, as a sparse set (place[node] is where it stands, if it stands there), so each at
    // most once.
    // A node's newest arrival is enough: an older one began no later, and runs out sooner.
    private final int[] place;
    private final int[] activeNode;
    private final int[] activeFirst;
    private final int[] activePosition;
    private int active;

    private final int[] reachedNode;
    private final int[] reachedFirst;
    private int reached;

    // Hits, each with its first and its last token, in the order of their ends; for each phrase its newest one.
    private int[] hitPhrase = new int[16];
    private int[] hitFirst = new int[16];
    private int[] hitLast = new int[16];
    private int hits;
    private final int[] newest;

    // For each group its best hit so far, valid where the round is this one.
    private final int[] groupRound;
    private final int[] groupBest;
    private int round;

    private String text;
    private int[] symbols;
    private int position;
    private long work;

    Scanner(Matcher matcher) {
        this.matcher = matcher;
        automaton = matcher.automaton();
        words = new Words(matcher.vocabulary());
        reader = new Reader(words);
        place = new int[automaton.size()];
        activeNode = new int[automaton.size()];
        activeFirst = new int[automaton.size()];
        activePosition = new int[automaton.size()];
        reachedNode = new int[automaton.size()];
        reachedFirst = new int[automaton.size()];
        newest = new int[matcher.size()];
        groupRound = new int[matcher.groups()];
        groupBest = new int[matcher.groups()];
    }

    /** Only reads the text, as every scan begins, and finds nothing. Answers how many tokens there are. */
    public int read(String text) {
        this.text = text;
        hits = 0;
        return reader.read(text);
    }

    /** Finds all hits in the text, in the order of their ends. Answers how many there are. */
    public int scan(String text) {
        int tokens = read(text);
        symbols = words.symbols();
        active = 0;
        reached = 0;
        for (int token = 0; token < tokens; token++) {
            int meaning = reader.meaning(token);
            if (meaning != Words.NOTHING) {
                token(token, meaning + 1, meaning + 1 + symbols[meaning]);
            }
        }
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
        return work + reader.looks();
    }

    /** How many spellings this scanner remembers. */
    int remembered() {
        return words.remembered();
    }

    // --- moving over the automaton ---

    /** A token whose symbols stand at [from, to). */
    private void token(int token, int from, int to) {
        work += active + to - from;
        if (reader.isWord(token)) {
            word(token, from, to);
        } else {
            // A compound or a hashtag is hit alone: its words have moved on already.
            for (int i = from; i < to; i++) {
                end(symbols[i], token, token);
            }
        }
    }

    private void word(int token, int from, int to) {
        position = reader.position(token);
        if (active > 0) {
            leaveActive(from, to);
        }
        for (int i = from; i < to; i++) {
            reach(symbols[i], token);
        }
        arrive(token);
    }

    private void leaveActive(int from, int to) {
        int bits = 0;
        for (int i = from; i < to; i++) {
            bits |= Automaton.bit(symbols[i]);
        }
        int kept = 0;
        for (int i = 0; i < active; i++) {
            int node = activeNode[i];
            int distance = position - activePosition[i];
            if (distance <= automaton.reach(node)) {
                keep(i, kept++);
                if (automaton.mayLeadOn(node, bits)) {
                    leave(node, distance, activeFirst[i], from, to);
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
            int edge = automaton.firstEdge(node, symbols[i]);
            while (automaton.isEdge(edge)) {
                if (automaton.isEdge(edge, node, symbols[i]) && distance <= automaton.within(edge)) {
                    reach(automaton.to(edge), first);
                }
                edge = automaton.nextEdge(edge);
            }
        }
    }

    private void reach(int node, int first) {
        reachedNode[reached] = node;
        reachedFirst[reached++] = first;
    }

    /** Only when every node has been left: one word must not be taken for two. */
    private void arrive(int token) {
        work += reached;
        for (int i = 0; i < reached; i++) {
            end(reachedNode[i], reachedFirst[i], token);
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

    // --- hits ---

    private void end(int node, int first, int last) {
        int to = automaton.phrasesTo(node);
        for (int i = automaton.phrasesFrom(node); i < to; i++) {
            hit(automaton.phrase(i), first, last);
        }
    }

    /** Of one phrase said in two ways with one end, the tighter way counts. */
    private void hit(int phrase, int first, int last) {
        work++;
        int at = newest[phrase];
        if (at < hits && hitPhrase[at] == phrase && reader.end(hitLast[at]) == reader.end(last)) {
            if (reader.start(hitFirst[at]) < reader.start(first)) {
                hitFirst[at] = first;
            }
            return;
        }
        if (hits == hitPhrase.length) {
            makeRoom();
        }
        newest[phrase] = hits;
        hitPhrase[hits] = phrase;
        hitFirst[hits] = first;
        hitLast[hits++] = last;
    }

    private void makeRoom() {
        hitPhrase = Arrays.copyOf(hitPhrase, hits * 2);
        hitFirst = Arrays.copyOf(hitFirst, hits * 2);
        hitLast = Arrays.copyOf(hitLast, hits * 2);
    }

    // --- the longest of a group ---

    /** From the last hit to the first, so whatever could hold a hit inside it comes before the hit. */
    private void keepLongest() {
        round++;
        boolean dropped = false;
        for (int hit = hits - 1; hit >= 0; hit--) {
            int group = matcher.group(hitPhrase[hit]);
            if (group != Matcher.FREE) {
                dropped |= contest(hit, group);
            }
        }
        if (dropped) {
            removeDropped();
        }
    }

    /** The hit against the best of its group: among all that end later or here, the one that begins first. */
    private boolean contest(int hit, int group) {
        int best = groupBest[group];
        if (groupRound[group] != round) {
            groupRound[group] = round;
            groupBest[group] = hit;
            return false;
        }
        int ahead = reader.start(hitFirst[best]) - reader.start(hitFirst[hit]);
        boolean sameEnd = reader.end(hitLast[best]) == reader.end(hitLast[hit]);
        if (ahead < 0 || ahead == 0 && !(sameEnd && hitPhrase[hit] < hitPhrase[best])) {
            hitPhrase[hit] = DROPPED;
            return true;
        }
        groupBest[group] = hit;
        if (sameEnd) {
            hitPhrase[best] = DROPPED;
        }
        return sameEnd;
    }

    private void removeDropped() {
        int kept = 0;
        for (int hit = 0; hit < hits; hit++) {
            if (hitPhrase[hit] != DROPPED) {
                hitPhrase[kept] = hitPhrase[hit];
                hitFirst[kept] = hitFirst[hit];
                hitLast[kept++] = hitLast[hit];
            }
        }
        hits = kept;
    }
}
