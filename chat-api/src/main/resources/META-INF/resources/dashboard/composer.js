/** Where a person tweets. */
import { newKey, post, Refused } from './api.js';
import { byId } from './dom.js';
import { MOST, weightedLength } from './weight.js';

const NEAR = 20;
const WHO = 'username';
const form = byId('composer');
const text = form.elements.text;
const who = form.elements.username;
const counter = byId('composer-count');
const problem = byId('composer-problem');

/** @param posted called with every tweet that was accepted */
export function listenToComposer(posted) {
  // One key for one text: a second try after a lost answer does not tweet twice.
  let key = newKey();
  who.value = localStorage.getItem(WHO) ?? '';
  form.addEventListener('input', () => {
    key = newKey();
    complain(null);
    drawCount();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (form.hasAttribute('aria-busy') || !isComplete()) return;
    form.setAttribute('aria-busy', 'true');
    const sent = draft();
    try {
      const { data } = await post('v1/tweets', sent, key);
      key = newKey();
      accepted(sent);
      posted(data);
    } catch (failure) {
      complain(text, sentence(failure));
    }
    form.removeAttribute('aria-busy');
  });
  // The answer may be there before a double click or a held key has come to its end: neither asks for a second tweet.
  form.addEventListener('click', (click) => click.detail > 1 && click.target.type === 'submit' && click.preventDefault());
  text.addEventListener('keydown', (press) => {
    if (press.key === 'Enter' && (press.ctrlKey || press.metaKey) && !press.repeat) form.requestSubmit();
  });
}

const draft = () => ({ text: text.value, author: { username: who.value.trim().replace(/^@/, '') } });

function sentence(failure) {
  if (failure instanceof Refused) return `Not tweeted: ${failure.message}`;
  return 'Not tweeted: the chat does not answer. Your words are kept here; try again in a moment.';
}

function isComplete() {
  if (text.value.trim() === '') return complain(text, 'Write something first.');
  if (left() < 0) return complain(text, `A tweet holds ${MOST} characters; this one has ${-left()} too many.`);
  if (!/^@?[A-Za-z0-9_]{1,20}$/.test(who.value.trim())) {
    return complain(who, 'Say who you are: a username of 1 to 20 letters, digits and underscores.');
  }
  return true;
}

/** Says what is wrong where it is wrong; null: nothing is. */
function complain(field, words = '') {
  for (const each of [text, who]) each.toggleAttribute('aria-invalid', false);
  problem.textContent = words;
  if (!field) return;
  field.setAttribute('aria-invalid', 'true');
  field.focus();
}

/** What was typed in the meantime stays. */
function accepted(sent) {
  localStorage.setItem(WHO, who.value.trim());
  complain(null);
  if (text.value === sent.text) text.value = '';
  drawCount();
}

const left = () => MOST - weightedLength(text.value);

function drawCount() {
  counter.textContent = left();
  counter.dataset.state = left() < 0 ? 'over' : left() <= NEAR ? 'near' : 'room';
}
