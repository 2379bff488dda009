/** The elements of the page, made and found. */

/**
 * Makes an element. Children that are strings become text: nothing that people wrote is ever read as markup.
 * Attributes that are null or false are left out; those that begin with "on" are listeners.
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== false));
  return node;
}

function set(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
  else node.setAttribute(name, value === true ? '' : value);
}

/** The element of this id, which the page has. */
export const byId = (id) => document.getElementById(id);

/**
 * Makes the list's children those of `items`, in their order. A child stays the same element as long as its item's key
 * and state stay, so that focus, selection and a running animation stay too.
 */
export function keep(list, items, { key, state, make }) {
  const old = new Map([...list.children].map((child) => [child.dataset.key, child]));
  const wanted = items.map((item) => {
    const child = old.get(key(item));
    return child?.dataset.state === state(item) ? child : named(make(item), key(item), state(item));
  });
  const focus = focusIn(list);
  const staying = new Set(wanted);
  for (const child of [...list.children]) if (!staying.has(child)) child.remove();
  wanted.forEach((child, at) => {
    if (list.children[at] !== child) list.insertBefore(child, list.children[at] ?? null);
  });
  if (focus && !list.contains(document.activeElement)) giveFocus(list, focus);
}

const FOCUSABLE = 'a, button, [tabindex]';

/** Which child has the focus, and at which of its places. */
function focusIn(list) {
  const child = [...list.children].find((it) => it.contains(document.activeElement));
  return child && { key: child.dataset.key, at: [...child.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement) };
}

/** A child that was drawn anew under somebody's hands gets the focus back. */
function giveFocus(list, { key, at }) {
  const child = [...list.children].find((it) => it.dataset.key === key);
  (child?.querySelectorAll(FOCUSABLE)[at] ?? child)?.focus({ preventScroll: true });
}

function named(child, key, state) {
  child.dataset.key = key;
  child.dataset.state = state;
  return child;
}
