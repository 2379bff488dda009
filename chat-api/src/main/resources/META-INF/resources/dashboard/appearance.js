/** How the page is looked at: in the light or in the dark, at a desk or from the back of a room. */
import { address } from './address.js';
import { byId } from './dom.js';

const SCHEMES = { auto: 'Auto', light: 'Light', dark: 'Dark' };
const root = document.documentElement;

export function listenToAppearance() {
  byId('scheme').addEventListener('click', nextScheme);
  byId('projector').addEventListener('click', () => address.go({ view: isProjector() ? null : 'projector' }));
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && isProjector() && !byId('why').open && address.go({ view: null }));
}

export function drawAppearance() {
  root.toggleAttribute('data-projector', isProjector());
  byId('projector').setAttribute('aria-pressed', isProjector());
  byId('scheme').textContent = SCHEMES[scheme()];
  byId('scheme').setAttribute('aria-label', `Colours: ${SCHEMES[scheme()]}`);
}

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
