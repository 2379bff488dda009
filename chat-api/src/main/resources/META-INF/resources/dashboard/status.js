/** Says whether what is shown is what is there. */
import { byId } from './dom.js';
import { clockTime, count, number } from './words.js';

export function drawStatus({ offlineSince, isThrottled, isShut, refusal, figures: { meta } }) {
  const state = isThrottled ? 'throttled' : offlineSince ? 'offline' : isShut ? 'shut' : meta || refusal ? 'live' : 'starting';
  say('status', { throttled: 'Waiting', offline: 'Offline', shut: 'Asks for a key', live: 'Live', starting: 'Connecting …' }[state]);
  byId('status').dataset.state = state;
  say('banner', offlineSince ? offline(offlineSince, isThrottled, meta) : '');
  byId('banner').hidden = !offlineSince;
  say('figures', meta ? figures(meta) : '');
}

function offline(since, isThrottled, meta) {
  const why = isThrottled ? ', because too much was asked of it from here' : '';
  const shown = meta ? 'What you see is from then; this page catches up by itself.' : 'This page goes on trying by itself.';
  return `The chat has not answered since ${clockTime(since)}${why}. ${shown}`;
}

function figures({ total_tweet_count, tagged_tweet_count, codebook_version }) {
  const unread = total_tweet_count - tagged_tweet_count;
  return `${count(total_tweet_count, 'tweet')}${unread > 0 ? `, ${number(unread)} not read yet` : ''} · codebook version ${codebook_version}`;
}

/** A screen reader speaks when a text changes, also when it changes to itself. */
function say(id, text) {
  const node = byId(id);
  if (node.textContent !== text) node.textContent = text;
}
