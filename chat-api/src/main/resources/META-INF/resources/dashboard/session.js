/** The chat session that is looked at: when, by whom, what was asked, and what is talked about now. */
import { address } from './address.js';
import { byId, element } from './dom.js';
import { stretch } from './words.js';

let drawn = null;

export function drawSession(sessions) {
  const session = sessions.byId(address.get('chat_id'));
  const place = byId('session');
  place.hidden = session === null;
  const current = turnAt(Date.now(), sessions.turns);
  const now = JSON.stringify([session, current]);
  if (session === null || now === drawn) return;
  drawn = now;
  byId('session-title').textContent = session.title;
  byId('session-facts').textContent = facts(session);
  for (const paper of ['report', 'transcript']) byId(`session-${paper}`).href = `v1/chats/${encodeURIComponent(session.id)}/${paper}`;
  byId('questions').replaceChildren(...session.questions.map((it) => question(it, current)));
}

/** The label of the question that is talked about at a moment, or null. */
const turnAt = (now, turns) => turns.find(({ start, end }) => Date.parse(start) <= now && now < Date.parse(end))?.question ?? null;

function facts({ hashtag, starts_at, ends_at, host }) {
  return [`#${hashtag}`, stretch(starts_at, ends_at), host && `hosted by @${host}`].filter(Boolean).join(' · ');
}

const question = ({ label, text }, current) =>
  element('li', { 'aria-current': label === current ? 'true' : null }, element('b', {}, label), element('span', {}, text));
