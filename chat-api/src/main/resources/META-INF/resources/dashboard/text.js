/** A tweet's text, cut where something begins or ends. The API counts code points; JavaScript's strings do not. */

/**
 * The text as parts that follow each other without a gap: `{text, entity, evidence}`. A part lies in at most one entity
 * (a hashtag, a mention, a link) and under all of `evidence`, which may overlap as it likes.
 */
export function parts(tweet) {
  const points = Array.from(tweet.text);
  const evidence = evidenceOf(tweet);
  const entities = entitiesOf(tweet);
  return pieces(points.length, [...entities, ...evidence]).map(([start, end]) => ({
    text: points.slice(start, end).join(''),
    entity: entities.find((it) => covers(it, start, end)) ?? null,
    evidence: evidence.filter((it) => covers(it, start, end)),
  }));
}

/** Every piece of evidence with the theme that it speaks for, the surest theme first. */
export function evidenceOf(tweet) {
  return tweet.themes
    .toSorted((a, b) => b.score - a.score)
    .flatMap(({ theme, score, evidence }) => evidence.map((it) => ({ ...it, theme, score })));
}

function entitiesOf({ entities }) {
  return [
    ...entities.hashtags.map((it) => ({ ...it, kind: 'hashtag' })),
    ...entities.mentions.map((it) => ({ ...it, kind: 'mention' })),
    ...entities.urls.map((it) => ({ ...it, kind: 'url' })),
  ];
}

function pieces(length, spans) {
  const cuts = new Set([0, length]);
  for (const { start, end } of spans) cuts.add(start).add(end);
  const sorted = [...cuts].toSorted((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => [start, sorted[i + 1]]);
}

const covers = (span, start, end) => span.start <= start && end <= span.end;
