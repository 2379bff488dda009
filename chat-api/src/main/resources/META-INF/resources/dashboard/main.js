/** Puts the page together: the address says what is looked at, the chat says what is there, the views draw it. */
import { address } from './address.js';
import { drawAppearance, listenToAppearance } from './appearance.js';
import { Chat } from './chat.js';
import { listenToComposer } from './composer.js';
import { byId } from './dom.js';
import { drawEmpty } from './empty.js';
import { tellEvidence } from './evidence.js';
import { drawChips, drawFields, drawSessions, listenToFilters } from './filters.js';
import { paint } from './palette.js';
import { listenToPapers } from './papers.js';
import { drawPeople } from './people.js';
import { drawSession } from './session.js';
import { drawStatus } from './status.js';
import { drawThemes } from './themes.js';
import { drawTimeline, listenToTimeline } from './timeline.js';
import { drawTogether } from './together.js';
import { refreshTimes } from './tweet.js';
import { Wall } from './wall.js';
import { drawWhy, listenToWhy } from './why.js';

const AGING = 20_000;

const chat = new Chat(address.filters());
const wall = new Wall(chat);
let filters = JSON.stringify(address.filters());
let codebook = null;

const themesById = () => new Map(chat.figures.themes.map((theme) => [theme.id, theme]));

function draw() {
  const { figures } = chat;
  // While the chat is shut no codebook counts as known: once it opens, the panel that waited for a key is drawn.
  const current = chat.isShut ? null : figures.meta?.codebook_version;
  if (codebook !== current) {
    codebook = current;
    paint(figures.themes);
    drawWhy(themesById());
  }
  drawSessions(chat.sessions);
  drawSession(chat.sessions);
  drawChips(figures.themes, chat.sessions);
  drawStatus(chat);
  drawThemes(figures);
  drawTimeline(figures);
  drawTogether(figures);
  drawPeople(figures);
  wall.draw();
  drawEmpty(chat);
}

function arrive() {
  drawAppearance();
  drawSessions(chat.sessions);
  drawFields();
  drawChips(chat.figures.themes, chat.sessions);
  drawWhy(themesById());
  const now = JSON.stringify(address.filters());
  if (now === filters) return draw();
  filters = now;
  wall.clear();
  chat.filter(address.filters());
}

chat.addEventListener('change', draw);
address.addEventListener('change', arrive);
address.followLinks();
listenToAppearance(() => drawTimeline(chat.figures, true));
listenToFilters();
listenToComposer((tweet) => chat.take(tweet));
listenToWhy();
listenToPapers(byId('session'));
tellEvidence((id) => themesById().get(id)?.name ?? id);
setInterval(refreshTimes, AGING);
drawAppearance();
drawSessions(chat.sessions);
drawFields();
chat.run();
listenToTimeline(chat.figures);
