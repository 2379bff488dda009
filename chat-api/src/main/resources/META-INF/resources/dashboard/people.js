/** Who speaks of what: the first few of every theme, or more of the one that is chosen. */
import { address, going } from './address.js';
import { byId, element } from './dom.js';
import { number } from './words.js';

let drawn = null;

export function drawPeople({ people }) {
  const heard = people.filter(({ speakers }) => speakers.length > 0);
  byId('people').hidden = heard.length === 0;
  if (people === drawn) return;
  drawn = people;
  const chosen = address.get('theme') !== null;
  byId('people-hint').textContent = chosen ? 'Who speaks of this theme most.' : 'Who speaks of each theme most.';
  byId('speakers').replaceChildren(...ranked(heard).map(ofTheme));
}

const ranked = (people) => people.toSorted((a, b) => b.theme.tweet_count - a.theme.tweet_count);

function ofTheme({ theme, speakers }) {
  return element(
    'li',
    { 'data-theme': theme.id },
    element('h3', {}, theme.name),
    element('ul', {}, speakers.map(speaker)),
  );
}

function speaker({ author, tweet_count }) {
  return element(
    'li',
    {},
    element('a', { ...going({ author: author.username }), title: author.name }, `@${author.username}`),
    element('span', { class: 'times' }, number(tweet_count)),
  );
}
