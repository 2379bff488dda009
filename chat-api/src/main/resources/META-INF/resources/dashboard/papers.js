/** Reports and transcripts of a chat that asks for a key: a link would come without it, so they are fetched and saved. */
import { credentials, key } from './key.js';

/** To be called once, with the element that holds the links. */
export function listenToPapers(place) {
  place.addEventListener('click', async (event) => {
    const link = event.target.closest('a[href*="v1/chats/"]');
    if (!link || !key()) return;
    event.preventDefault();
    const answer = await fetch(link.href, { headers: { ...credentials(), Accept: 'text/html' } }).catch(() => null);
    if (answer?.ok) save(await answer.blob(), `${link.textContent.trim().toLowerCase()}.html`);
  });
}

function save(page, name) {
  const saved = document.createElement('a');
  saved.href = URL.createObjectURL(page);
  saved.download = name;
  saved.click();
  setTimeout(() => URL.revokeObjectURL(saved.href));
}
