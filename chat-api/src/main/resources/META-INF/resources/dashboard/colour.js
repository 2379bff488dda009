/** Colours that can be read. A codebook may bring any colour for a theme; the page's backgrounds are given. */

const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const hex = (rgb) => `#${rgb.map((it) => Math.round(it).toString(16).padStart(2, '0')).join('')}`;

/** WCAG's relative luminance, 0 for black to 1 for white. */
function luminance(colour) {
  const [r, g, b] = channels(colour).map((it) => {
    const part = it / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG's contrast of two colours, 1 to 21. */
export function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** The colour itself if it stands out enough from the background; else the nearest to it, towards black or white, that does. */
export function readable(colour, background, atLeast = 4.5) {
  const goal = luminance(background) > 0.18 ? 0 : 255;
  for (let step = 0; step < 100; step++) {
    const mixed = hex(channels(colour).map((it) => it + ((goal - it) * step) / 100));
    if (contrast(mixed, background) >= atLeast) return mixed;
  }
  return hex([goal, goal, goal]);
}
