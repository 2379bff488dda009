/** Which question was being talked about, as bands behind the timeline. */
import { byId, element } from './dom.js';

const place = byId('timeline-bands');

/**
 * @param timeline its buckets follow one another, each as long as the others
 * @param middleOf tells how far right the middle of a bucket is, in pixels
 */
export function drawBands({ buckets, turns }, middleOf) {
  const isTold = turns.length > 0 && buckets.length > 1;
  place.parentElement.classList.toggle('banded', isTold);
  place.replaceChildren(...(isTold ? turns.flatMap((turn, number) => band(turn, number, scale(buckets, middleOf))) : []));
}

/** From a moment to how far right it is; what lies beyond the buckets is drawn at their edge. */
function scale(buckets, middleOf) {
  const width = middleOf(1) - middleOf(0);
  const left = middleOf(0) - width / 2;
  const first = Date.parse(buckets[0].start);
  const length = Date.parse(buckets[0].end) - first;
  return (time) => left + width * Math.min(Math.max((Date.parse(time) - first) / length, 0), buckets.length);
}

function band({ question, start, end }, number, at) {
  const width = at(end) - at(start);
  if (width <= 0) return [];
  const drawn = element('div', { class: number % 2 === 0 ? 'band odd' : 'band' }, question);
  drawn.style.left = `${at(start)}px`;
  drawn.style.width = `${width}px`;
  return [drawn];
}

/** The turn that most of a stretch belongs to, or undefined. */
export const turnIn = (turns, start, end) => {
  const middle = (Date.parse(start) + Date.parse(end)) / 2;
  return turns.find((turn) => Date.parse(turn.start) <= middle && middle < Date.parse(turn.end));
};
