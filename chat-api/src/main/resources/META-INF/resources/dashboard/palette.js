/** Gives every theme its colour, readable on light and on dark: elements say `data-theme`, style sheets say `--theme`. */
import { readable } from './colour.js';

/** The surfaces that theme colours stand on; base.css has the same. The tinted ones are the hardest to read on. */
const LIGHT = '#f1efe9';
const DARK = '#262b34';
const NEUTRAL = '#808080';

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/** Paints these themes; call it again when the codebook changes. */
export function paint(themes) {
  sheet.replaceSync(themes.map(rule).join('\n'));
}

function rule({ id, color }) {
  const { light, dark } = colours(color);
  return `[data-theme="${CSS.escape(id)}"] { --theme: light-dark(${light}, ${dark}); }`;
}

/** A theme's colour for both schemes. */
export function colours(color) {
  const known = /^#[0-9a-f]{6}$/i.test(color ?? '') ? color : NEUTRAL;
  return { light: readable(known, LIGHT), dark: readable(known, DARK) };
}
