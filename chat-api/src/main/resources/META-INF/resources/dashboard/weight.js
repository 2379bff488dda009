/**
 * Twitter's weighted length, version 3 of its configuration, for the counter under the composer. The service has the
 * last word: it counts with Twitter's own library, which also knows every top-level domain.
 */

export const MOST = 280;

const URL_WEIGHT = 23;
/** Weighs one; everything else weighs two. */
const LIGHT = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];
const URLS = /(?<![\p{L}\p{N}@#$_.-])https?:\/\/(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?(?:\/(?:[^\s<>"“”‘’()]|\([^\s()]*\))*(?:[\p{L}\p{N}/_~=#&+-]|\([^\s()]*\)))?\/?/giu;
const EMOJI = /^\p{RGI_Emoji}$/v;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How much of the 280 a text uses. */
export function weightedLength(text) {
  if (/^[\0- ]*$/.test(text)) return 0;
  const composed = text.normalize('NFC');
  const urls = composed.match(URLS) ?? [];
  const rest = composed.replace(URLS, '');
  return urls.length * URL_WEIGHT + Array.from(graphemes.segment(rest), ({ segment }) => weight(segment)).reduce(sum, 0);
}

/** An emoji weighs two, of however many code points it is made. */
function weight(grapheme) {
  if (EMOJI.test(grapheme)) return 2;
  return Array.from(grapheme, (point) => pointWeight(point.codePointAt(0))).reduce(sum, 0);
}

const pointWeight = (point) => (LIGHT.some(([from, to]) => from <= point && point <= to) ? 1 : 2);
const sum = (a, b) => a + b;
