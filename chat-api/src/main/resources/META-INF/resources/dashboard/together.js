/** Which themes are spoken of in the same tweet: a triangle of pairs, the darker the more often. */
import { byId, element } from './dom.js';
import { ranked } from './themes.js';
import { count, percent } from './words.js';

const LIGHTEST = 8;
const DARKEST = 62;

let drawn = null;

export function drawTogether({ pairs, themes }) {
  byId('together').hidden = pairs.length === 0;
  if (pairs === drawn || pairs.length === 0) return;
  drawn = pairs;
  const names = new Map(themes.map(({ id, name }) => [id, name]));
  const present = ranked(themes).filter(({ id }) => pairs.some(({ a, b }) => a === id || b === id));
  byId('together-hint').textContent = sentence(pairs[0], names);
  byId('pairs').replaceChildren(triangle(present, pairs));
}

const sentence = ({ a, b, count: often }, names) =>
  `Most often in one tweet: ${names.get(a) ?? a} with ${names.get(b) ?? b}, ${count(often, 'time')}.`;

function triangle(themes, pairs) {
  const counts = new Map(pairs.flatMap((pair) => [[`${pair.a} ${pair.b}`, pair], [`${pair.b} ${pair.a}`, pair]]));
  const most = pairs[0].count;
  return element(
    'table',
    { class: 'triangle' },
    element('caption', { class: 'visually-hidden' }, 'Tweets that carry both themes'),
    element('thead', {}, element('tr', {}, element('td'), themes.slice(0, -1).map(head))),
    element('tbody', {}, themes.slice(1).map((row, at) => element(
      'tr',
      {},
      element('th', { scope: 'row', 'data-theme': row.id }, row.name),
      themes.slice(0, at + 1).map((column) => cell(counts.get(`${row.id} ${column.id}`), row, column, most)),
    ))),
  );
}

const head = ({ id, name }) => element('th', { scope: 'col', 'data-theme': id, title: name }, element('span', { class: 'visually-hidden' }, name));

function cell(pair, row, column, most) {
  if (!pair) return element('td', {}, element('span', { class: 'none' }, '·'));
  const node = element(
    'td',
    { 'data-theme': row.id, title: `${row.name} with ${column.name}: ${count(pair.count, 'tweet')}, ${percent(pair.jaccard)} of those with either` },
    String(pair.count),
  );
  node.style.setProperty('--strength', `${LIGHTEST + ((DARKEST - LIGHTEST) * pair.count) / most}%`);
  return node;
}
