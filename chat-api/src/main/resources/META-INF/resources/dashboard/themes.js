/** The themes as bars, the most spoken of first; a click shows the tweets of one. */
import { address, going } from './address.js';
import { byId, element, keep } from './dom.js';
import { count, percent } from './words.js';

export function drawThemes({ themes }) {
  const list = byId('bars');
  byId('themes-hint').textContent = hint(address.filters());
  const chosen = address.get('theme');
  const most = Math.max(...themes.map(({ share }) => share), 0.01);
  keep(list, ranked(themes), {
    key: ({ id }) => id,
    state: (theme) => JSON.stringify([theme, chosen, most]),
    make: (theme) => bar(theme, chosen, most),
  });
  list.classList.toggle('chosen', chosen !== null);
}

/** The figures know nothing of words and authors; the wall does. */
function hint({ q, author }) {
  const whole = 'Share of the tweets that were read; one tweet may speak of several themes.';
  return q || author ? `${whole} Words and author narrow the tweets, not the figures.` : whole;
}

/** The most spoken of first. */
export const ranked = (themes) => themes.toSorted((a, b) => b.tweet_count - a.tweet_count);

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
      element(
        'span',
        { class: 'counts' },
        count(theme.tweet_count, 'tweet'),
        element('span', { class: 'by' }, ` · ${count(theme.participant_count, 'person', 'people')}`),
      ),
      element('span', { class: 'share' }, percent(theme.share)),
      element('span', { class: 'track', 'aria-hidden': 'true' }, fill),
    ),
  );
}
