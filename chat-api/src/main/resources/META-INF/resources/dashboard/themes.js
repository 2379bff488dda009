/** The themes as bars, the most spoken of first; a click shows the tweets of one. */
import { address, going } from './address.js';
import { byId, element, keep } from './dom.js';
import { count, percent } from './words.js';

export function drawThemes({ themes }) {
  const list = byId('bars');
  const chosen = address.get('theme');
  const most = Math.max(...themes.map(({ share }) => share), 0.01);
  keep(list, ranked(themes), {
    key: ({ id }) => id,
    state: (theme) => JSON.stringify([theme, chosen, most]),
    make: (theme) => bar(theme, chosen, most),
  });
  list.classList.toggle('chosen', chosen !== null);
}

const ranked = (themes) => themes.toSorted((a, b) => b.tweet_count - a.tweet_count);

function bar(theme, chosen, most) {
  const isChosen = theme.id === chosen;
  const fill = element('span', { class: 'fill' });
  fill.style.setProperty('--length', theme.share / most);
  return element(
    'li',
    { 'data-theme': theme.id },
    element(
      'a',
      { ...going({ theme: isChosen ? null : theme.id }), 'aria-current': isChosen ? 'true' : null, title: theme.description },
      element('span', { class: 'name' }, theme.name),
      element('span', { class: 'share' }, percent(theme.share)),
      element('span', { class: 'track', 'aria-hidden': 'true' }, fill),
      element('span', { class: 'counts' }, `${count(theme.tweet_count, 'tweet')} · ${count(theme.participant_count, 'person', 'people')}`),
    ),
  );
}
