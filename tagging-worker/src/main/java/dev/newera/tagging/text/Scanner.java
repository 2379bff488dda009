package dev.newera.tagging.text;

import java.util.Arrays;

/**
 * Finds a matcher's phrases in one text after another. It owns all the memory that this takes and uses it again, so once its
 * arrays have grown to the texts and it has seen their words, a scan allocates nothing. Made by {@link Matcher#scanner()}; for
 * one thread at a time. What it found holds until the next scan.
 */
public final class Scanner {
    private static final int DROPPED = -1;
    private static final int FIRST_SWEEP = 8;

    private final Matcher matcher;
    private final Automaton automaton;
    private final Words words;
    private final Reader reader;

    // Nodes that may still be left, as a sparse set (place[node] is where it stands, if it stands there), so each at
    // most once:
    // a node's newest arrival is enough, for an older one began no later and runs out sooner. Those that have run out
    // are
    // swept away now and then.
    private final int[] place;
    private final int[] activeNode;
    private final long[] activeOnward;
    private final int[] activeUntil;
    private final int[] activePosition;
    private final int[] activeFirst;
    private int active;
    private int sweepAt;

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
    private long[] records;
    private int position;
    private long work;

    Scanner(Matcher matcher) {
        this.matcher = matcher;
        automaton = matcher.automaton();
        words = matcher.words();
        reader = new Reader(words);
        place = new int[automaton.size()];
        activeNode = new int[automaton.size()];
        activeOnward = new long[automaton.size()];
        activeUntil = new int[automaton.size()];
        activePosition = new int[automaton.size()];
        activeFirst = new int[automaton.size()];
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
        records = words.records();
        active = 0;
        sweepAt = FIRST_SWEEP;
        reached = 0;
        for (int token = 0; token < tokens; token++) {
            int meaning = reader.meaning(token);
            if (meaning != Words.NOTHING) {
                token(token, meaning);
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

    private void token(int token, int meaning) {
        int from = Words.from(meaning);
        int to = Words.to(records, meaning);
        work += to - from;
        if (reader.isWord(token)) {
            word(token, Words.bits(records, meaning), from, to);
        } else {
            // A compound or a hashtag is hit alone: its words have moved on already.
            for (int record = from; record < to; record += Automaton.RECORD) {
                end(records, record, token, token);
            }
        }
    }

    private void word(int token, long bits, int from, int to) {
        position = reader.position(token);
        if (bits != 0) {
            leaveActive(bits, from, to);
        }
        // Only when every node has been left: one word must not be taken for two.
        for (int record = from; record < to; record += Automaton.RECORD) {
            arrive(records, record, token, token);
        }
        for (int i = 0; i < reached; i++) {
            arrive(automaton.nodes(), Automaton.record(reachedNode[i]), reachedFirst[i], token);
        }
        work += reached;
        reached = 0;
    }

    private void leaveActive(long bits, int from, int to) {
        work += active;
        for (int i = 0; i < active; i++) {
            if ((activeOnward[i] & bits) != 0 && activeUntil[i] >= position) {
                leave(i, from, to);
            }
        }
    }

    private void leave(int i, int from, int to) {
        for (int record = from; record < to; record += Automaton.RECORD) {
            int edge = automaton.edge(activeNode[i], Automaton.number(records, record));
            while (edge != Automaton.NOWHERE) {
                if (position - activePosition[i] <= automaton.within(edge)) {
                    reachedNode[reached] = automaton.to(edge);
                    reachedFirst[reached++] = activeFirst[i];
                }
                edge = automaton.nextEdge(edge);
            }
        }
    }

    private void arrive(long[] nodes, int record, int first, int token) {
        end(nodes, record, first, token);
        int reach = Automaton.reach(nodes, record);
        if (reach > 0) {
            int at = activate(Automaton.number(nodes, record));
            activeOnward[at] = Automaton.onward(nodes, record);
            activeUntil[at] = position + reach;
            activePosition[at] = position;
            activeFirst[at] = first;
        }
    }

    private int activate(int node) {
        int at = place[node];
        if (at < active && activeNode[at] == node) {
            return at;
        }
        if (active == sweepAt) {
            sweep();
        }
        place[node] = active;
        activeNode[active] = node;
        return active++;
    }

    /** Takes out what no later word can leave. Twice as many must have come before it is worth another look. */
    private void sweep() {
        int kept = 0;
        for (int i = 0; i < active; i++) {
            if (activeUntil[i] > position) {
                place[activeNode[i]] = kept;
                activeNode[kept] = activeNode[i];
                activeOnward[kept] = activeOnward[i];
                activeUntil[kept] = activeUntil[i];
                activePosition[kept] = activePosition[i];
                activeFirst[kept++] = activeFirst[i];
            }
        }
        work += active;
        active = kept;
        sweepAt = Math.max(FIRST_SWEEP, kept * 2);
    }

    // --- hits ---

    private void end(long[] nodes, int record, int first, int last) {
        int to = Automaton.phrasesTo(nodes, record);
        for (int i = Automaton.phrasesFrom(nodes, record); i < to; i++) {
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
