/** Words that gave a theme: marked in the text, and told when a person points at them or comes to them by keyboard. */
import { going } from './address.js';
import { byId, element } from './dom.js';
import { parts } from './text.js';
import { percent } from './words.js';

const told = new WeakMap();
const REACH = 8;

/**
 * The tweet's text with its links, and its evidence in the colours of the themes.
 *
 * @param opens where marked words lead, if they do: changes of the address
 */
export function markedText(tweet, opens = null) {
  return parts(tweet).map((part) => (part.entity ? link(part) : part.evidence.length ? mark(part, opens) : part.text));
}

function mark(part, opens) {
  const themes = themesOf(part);
  // The space between two words may lie under evidence too; nobody needs to come to it.
  const leads = opens && part.text.trim() ? { role: 'button', tabindex: '0', 'data-go': JSON.stringify(opens) } : {};
  const node = element('mark', { 'data-theme': themes[0], ...leads }, underlined(part.text, themes));
  told.set(node, part.evidence);
  return node;
}

/** One line for each theme, below each other. */
function underlined(text, themes) {
  return themes.reduceRight((inner, theme, depth) => {
    const line = element('span', { class: 'line', 'data-theme': theme }, inner);
    line.style.setProperty('--depth', depth);
    return line;
  }, text);
}

function link(part) {
  const themes = themesOf(part);
  const node = element('a', target(part.entity), themes.length ? underlined(part.text, themes) : part.text);
  if (themes.length) {
    node.classList.add('evidence');
    told.set(node, part.evidence);
  }
  return node;
}

function target(entity) {
  if (entity.kind === 'hashtag') return going({ hashtag: entity.tag });
  if (entity.kind === 'mention') return going({ author: entity.username });
  const url = URL.canParse(entity.url) ? entity.url : `https://${entity.url}`;
  return { href: url, rel: 'noopener noreferrer nofollow', target: '_blank' };
}

const themesOf = ({ evidence }) => [...new Set(evidence.map(({ theme }) => theme))];

/** Tells about marked words wherever they stand. `nameOf` gives a theme's name. */
export function tellEvidence(nameOf) {
  const tip = byId('tip');
  let at = null;

  function show(node) {
    if (node === at) return;
    hide();
    at = node;
    tip.replaceChildren(...told.get(node).map((it) => line(it, nameOf)));
    tip.showPopover();
    place(tip, node);
    node.setAttribute('aria-describedby', 'tip');
  }

  function hide() {
    at?.removeAttribute('aria-describedby');
    at = null;
    tip.hidePopover();
  }

  const carrier = (target) => target.closest?.('mark, a.evidence') ?? null;
  const follow = ({ target }) => {
    const node = carrier(target);
    if (node && told.has(node)) show(node);
    else if (!tip.contains(target)) hide();
  };
  document.addEventListener('pointerover', follow);
  document.addEventListener('focusin', follow);
  document.addEventListener('focusout', hide);
  document.addEventListener('scroll', hide, { passive: true });
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
}

function line({ theme, score, indicator, weight }, nameOf) {
  return element(
    'p',
    { 'data-theme': theme },
    element('b', {}, nameOf(theme)),
    ` ${percent(score)}`,
    element('span', { class: 'because' }, `“${indicator}” weighs ${weight.toFixed(1)}`),
  );
}

/** Above the words, or below them where there is no room above. */
function place(tip, node) {
  const words = node.getClientRects()[0];
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.min(Math.max(REACH, words.left + words.width / 2 - width / 2), innerWidth - width - REACH);
  const top = words.top - height - REACH > 0 ? words.top - height - REACH : words.bottom + REACH;
  tip.style.setProperty('left', `${left}px`);
  tip.style.setProperty('top', `${top}px`);
}
