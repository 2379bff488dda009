/** One tweet as it stands on the wall. */
import { going } from './address.js';
import { element } from './dom.js';
import { markedText } from './evidence.js';
import { ago, certainty, exactly } from './words.js';

/** What makes a tweet look as it looks: another state is drawn anew. */
export const stateOf = (tweet, themes) =>
  JSON.stringify([tweet.revision, tweet.tagging, tweet.themes.map((it) => [it.theme, it.score, themes.get(it.theme)?.name])]);

/** @param themes the codebook's themes by their ids */
export function tweetView(tweet, themes) {
  const surest = tweet.themes.toSorted((a, b) => b.score - a.score);
  return element(
    'article',
    { class: 'tweet', tabindex: '0', 'data-theme': surest[0]?.theme, 'aria-label': `Tweet of ${nameOf(tweet.author)}` },
    element('header', {}, authorView(tweet.author), timeView(tweet.created_at)),
    element('p', { class: 'text', dir: 'auto' }, ...markedText(tweet, { tweet: tweet.id })),
    element('footer', {}, themeTags(tweet, surest, themes), why(tweet)),
  );
}

const nameOf = ({ name, username }) => name ?? `@${username}`;

/** Who wrote it; a click shows all that this person wrote. */
export function authorView({ name, username }) {
  return element(
    'a',
    { class: 'author', ...going({ author: username, tweet: null }) },
    name ? element('b', {}, name) : null,
    element(name ? 'span' : 'b', {}, `@${username}`),
  );
}

/** A time that ages: `refreshTimes` keeps it right. */
export function timeView(time) {
  return element('time', { datetime: time, title: exactly(time) }, ago(time));
}

export function refreshTimes() {
  for (const node of document.querySelectorAll('time[datetime]')) node.textContent = ago(node.dateTime);
}

function themeTags(tweet, surest, themes) {
  if (surest.length === 0) return element('p', { class: 'reading' }, reading(tweet.tagging.state));
  return element('ul', { class: 'tags', 'aria-label': 'Themes' }, surest.map((tag) => themeTag(tag, themes)));
}

function reading(state) {
  return { pending: 'Being read …', tagged: 'None of the themes', failed: 'Could not be read' }[state];
}

function themeTag({ theme, score }, themes) {
  return element(
    'li',
    { 'data-theme': theme },
    element('a', going({ theme, tweet: null }), themes.get(theme)?.name ?? theme, element('span', { class: 'score' }, certainty(score))),
  );
}

function why(tweet) {
  return element(
    'a',
    { class: 'why-link', ...going({ tweet: tweet.id }), 'aria-label': `Why these themes? ${nameOf(tweet.author)}` },
    'Why?',
  );
}
