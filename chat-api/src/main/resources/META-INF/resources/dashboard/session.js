/** The chat session that is looked at: when, by whom, and what was asked. */
import { address } from './address.js';
import { byId, element } from './dom.js';
import { stretch } from './words.js';

let drawn = null;

export function drawSession(sessions) {
  const session = sessions.byId(address.get('chat_id'));
  const place = byId('session');
  place.hidden = session === null;
  if (session === null || JSON.stringify(session) === drawn) return;
  drawn = JSON.stringify(session);
  byId('session-title').textContent = session.title;
  byId('session-facts').textContent = facts(session);
  byId('session-transcript').href = `v1/chats/${encodeURIComponent(session.id)}/transcript`;
  byId('questions').replaceChildren(...session.questions.map(question));
}

function facts({ hashtag, starts_at, ends_at, host }) {
  return [`#${hashtag}`, stretch(starts_at, ends_at), host && `hosted by @${host}`].filter(Boolean).join(' · ');
}

const question = ({ label, text }) => element('li', {}, element('b', {}, label), element('span', {}, text));
