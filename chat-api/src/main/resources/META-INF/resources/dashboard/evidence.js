/** Words that gave a theme: marked in the text, and told when a person points at them or comes to them by keyboard. */
import { going } from './address.js';
import { byId, element } from './dom.js';
import { runs } from './text.js';
import { certainty } from './words.js';

const told = new WeakMap();
const REACH = 8;
/** Words that weigh less than this help others to a theme. */
const TELLING = 1;
/** How long a pointer may be on its way from the words to what is told of them. */
const ON_THE_WAY = 250;

/**
 * The tweet's text with its links, and its evidence in the colours of the themes.
 *
 * @param opens where marked words lead, if they do: changes of the address
 */
export function markedText(tweet, opens = null) {
  return runs(tweet).map((run) => (run.entity ? link(run) : run.evidence.length ? mark(run, opens) : run.pieces[0].text));
}

function mark(run, opens) {
  const leads = opens ? { role: 'button', tabindex: '0', 'data-go': JSON.stringify(opens) } : {};
  const node = element('mark', leads, run.pieces.map(underlined));
  told.set(node, run.evidence);
  return node;
}

function link(run) {
  const node = element('a', target(run.entity), run.pieces.map(underlined));
  if (run.evidence.length) {
    node.classList.add('evidence');
    told.set(node, run.evidence);
  }
  return node;
}

/** One line for each theme, below each other; faint where the words say little by themselves. */
function underlined({ text, themes, evidence }) {
  return themes.reduceRight((inner, theme, depth) => {
    const line = element('span', { class: speaks(evidence, theme) ? 'line' : 'line faint', 'data-theme': theme }, inner);
    line.style.setProperty('--depth', depth);
    return line;
  }, text);
}

const speaks = (evidence, theme) => evidence.some((it) => it.theme === theme && it.weight >= TELLING);

function target(entity) {
  if (entity.kind === 'hashtag') return going({ hashtag: entity.tag });
  if (entity.kind === 'mention') return going({ author: entity.username });
  const url = /^https?:\/\//i.test(entity.url) ? entity.url : `https://${entity.url}`;
  return { href: url, rel: 'noopener noreferrer nofollow', target: '_blank' };
}

/**
 * Tells about marked words wherever they stand: at once, for as long as a person points at them, has the focus on them
 * or points at what is told, and until Escape.
 *
 * @param nameOf gives a theme's name
 */
export function tellEvidence(nameOf) {
  const tip = byId('tip');
  let at = null;
  let leaving;

  function show(node) {
    clearTimeout(leaving);
    if (node === at) return;
    hide();
    at = node;
    at.setAttribute('aria-describedby', tip.id);
    tip.replaceChildren(...byTheme(told.get(node)).map((group) => lines(group, nameOf)));
    tip.showPopover();
    place(tip, node);
  }

  function hide() {
    at?.removeAttribute('aria-describedby');
    at = null;
    tip.hidePopover();
  }

  function follow({ target }) {
    const node = target.closest?.('mark, a.evidence');
    if (told.has(node)) return show(node);
    clearTimeout(leaving);
    if (at && !tip.contains(target)) leaving = setTimeout(hide, ON_THE_WAY);
  }

  document.addEventListener('pointerover', follow);
  document.addEventListener('focusin', follow);
  document.addEventListener('scroll', hide, { passive: true });
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
}

const byTheme = (evidence) => [...new Set(evidence.map(({ theme }) => theme))].map((theme) => evidence.filter((it) => it.theme === theme));

function lines(group, nameOf) {
  const [{ theme, score }] = group;
  return element(
    'div',
    { class: 'told', 'data-theme': theme },
    element('p', {}, element('b', {}, nameOf(theme)), ` ${certainty(score)}`),
    ...group.map(({ indicator, weight }) => element('p', { class: 'because' }, `“${indicator}” weighs ${weight.toFixed(1)}`)),
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
