/** The filters as a form, and as chips that take them away again. */
import { address, FILTERS, going } from './address.js';
import { byId, element, keep } from './dom.js';
import { moment } from './words.js';

const TYPING = 350;
const SIGNS = { hashtag: '#', author: '@' };
const TIMES = ['start_time', 'end_time'];
/** What is a click away, in minutes back from now. */
const LATELY = { 'Last 15 minutes': 15, 'Last hour': 60, 'Last day': 24 * 60, 'Any time': null };
const MINUTE = 60_000;
const form = byId('filters');
const when = byId('when');

/** Applies what is typed a moment after the typing ends, and what is chosen or sent at once. */
export function listenToFilters() {
  let waiting;
  const apply = () => {
    clearTimeout(waiting);
    address.go(typed());
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, TYPING);
  });
  form.addEventListener('change', apply);
  byId('lately').append(...Object.entries(LATELY).map(lately));
  document.addEventListener('click', ({ target }) => when.contains(target) || (when.open = false));
  when.addEventListener('focusout', ({ relatedTarget }) => relatedTarget && !when.contains(relatedTarget) && (when.open = false));
  when.addEventListener('keydown', ({ key }) => key === 'Escape' && closeWhen());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    apply();
  });
}

function lately([name, minutes]) {
  const choose = () => {
    closeWhen();
    address.go({ start_time: minutes && new Date(Date.now() - minutes * MINUTE).toISOString(), end_time: null });
  };
  return element('button', { class: 'quiet', type: 'button', onclick: choose }, name);
}

function closeWhen() {
  when.open = false;
  when.firstElementChild.focus();
}

/** Shows the filters in the form's fields, and leaves alone what somebody types that means the same. */
export function drawFields() {
  const filters = address.filters();
  for (const field of form.elements) {
    const value = filters[field.name] ?? null;
    if (field.name && meant(field.name, field.value.trim()) !== value) field.value = shown(field.name, value);
  }
  byId('when-now').textContent = time(filters);
}

/** Offers the chat sessions there are, and says which one is looked at. */
export function drawSessions({ list }) {
  const known = list.map(({ id, title }) => [id, title]);
  const chosen = address.get('chat_id');
  if (chosen && !list.some(({ id }) => id === chosen)) known.push([chosen, chosen]);
  byId('chats').hidden = known.length === 0;
  const field = form.elements.chat_id;
  const state = JSON.stringify(known);
  if (field.dataset.state === state) return;
  field.dataset.state = state;
  field.replaceChildren(...[['', 'all tweets'], ...known].map(([value, title]) => element('option', { value }, title)));
  field.value = chosen ?? '';
}

export function drawChips(themes, sessions) {
  const filters = address.filters();
  const names = new Map([...themes.map(({ id, name }) => [id, name]), ...sessions.list.map(({ id, title }) => [id, title])]);
  // A chat session that is known stands above the wall, larger than any chip.
  const set = FILTERS.filter((name) => filters[name] && !(name === 'chat_id' && sessions.byId(filters.chat_id)));
  const chips = set.map((name) => ({ name, changes: { [name]: null }, says: label(name, filters[name], names) }));
  if (set.length > 1) chips.push({ name: 'all', changes: nothing(), says: 'Clear all' });
  keep(byId('chips'), chips, {
    key: ({ name }) => name,
    state: ({ says, changes }) => `${says} ${address.with(changes)}`,
    make: (it) => (it.name === 'all' ? clearAll(it) : chip(it, filters)),
  });
}

function typed() {
  return Object.fromEntries([...form.elements].filter(({ name }) => name).map(({ name, value }) => [name, meant(name, value.trim())]));
}

/** What is typed in local time and with signs is asked for in UTC and without. */
function meant(name, value) {
  if (value === '') return null;
  if (TIMES.includes(name)) return new Date(value).toISOString();
  if (name === 'q' || name === 'chat_id') return value;
  return value.replace(/^[#@]/, '') || null;
}

function shown(name, value) {
  if (!value) return '';
  if (TIMES.includes(name)) return localTime(value);
  return `${SIGNS[name] ?? ''}${value}`;
}

function time({ start_time, end_time }) {
  if (start_time && end_time) return `${timeLabel(start_time)} – ${timeLabel(end_time)}`;
  if (start_time) return `from ${timeLabel(start_time)}`;
  return end_time ? `until ${timeLabel(end_time)}` : 'any';
}

/** As a datetime-local field takes it; empty if it is no time. */
function localTime(value) {
  const time = new Date(value);
  if (Number.isNaN(time.getTime())) return '';
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function chip({ name, changes, says }, filters) {
  return element(
    'li',
    { 'data-theme': name === 'theme' ? filters.theme : null },
    element('a', { ...going(changes), 'aria-label': `Take away: ${says}` }, says, element('span', { 'aria-hidden': 'true' }, '×')),
  );
}

function label(name, value, names) {
  switch (name) {
    case 'chat_id':
    case 'theme': return names.get(value) ?? value;
    case 'hashtag': return `#${value}`;
    case 'author': return `@${value}`;
    case 'q': return `“${value}”`;
    case 'start_time': return `from ${timeLabel(value)}`;
    case 'end_time': return `until ${timeLabel(value)}`;
  }
}

const timeLabel = (value) => (Number.isNaN(Date.parse(value)) ? value : moment(value));

const clearAll = ({ changes, says }) => element('li', { class: 'all' }, element('a', going(changes), says));

/** The changes that take every filter away. */
export const nothing = () => Object.fromEntries(FILTERS.map((name) => [name, null]));
