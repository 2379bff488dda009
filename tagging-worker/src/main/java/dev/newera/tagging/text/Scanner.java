package dev.newera.tagging.text;

import java.util.Arrays;

/**
 * Finds a matcher's phrases in one text after another. It owns all the memory that this takes and uses it again, so once its
 * arrays have grown to the texts and it has seen their words, a scan allocates nothing. Made by {@link Matcher#scanner()}; for
 * one thread at a time. What it found holds until the next scan.
 */
public final class Scanner {
    private static final int DROPPED = -1;
    private static final int FIRST_SWEEP = 16;

    private final Matcher matcher;
    private final Automaton automaton;
    private final Words words;
    private final Reader reader;

    // Nodes that may still be left. One may stand here more than once; its newest arrival would be enough, for an older
    // one
    // began no later and runs out sooner. A sweep, now and then, keeps only that: cheaper than to look at each arrival.
    private int[] activeNode = new int[FIRST_SWEEP];
    private long[] activeOnward = new long[FIRST_SWEEP];
    private int[] activeUntil = new int[FIRST_SWEEP];
    private int[] activePosition = new int[FIRST_SWEEP];
    private int[] activeFirst = new int[FIRST_SWEEP];
    private int active;
    private long anyOnward;
    private int sweepAt;

    private final int[] sweptAs;

    private int[] reachedEdge = new int[FIRST_SWEEP];
    private int[] reachedFirst = new int[FIRST_SWEEP];
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
        sweptAs = new int[automaton.size()];
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
        anyOnward = 0;
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
            word(token, from, to);
        } else {
            // A compound or a hashtag is hit alone: its words have moved on already.
            for (int record = from; record < to; record += Automaton.RECORD) {
                end(records, record, token, token);
            }
        }
    }

    private void word(int token, int from, int to) {
        position = reader.position(token);
        long bits = 0;
        for (int record = from; record < to; record += Automaton.RECORD) {
            bits |= Automaton.bit(Automaton.symbol(records, record));
        }
        if ((bits & anyOnward) != 0) {
            leaveActive(bits, from, to);
        }
        // Only when every node has been left: one word must not be taken for two.
        for (int record = from; record < to; record += Automaton.RECORD) {
            arrive(records, record, Automaton.symbol(records, record), token, token);
        }
        for (int i = 0; i < reached; i++) {
            int edge = reachedEdge[i];
            arrive(automaton.edges(), Automaton.record(edge), automaton.to(edge), reachedFirst[i], token);
        }
        work += reached;
        reached = 0;
    }

    /** Follows every edge there is, and on the way drops the nodes that have run out. */
    private void leaveActive(long bits, int from, int to) {
        work += active;
        int kept = 0;
        anyOnward = 0;
        for (int i = 0; i < active; i++) {
            if (activeUntil[i] >= position) {
                if ((activeOnward[i] & bits) != 0) {
                    leave(i, from, to);
                }
                anyOnward |= activeOnward[i];
                move(i, kept++);
            }
        }
        active = kept;
    }

    private void leave(int i, int from, int to) {
        int distance = position - activePosition[i];
        for (int record = from; record < to; record += Automaton.RECORD) {
            int edge = automaton.edge(activeNode[i], Automaton.symbol(records, record));
            while (edge != Automaton.NOWHERE) {
                if (distance <= automaton.within(edge)) {
                    reach(edge, activeFirst[i]);
                }
                edge = automaton.nextEdge(edge);
            }
        }
    }

    private void reach(int edge, int first) {
        if (reached == reachedEdge.length) {
            reachedEdge = Arrays.copyOf(reachedEdge, reached * 2);
            reachedFirst = Arrays.copyOf(reachedFirst, reached * 2);
        }
        reachedEdge[reached] = edge;
        reachedFirst[reached++] = first;
    }

    private void arrive(long[] records, int record, int node, int first, int token) {
        end(records, record, first, token);
        int reach = Automaton.reach(records, record);
        if (reach > 0) {
            if (active == sweepAt) {
                sweep();
            }
            activeNode[active] = node;
            activeOnward[active] = Automaton.onward(records, record);
            activeUntil[active] = position + reach;
            activePosition[active] = position;
            activeFirst[active] = first;
            anyOnward |= activeOnward[active++];
        }
    }

    /** Takes out what no later word can leave, and all but the newest of each node. As many again may then come. */
    private void sweep() {
        work += active;
        int kept = 0;
        for (int i = 0; i < active; i++) {
            int at = sweptAs[activeNode[i]];
            if (at < kept && activeNode[at] == activeNode[i]) {
                move(i, isNewer(i, at) ? at : i);
            } else if (activeUntil[i] > position) {
                sweptAs[activeNode[i]] = kept;
                move(i, kept++);
            }
        }
        active = kept;
        sweepAt = Math.max(FIRST_SWEEP, kept * 2);
        if (sweepAt > activeNode.length) {
            makeRoomForActive();
        }
    }

    /** Arrivals come in the order of their positions; at one position the later start is the tighter way. */
    private boolean isNewer(int i, int than) {
        return activePosition[i] > activePosition[than] || activeFirst[i] > activeFirst[than];
    }

    private void move(int from, int to) {
        activeNode[to] = activeNode[from];
        activeOnward[to] = activeOnward[from];
        activeUntil[to] = activeUntil[from];
        activePosition[to] = activePosition[from];
        activeFirst[to] = activeFirst[from];
    }

    private void makeRoomForActive() {
        activeNode = Arrays.copyOf(activeNode, sweepAt);
        activeOnward = Arrays.copyOf(activeOnward, sweepAt);
        activeUntil = Arrays.copyOf(activeUntil, sweepAt);
        activePosition = Arrays.copyOf(activePosition, sweepAt);
        activeFirst = Arrays.copyOf(activeFirst, sweepAt);
    }

    // --- hits ---

    private void end(long[] records, int record, int first, int last) {
        int to = Automaton.phrasesTo(records, record);
        for (int i = Automaton.phrasesFrom(records, record); i < to; i++) {
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
