/** How the page is looked at: in the light or in the dark, at a desk or from the back of a room. */
import { address } from './address.js';
import { byId } from './dom.js';

const SCHEMES = { auto: 'Colours: as this machine', light: 'Colours: light', dark: 'Colours: dark' };
const root = document.documentElement;
const darkRoom = matchMedia('(prefers-color-scheme: dark)');

/** @param changed called when the page looks different: what is drawn in colours of its own is drawn again */
export function listenToAppearance(changed) {
  darkRoom.addEventListener('change', changed);
  byId('scheme').addEventListener('click', () => {
    nextScheme();
    changed();
  });
  byId('projector').addEventListener('click', () => address.go({ view: isProjector() ? null : 'projector' }));
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && isProjector() && !byId('why').open && address.go({ view: null }));
}

export function drawAppearance() {
  root.toggleAttribute('data-projector', isProjector());
  byId('projector').setAttribute('aria-pressed', isProjector());
  byId('scheme').title = SCHEMES[scheme()];
  byId('scheme').setAttribute('aria-label', SCHEMES[scheme()]);
}

/** Whether the page is dark now, by choice or because the machine says so. */
export const isDark = () => (scheme() === 'auto' ? darkRoom.matches : scheme() === 'dark');

const isProjector = () => address.get('view') === 'projector';
const scheme = () => root.dataset.scheme ?? 'auto';

function nextScheme() {
  const names = Object.keys(SCHEMES);
  const next = names[(names.indexOf(scheme()) + 1) % names.length];
  if (next === 'auto') delete root.dataset.scheme;
  else root.dataset.scheme = next;
  localStorage.setItem('scheme', next);
  drawAppearance();
}
