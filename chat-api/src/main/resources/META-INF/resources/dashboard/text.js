/** A tweet's text, cut where something begins or ends. The API counts code points; JavaScript's strings do not. */

/**
 * The text as runs that follow each other without a gap: `{entity, evidence, pieces: [{text, themes}]}`. A run is a
 * hashtag, mention or link, or words whose evidence hangs together, or what lies between. Evidence may overlap as it
 * likes: each piece names the themes that all of its letters speak for, the surest first.
 */
export function runs(tweet) {
  const found = [];
  for (const piece of pieces(tweet)) {
    const last = found.at(-1);
    if (last && belongs(piece, last)) extend(last, piece);
    else found.push({ entity: piece.entity, evidence: [...piece.evidence], pieces: [piece] });
  }
  return found;
}

function belongs(piece, run) {
  if (piece.entity || run.entity) return piece.entity === run.entity;
  return piece.evidence.some((it) => run.evidence.includes(it));
}

function extend(run, piece) {
  run.pieces.push(piece);
  run.evidence.push(...piece.evidence.filter((it) => !run.evidence.includes(it)));
}

/** The text, cut wherever an entity or a piece of evidence begins or ends. */
function pieces(tweet) {
  const points = Array.from(tweet.text);
  const evidence = evidenceOf(tweet);
  const entities = entitiesOf(tweet);
  return cuts(points.length, [...entities, ...evidence]).map(([start, end]) => {
    const here = evidence.filter((it) => covers(it, start, end));
    return {
      text: points.slice(start, end).join(''),
      entity: entities.find((it) => covers(it, start, end)) ?? null,
      evidence: here,
      themes: [...new Set(here.map(({ theme }) => theme))],
    };
  });
}

/** Every piece of evidence with the theme that it speaks for, the surest theme first. */
function evidenceOf(tweet) {
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

function cuts(length, spans) {
  const places = new Set([0, length]);
  for (const { start, end } of spans) places.add(start).add(end);
  const sorted = [...places].toSorted((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => [start, sorted[i + 1]]);
}

const covers = (span, start, end) => span.start <= start && end <= span.end;
