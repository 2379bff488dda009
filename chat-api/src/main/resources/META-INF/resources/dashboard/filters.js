/** The filters as a form, and as chips that take them away again. */
import { address, FILTERS, going } from './address.js';
import { byId, element } from './dom.js';
import { moment } from './words.js';

const TYPING = 350;
const SIGNS = { hashtag: '#', author: '@' };
const TIMES = ['start_time', 'end_time'];
const form = byId('filters');

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
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    apply();
  });
}

/** Shows the filters in the form's fields, and leaves alone what somebody types that means the same. */
export function drawFields() {
  const filters = address.filters();
  for (const field of form.elements) {
    const value = filters[field.name] ?? null;
    if (field.name && meant(field.name, field.value.trim()) !== value) field.value = shown(field.name, value);
  }
}

export function drawChips(themes) {
  const filters = address.filters();
  const names = new Map(themes.map(({ id, name }) => [id, name]));
  const set = FILTERS.filter((name) => filters[name]);
  byId('chips').replaceChildren(...set.map((name) => chip(name, filters[name], names)), ...(set.length > 1 ? [clearAll()] : []));
}

function typed() {
  return Object.fromEntries([...form.elements].filter(({ name }) => name).map(({ name, value }) => [name, meant(name, value.trim())]));
}

/** What is typed in local time and with signs is asked for in UTC and without. */
function meant(name, value) {
  if (value === '') return null;
  if (TIMES.includes(name)) return new Date(value).toISOString();
  if (name === 'q') return value;
  return value.replace(/^[#@]/, '') || null;
}

function shown(name, value) {
  if (!value) return '';
  if (TIMES.includes(name)) return localTime(value);
  return `${SIGNS[name] ?? ''}${value}`;
}

/** As a datetime-local field takes it; empty if it is no time. */
function localTime(value) {
  const time = new Date(value);
  if (Number.isNaN(time.getTime())) return '';
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function chip(name, value, names) {
  const says = label(name, value, names);
  return element(
    'li',
    { 'data-theme': name === 'theme' ? value : null },
    element('a', { ...going({ [name]: null }), 'aria-label': `Take away: ${says}` }, says, element('span', { 'aria-hidden': 'true' }, '×')),
  );
}

function label(name, value, names) {
  switch (name) {
    case 'theme': return names.get(value) ?? value;
    case 'hashtag': return `#${value}`;
    case 'author': return `@${value}`;
    case 'q': return `“${value}”`;
    case 'start_time': return `from ${timeLabel(value)}`;
    case 'end_time': return `until ${timeLabel(value)}`;
  }
}

const timeLabel = (value) => (Number.isNaN(Date.parse(value)) ? value : moment(value));

const clearAll = () => element('li', { class: 'all' }, element('a', going(nothing()), 'Clear all'));

/** The changes that take every filter away. */
export const nothing = () => Object.fromEntries(FILTERS.map((name) => [name, null]));
