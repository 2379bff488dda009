/**
 * Where the person is, kept in the page's address and nowhere else, so that every view can be shared, bookmarked and
 * gone back to. Says "change" when it changes.
 */

/** The filters, by the names that the API gives them. */
export const FILTERS = ['chat_id', 'theme', 'hashtag', 'author', 'q', 'start_time', 'end_time'];

const KNOWN = [...FILTERS, 'tweet', 'view'];

class Address extends EventTarget {
  constructor() {
    super();
    addEventListener('popstate', () => this.#changed());
  }

  /** What the address says of this name, or null. */
  get(name) {
    return new URLSearchParams(location.search).get(name) || null;
  }

  /** The filters that are set, as the API takes them. */
  filters() {
    return Object.fromEntries(FILTERS.map((name) => [name, this.get(name)]).filter(([, value]) => value));
  }

  /** The address of the same view with these changes; null takes away. */
  with(changes) {
    const next = new URLSearchParams();
    for (const name of KNOWN) {
      const value = name in changes ? changes[name] : this.get(name);
      if (value) next.set(name, value);
    }
    const search = next.toString();
    return search ? `./?${search}` : './';
  }

  /** Goes there; the browser's back button comes back. */
  go(changes) {
    const next = new URL(this.with(changes), document.baseURI);
    if (next.search === location.search) return;
    history.pushState(null, '', next);
    this.#changed();
  }

  /** Follows links within this page without loading it again; others, and those meant for a new tab, are left alone. */
  followLinks() {
    document.addEventListener('click', (click) => {
      const link = click.target.closest('[data-go]');
      if (!link || click.ctrlKey || click.metaKey || click.shiftKey) return;
      click.preventDefault();
      this.go(JSON.parse(link.dataset.go));
    });
    document.addEventListener('keydown', (press) => {
      if (press.target.role !== 'button' || !['Enter', ' '].includes(press.key)) return;
      press.preventDefault();
      press.target.click();
    });
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

export const address = new Address();

/** The attributes of a link that changes the view. */
export const going = (changes) => ({ href: address.with(changes), 'data-go': JSON.stringify(changes) });
