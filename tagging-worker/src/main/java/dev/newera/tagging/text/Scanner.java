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

    private final Automaton automaton;
    private final Words words;
    private final Reader reader;

    // The word before: of the nodes that it leads to by itself, those without gaps can be left by the next word only.
    private int before;
    private int beforeToken;

    // Further nodes that the word before has led to and only the next word can leave, by the edges that lead there.
    private int[] nearEdge = new int[FIRST_SWEEP];
    private int[] nearFirst = new int[FIRST_SWEEP];
    private int near;
    private long nearOnward;

    // Nodes with gaps that may still be left. One may stand here more than once; its newest arrival would be enough,
    // for an older one began no later and runs out sooner. A sweep, now and then, keeps only that: cheaper than to look
    // at each arrival.
    private int[] farNode = new int[FIRST_SWEEP];
    private long[] farOnward = new long[FIRST_SWEEP];
    private int[] farUntil = new int[FIRST_SWEEP];
    private int[] farPosition = new int[FIRST_SWEEP];
    private int[] farFirst = new int[FIRST_SWEEP];
    private int far;
    private long anyFarOnward;
    private int sweepAt;

    private final int[] sweptAs;

    /** The bits of all symbols that may lead on from any node. */
    private long awaited;

    // The nodes that the word being read has led to.
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
    private final int[] groups;
    private final int[] groupRound;
    private final int[] groupBest;
    private int round;

    private String text;
    private long[] records;
    private long work;

    Scanner(Matcher matcher) {
        automaton = matcher.automaton();
        words = matcher.words();
        reader = new Reader(words);
        sweptAs = new int[automaton.size()];
        newest = new int[matcher.size()];
        groups = matcher.groups();
        groupRound = new int[matcher.groupCount()];
        groupBest = new int[matcher.groupCount()];
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
        startAgain();
        for (int token = 0; token < tokens; token++) {
            if (reader.isWord(token)) {
                word(token, reader.meaning(token));
            } else {
                endAlone(token, reader.meaning(token));
            }
        }
        work += tokens;
        keepLongest();
        return hits;
    }

    private void startAgain() {
        records = words.records();
        before = Words.NOTHING;
        beforeToken = 0;
        near = 0;
        nearOnward = 0;
        far = 0;
        anyFarOnward = 0;
        awaited = 0;
        sweepAt = FIRST_SWEEP;
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

    /** How many characters it keeps for that. */
    int rememberedCharacters() {
        return words.characters();
    }

    // --- moving over the automaton ---

    /** The hot loop. Most words lead on from nothing: that of their bits none is awaited tells so. */
    private void word(int token, int meaning) {
        long bits = Words.bits(records, meaning);
        if ((bits & awaited) != 0) {
            follow(token, meaning, bits);
        } else {
            near = 0;
            nearOnward = 0;
        }
        if (Words.isMarked(meaning)) {
            begin(token, meaning);
        }
        before = meaning;
        beforeToken = token;
        awaited = Words.onward(records, meaning) | nearOnward | anyFarOnward;
    }

    private void begin(int token, int meaning) {
        int at = Words.from(meaning);
        long record;
        do {
            record = records[at++];
            if (Automaton.phrases(record) != Automaton.NO_PHRASES) {
                end(Automaton.phrases(record), token, token, false);
            }
            if (Automaton.reach(record) > 1) {
                addFar(
                        Automaton.symbol(record),
                        record,
                        automaton.onwardFromFirst(Automaton.symbol(record)),
                        token,
                        token);
            }
        } while (Words.hasNext(record));
    }

    /** A compound or a hashtag is hit alone: its words have moved on already. */
    private void endAlone(int token, int meaning) {
        int at = Words.from(meaning);
        long record;
        do {
            record = records[at++];
            if (Automaton.phrases(record) != Automaton.NO_PHRASES) {
                // Its last word may have hit the same phrase, in another way.
                end(Automaton.phrases(record), token, token, true);
            }
        } while (Words.hasNext(record));
    }

    /** Leaves every node that the word leads on from. Only then it arrives: one word must not be taken for two. */
    private void follow(int token, int meaning, long bits) {
        reached = 0;
        if (reader.position(token) == reader.position(beforeToken) + 1) {
            leaveBefore(bits, meaning);
            leaveNear(bits, meaning);
        }
        if ((bits & anyFarOnward) != 0) {
            leaveFar(reader.position(token), bits, meaning);
        }
        arrive(token);
    }

    private void leaveBefore(long bits, int meaning) {
        if ((Words.onward(records, before) & bits) == 0) {
            return;
        }
        int at = Words.from(before);
        long record;
        do {
            record = records[at++];
            if (Automaton.reach(record) == 1) {
                leave(Automaton.symbol(record), beforeToken, 1, meaning);
            }
        } while (Words.hasNext(record));
    }

    private void leaveNear(long bits, int meaning) {
        work += near;
        for (int i = 0; i < near; i++) {
            int edge = nearEdge[i];
            if ((automaton.onward(edge) & bits) != 0) {
                leave(automaton.to(edge), nearFirst[i], 1, meaning);
            }
        }
    }

    /** On the way it drops the nodes that have run out. */
    private void leaveFar(int position, long bits, int meaning) {
        work += far;
        int kept = 0;
        anyFarOnward = 0;
        for (int i = 0; i < far; i++) {
            if (farUntil[i] >= position) {
                if ((farOnward[i] & bits) != 0) {
                    leave(farNode[i], farFirst[i], position - farPosition[i], meaning);
                }
                anyFarOnward |= farOnward[i];
                move(i, kept++);
            }
        }
        far = kept;
    }

    private void leave(int node, int first, int distance, int meaning) {
        int at = Words.from(meaning);
        long record;
        do {
            record = records[at++];
            work++;
            int edge = automaton.edge(node, Automaton.symbol(record));
            while (edge != Automaton.NOWHERE) {
                if (distance <= Automaton.within(automaton.record(edge))) {
                    reach(edge, first);
                }
                edge = automaton.twin(edge);
            }
        } while (Words.hasNext(record));
    }

    private void reach(int edge, int first) {
        if (reached == reachedEdge.length) {
            reachedEdge = Arrays.copyOf(reachedEdge, reached * 2);
            reachedFirst = Arrays.copyOf(reachedFirst, reached * 2);
        }
        reachedEdge[reached] = edge;
        reachedFirst[reached++] = first;
    }

    /** Of what was reached, that is near from now on which the next word can leave. */
    private void arrive(int token) {
        nearOnward = 0;
        near = 0;
        for (int i = 0; i < reached; i++) {
            int edge = reachedEdge[i];
            int first = reachedFirst[i];
            long record = automaton.record(edge);
            if (Automaton.phrases(record) != Automaton.NO_PHRASES) {
                end(Automaton.phrases(record), first, token, false);
            }
            int reach = Automaton.reach(record);
            if (reach == 1) {
                addNear(edge, first);
            } else if (reach > 1) {
                addFar(automaton.to(edge), record, automaton.onward(edge), token, first);
            }
        }
    }

    private void addNear(int edge, int first) {
        if (near == nearEdge.length) {
            nearEdge = Arrays.copyOf(nearEdge, near * 2);
            nearFirst = Arrays.copyOf(nearFirst, near * 2);
        }
        nearEdge[near] = edge;
        nearFirst[near++] = first;
        nearOnward |= automaton.onward(edge);
    }

    private void addFar(int node, long record, long onward, int token, int first) {
        int position = reader.position(token);
        if (far == sweepAt) {
            sweep(position);
        }
        farNode[far] = node;
        farOnward[far] = onward;
        farUntil[far] = position + Automaton.reach(record);
        farPosition[far] = position;
        farFirst[far++] = first;
        anyFarOnward |= onward;
    }

    /** Takes out what no later word can leave, and all but the newest of each node. As many again may then come. */
    private void sweep(int position) {
        work += far;
        int kept = 0;
        for (int i = 0; i < far; i++) {
            int at = sweptAs[farNode[i]];
            if (at < kept && farNode[at] == farNode[i]) {
                move(i, isNewer(i, at) ? at : i);
            } else if (farUntil[i] > position) {
                sweptAs[farNode[i]] = kept;
                move(i, kept++);
            }
        }
        far = kept;
        sweepAt = Math.max(FIRST_SWEEP, kept * 2);
        if (sweepAt > farNode.length) {
            makeRoomForFar();
        }
    }

    /** Arrivals come in the order of their positions; at one position the later start is the tighter way. */
    private boolean isNewer(int i, int than) {
        return farPosition[i] > farPosition[than] || farFirst[i] > farFirst[than];
    }

    private void move(int from, int to) {
        farNode[to] = farNode[from];
        farOnward[to] = farOnward[from];
        farUntil[to] = farUntil[from];
        farPosition[to] = farPosition[from];
        farFirst[to] = farFirst[from];
    }

    private void makeRoomForFar() {
        farNode = Arrays.copyOf(farNode, sweepAt);
        farOnward = Arrays.copyOf(farOnward, sweepAt);
        farUntil = Arrays.copyOf(farUntil, sweepAt);
        farPosition = Arrays.copyOf(farPosition, sweepAt);
        farFirst = Arrays.copyOf(farFirst, sweepAt);
    }

    // --- hits ---

    private void end(int phrases, int first, int last, boolean manyWays) {
        if (Automaton.isOnly(phrases)) {
            hit(phrases, first, last, manyWays);
            return;
        }
        int at = phrases;
        int end;
        do {
            end = automaton.end(at++);
            hit(end, first, last, manyWays);
        } while (Automaton.hasNext(end));
    }

    /** Of one phrase said in two ways with one end, the tighter way counts. */
    private void hit(int end, int first, int last, boolean manyWays) {
        work++;
        int phrase = Automaton.phrase(end);
        if ((manyWays || Automaton.hasManyWays(end)) && isEndOfNewest(phrase, last)) {
            int at = newest[phrase];
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

    private boolean isEndOfNewest(int phrase, int last) {
        int at = newest[phrase];
        return at < hits && hitPhrase[at] == phrase && reader.end(hitLast[at]) == reader.end(last);
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
            int group = groups[hitPhrase[hit]];
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
