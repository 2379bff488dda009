/** What stands where no tweets are: what to do about it. */
import { address, going } from './address.js';
import { byId, element } from './dom.js';
import { keep, key } from './key.js';
import { nothing } from './filters.js';

export function drawEmpty(chat) {
  const kind = kindOf(chat);
  const place = byId('empty');
  place.hidden = kind === null;
  const state = `${kind} ${chat.refusal?.message ?? ''} ${key() === null ? '' : 'given'}`;
  if (place.dataset.state === state) return;
  const isInUse = place.contains(document.activeElement);
  place.dataset.state = state;
  place.replaceChildren(...(kind ? WORDS[kind](chat) : []));
  if (isInUse) place.querySelector('input')?.focus();
}

function kindOf({ tweets, figures, refusal, isShut }) {
  if (isShut) return 'shut';
  if (refusal) return 'refused';
  if (tweets.length > 0 || figures.meta === null) return null;
  return Object.keys(address.filters()).length === 0 ? 'silent' : 'filtered';
}

const WORDS = {
  shut: (chat) => [
    element('h3', {}, 'This chat asks who comes'),
    element('p', { role: key() ? 'alert' : null }, whatItTakes(chat.refusal)),
    entry(chat),
    element('p', { class: 'hint' }, 'The key stays in this tab, and is forgotten when you close it.'),
  ],
  silent: () => [
    element('h3', {}, 'Nobody has said anything yet'),
    element('p', {}, 'Write the first tweet above; its themes show here within a second. Programs post them too:'),
    element('pre', { tabindex: '0' }, curl()),
  ],
  filtered: () => [
    element('h3', {}, 'No tweet is like that'),
    element('p', {}, 'None of the tweets matches all of the filters. One that does will show here by itself.'),
    element('p', {}, clear()),
  ],
  refused: ({ refusal }) => [
    element('h3', {}, 'The chat cannot be asked for that'),
    element('p', {}, `The service says: ${refusal.message}`),
    element('p', {}, clear()),
  ],
};

function whatItTakes({ status, message }) {
  if (status === 403) return `The service says: ${message} Try another key:`;
  return key() ? 'It does not take this key: unknown, expired or revoked. Try another:' : 'Give it a key that may read tweets and themes:';
}

function entry(chat) {
  const field = element('input', { name: 'key', type: 'password', required: true, autocomplete: 'off', 'aria-label': 'Your key' });
  const enter = (event) => {
    event.preventDefault();
    keep(field.value);
    // The same answer to another key is an answer too: it is drawn anew.
    byId('empty').dataset.state = '';
    chat.enter();
  };
  return element('form', { class: 'entry', onsubmit: enter }, field, element('button', { class: 'primary', type: 'submit' }, 'Enter'));
}

const clear = () => element('a', { class: 'button', ...going(nothing()) }, 'Clear the filters');

function curl() {
  const url = new URL('v1/tweets', document.baseURI);
  return `curl -X POST ${url} -H 'Content-Type: application/json' \\
  -d '{"author": {"username": "helenbevan"}, "text": "What does it take to rock the boat and stay in it? #NewEraNHS"}'`;
}
