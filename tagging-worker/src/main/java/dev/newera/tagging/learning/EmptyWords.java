package dev.newera.tagging.learning;

import dev.newera.tagging.text.Token;
import dev.newera.tagging.text.Tokens;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that say nothing about a theme, however tweets happen to use them: nobody would call them evidence. Words that deny or
 * include ({@code no, never, nobody, own, every, together}) do say something.
 */
final class EmptyWords {
    /** No evidence in any company. */
    private static final Set<String> EMPTY = Set.of((
            // articles, pointers, links
            "a an the this that these those it it's its it'll it'd there there's here here's and or but nor so than then if when"
                    + " while as also too because until till since"
                    // places and directions
                    + " of to in on at by for with from into onto about up out off over down through after before round"
                    // people
                    + " i me my mine we us our ours you your yours he him his she her hers they them their theirs one's"
                    + " i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll they're they've they'd"
                    + " they'll he's she's she'd he'd that's who's who'd who've who'll what's what'd"
                    // auxiliary verbs
                    + " am is are was were be been being have has had having do does did doing will would shall can"
                    + " could may might must should"
                    // fillers, what is Twitter's, and where it all happens
                    + " just even very really quite oh ah well ok yes aye lol tho rt via amp nhs m q b c d e w u ur x")
            .split(" "));

    /** Evidence only beside a word that says something: {@code start} is none, {@code start small} is. */
    private static final String VAGUE =
            // who and what
            "who whom whose what which where why how one someone somebody anyone anybody anything something thing things"
                    + " everything nothing none none's person other others another each either some any few lot lots bit stuff way"
                    + " same such else whoever whatever man woman men women lad lass chap guy lady boy girl folk"
                    // how many and how much
                    + " two three four five six seven eight nine ten eleven twelve forty hundred hundreds thousand thousands"
                    + " once twice half single first second third last next more most much many less least only all"
                    // when
                    + " now today tonight tomorrow yesterday morning afternoon evening night day days week weeks weekend month"
                    + " months year years hour hours hrs mins minutes early late later ago again already always ever often"
                    + " sometimes still yet soon sooner longer finally monday tuesday wednesday thursday friday saturday"
                    + " sunday mon tue tues wed thu thurs fri sat sun january february march april june july august"
                    + " september october november december"
                    // how
                    + " genuinely exactly actually apparently maybe perhaps almost anyway simply properly rather though like"
                    + " good great bad big small little old new nice right wrong hard easy easier sure true real whole"
                    + " complete completely known possible worth please sorry thanks thank hello dear"
                    // doing, in general
                    + " get gets got getting go goes going gone went come comes came make makes made making take takes took"
                    + " taken put puts keep keeps kept give gives gave given let lets want wants wanted need needs say says"
                    + " said saying tell tells told ask asks asked asking see sees saw seen look looks looked know knows knew"
                    + " think thinks thought find finds found use used using become becomes became begin start started seem"
                    + " mean means meant turn turns turned run ran sit sits stand stood hold held hang hung send sent bring"
                    + " brought leave left lose lost buy bought walk walked wore choose pick call called happen happened"
                    + " arrive stay isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't wouldn't couldn't"
                    // what stands about where these tweets come from
                    + " file wristband concrete colour annual tablet insulin chef desk drip pump rocker row side stairs wheelchair"
                    // short for something
                    + " wk yr pts em incl ta non ups thats";

    /** People bend these as they like. */
    private static final Set<String> VAGUE_STEMS =
            Tokens.of(VAGUE).stream().map(Token::stem).collect(Collectors.toUnmodifiableSet());

    private EmptyWords() {}

    /** Whether a pair of words with this one says no more than the other alone. */
    static boolean isEmpty(Token word) {
        return EMPTY.contains(word.form());
    }

    /** Whether the word says nothing alone. */
    static boolean isVague(Token word) {
        return isEmpty(word) || VAGUE_STEMS.contains(word.stem());
    }
}
