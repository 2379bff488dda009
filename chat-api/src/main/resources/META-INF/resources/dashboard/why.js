/** The panel that answers for a tweet's themes: which words gave each, what they weigh, by which codebook, and when. */
import { address } from './address.js';
import { get, Refused } from './api.js';
import { byId, element } from './dom.js';
import { markedText } from './evidence.js';
import { authorView, timeView } from './tweet.js';
import { certainty, exactly } from './words.js';

const panel = byId('why');

/** Opens for the tweet that the address names, and closes with it. */
export function listenToWhy() {
  panel.addEventListener('close', () => address.go({ tweet: null }));
  panel.addEventListener('click', (click) => {
    if (click.target === panel) panel.close();
  });
}

/**
 * While the chat is shut the panel stays shut: it would cover the field for the key.
 *
 * @param themes the codebook's themes by their ids
 */
export async function drawWhy(themes) {
  const id = address.get('tweet');
  if (!id) return panel.open && panel.close();
  const tweet = await read(id);
  if (address.get('tweet') !== id || tweet.isShut) return;
  panel.replaceChildren(...(tweet.data ? answer(tweet.data, themes) : [head(), element('p', {}, tweet.problem)]));
  if (!panel.open) panel.showModal();
}

function read(id) {
  return get(`v1/tweets/${encodeURIComponent(id)}`).catch((failure) => ({
    isShut: failure.isShut,
    problem: failure instanceof Refused ? sentence(failure) : 'The chat does not answer; this panel needs it.',
  }));
}

const sentence = ({ status, message }) =>
  ({ 404: 'There is no such tweet.', 410: 'This tweet was erased.' })[status] ?? `The service says: ${message}`;

function answer(tweet, themes) {
  const surest = tweet.themes.toSorted((a, b) => b.score - a.score);
  return [
    head(),
    element(
      'blockquote',
      {},
      element('header', {}, authorView(tweet.author), timeView(tweet.created_at)),
      element('p', { class: 'text', dir: 'auto' }, ...markedText(tweet)),
    ),
    ...(surest.length ? surest.map((tag) => reason(tag, themes.get(tag.theme))) : [element('p', {}, none(tweet.tagging.state))]),
    provenance(tweet),
  ];
}

function head() {
  return element(
    'div',
    { class: 'why-head' },
    element('h2', { id: 'why-title' }, 'Why these themes?'),
    element('button', { class: 'quiet', type: 'button', onclick: () => panel.close() }, 'Close'),
  );
}

function none(state) {
  return {
    pending: 'This tweet waits to be read.',
    tagged: 'It was read, and none of its words speaks clearly enough for a theme.',
    failed: 'It could not be read.',
  }[state];
}

function reason({ theme, score, evidence }, known) {
  return element(
    'section',
    { class: 'reason', 'data-theme': theme },
    element('h3', {}, known?.name ?? theme, element('span', { class: 'score' }, certainty(score))),
    meter(score),
    known ? element('p', { class: 'hint' }, known.description) : null,
    element(
      'table',
      {},
      element('caption', { class: 'visually-hidden' }, `Words that speak for ${known?.name ?? theme}`),
      element('thead', {}, row('th', 'In the tweet', 'Indicator', 'Weight')),
      element('tbody', {}, ...evidence.toSorted((a, b) => b.weight - a.weight).map((it) => row('td', it.text, it.indicator, weight(it, evidence)))),
    ),
  );
}

function meter(score) {
  const fill = element('span', { class: 'fill' });
  fill.style.setProperty('--length', score);
  return element('span', { class: 'track', 'aria-hidden': 'true' }, fill);
}

/** A number, and as long a line as it is heavy among the others. */
function weight(it, evidence) {
  const node = element('span', { class: 'weight' }, it.weight.toFixed(1));
  node.style.setProperty('--length', it.weight / Math.max(...evidence.map((other) => other.weight)));
  return node;
}

const row = (cell, ...texts) => element('tr', {}, ...texts.map((text) => element(cell, cell === 'th' ? { scope: 'col' } : {}, text)));

function provenance({ id, tagging }) {
  return element(
    'footer',
    { class: 'provenance' },
    tagging.tagged_at
      ? element('p', {}, `Read by a machine, not by a person, on ${exactly(tagging.tagged_at)} with version ${tagging.codebook_version} of the codebook. `
          + 'The score says how sure it is: the indicators that are found add their weights.')
      : null,
    element('p', {}, element('a', { href: `v1/tweets/${encodeURIComponent(id)}` }, 'This tweet as data')),
  );
}
