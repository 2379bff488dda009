/** When each theme was spoken of: a row of bars for every theme, of which a stretch can be chosen, and the same as a table. */
import { address, going } from './address.js';
import { isDark } from './appearance.js';
import { drawBands, turnIn } from './bands.js';
import { byId, element } from './dom.js';
import { colours } from './palette.js';
import { ranked } from './themes.js';
import { ticks } from './ticks.js';
import { bucketTime, count, moment } from './words.js';

const ROW = 2.25;
const AXIS = 1.75;
const TALLEST = 0.84;
/** Of the width, and pixels at most: what the themes' names get. */
const NAMES = 0.36;
const WIDEST_NAMES = 210;
/** Pixels that the name of a time takes. */
const NAMED = 56;
const place = byId('timeline-chart');
const table = byId('timeline-table');
const numbers = byId('timeline-numbers');
const BRUSH = { brushType: 'lineX', brushMode: 'single' };
/** A finger that is drawn over the chart wants to scroll. */
const isPrecise = matchMedia('(pointer: fine)');

let chart = null;
let drawn = null;

/** Loads the chart library when the rest of the page stands, and draws again whenever the room changes. */
export async function listenToTimeline(figures) {
  numbers.addEventListener('toggle', () => drawTable(figures));
  const { init } = await import('./lib/echarts.js');
  chart = init(place, null, { renderer: 'svg' });
  chart.on('brushEnd', ({ areas }) => choose(areas[0]?.coordRange, figures.timeline?.buckets));
  let width = 0;
  new ResizeObserver(() => {
    if (width === place.clientWidth) return;
    width = place.clientWidth;
    drawTimeline(figures, true);
  }).observe(place);
}

export function drawTimeline(figures, again = false) {
  const { timeline, themes } = figures;
  byId('timeline').hidden = !timeline?.buckets.length;
  if (!timeline || (timeline === drawn && !again)) return;
  drawn = timeline;
  byId('timeline-summary').textContent = summary(timeline);
  drawTable(figures);
  drawChart(timeline, spoken(themes, timeline));
}

function drawChart(timeline, themes) {
  place.style.setProperty('--height', `${themes.length * ROW + AXIS}rem`);
  if (!chart || themes.length === 0) return;
  chart.resize();
  chart.setOption(option(timeline, themes), { notMerge: true });
  drawBands(timeline, (at) => chart.convertToPixel({ xAxisIndex: 0 }, at));
  if (isPrecise.matches) chart.dispatchAction({ type: 'takeGlobalCursor', key: 'brush', brushOption: BRUSH });
}

/** The themes that were spoken of at all. */
const spoken = (themes, { buckets }) => ranked(themes).filter(({ id }) => buckets.some(({ counts }) => counts[id] > 0));

const total = ({ counts }) => Object.values(counts).reduce((sum, it) => sum + it, 0);

function summary({ buckets, granularity }) {
  const most = buckets.reduce((best, bucket) => (total(bucket) > total(best) ? bucket : best));
  return `Tags by ${granularity}, from ${moment(buckets[0].start)} to ${moment(buckets.at(-1).end)}. `
    + `Most in the ${granularity} of ${bucketTime(most.start, granularity)}: ${total(most)}.`;
}

function choose(range, buckets) {
  if (!range || !buckets) return;
  const [first, last] = range.map((at) => Math.min(Math.max(at, 0), buckets.length - 1));
  address.go({ start_time: buckets[first].start, end_time: buckets[last].end });
}

function option({ buckets, granularity }, themes) {
  const style = getComputedStyle(place);
  const soft = style.color;
  const names = Math.min(place.clientWidth * NAMES, WIDEST_NAMES);
  const named = ticks(buckets, granularity, (place.clientWidth - names) / NAMED);
  const text = { fontFamily: style.fontFamily, fontSize: parseFloat(style.fontSize), color: soft };
  return {
    animation: false,
    grid: { left: 0, right: 0, top: 0, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: buckets.map(({ start }) => bucketTime(start, granularity)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: soft, opacity: 0.4 } },
      axisLabel: { ...text, interval: (at) => named[at], alignMinLabel: 'left', alignMaxLabel: 'right' },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: themes.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { ...text, interval: 0, align: 'left', margin: names + 8, width: names, overflow: 'break', lineHeight: text.fontSize * 1.15 },
      splitLine: { show: true, lineStyle: { color: soft, opacity: 0.15 } },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      className: 'chart-tip',
      backgroundColor: 'transparent',
      borderWidth: 0,
      padding: 0,
      confine: true,
      formatter: ([{ dataIndex }]) => told(buckets[dataIndex], granularity, themes),
    },
    brush: { xAxisIndex: 0, throttleType: 'debounce', brushStyle: { color: soft, opacity: 0.15 } },
    toolbox: { show: false },
    series: rows(buckets, themes),
  };
}

/** All rows have one measure: the busiest bucket of any theme fills its row. */
function rows(buckets, themes) {
  const most = Math.max(1, ...buckets.flatMap(({ counts }) => themes.map(({ id }) => counts[id] ?? 0)));
  return themes.map(({ id, color }, row) => ({
    type: 'custom',
    // Without it, ECharts 6.0 loses the level when a stretch is drawn, and complains.
    zlevel: 0,
    itemStyle: { color: colours(color)[isDark() ? 'dark' : 'light'] },
    encode: { x: 0, y: 1 },
    data: buckets.map(({ counts }, at) => [at, row, counts[id] ?? 0]),
    renderItem: (_, api) => bar(api, most),
  }));
}

function bar(api, most) {
  const share = api.value(2) / most;
  if (share === 0) return null;
  const [middle, line] = api.coord([api.value(0), api.value(1)]);
  const [width, height] = api.size([1, 1]);
  const thick = Math.max(1, width * 0.78);
  const tall = Math.max(2, share * height * TALLEST);
  return {
    type: 'rect',
    shape: { x: middle - thick / 2, y: line + height / 2 - tall, width: thick, height: tall, r: [Math.min(2, thick / 3), Math.min(2, thick / 3), 0, 0] },
    style: { fill: api.visual('color') },
  };
}

function told({ start, counts }, granularity, themes) {
  const heard = themes.filter(({ id }) => counts[id] > 0).toSorted((a, b) => counts[b.id] - counts[a.id]);
  return element(
    'div',
    {},
    element('b', {}, bucketTime(start, granularity)),
    heard.map(({ id, name }) => element('p', { class: 'told', 'data-theme': id }, `${name} `, element('b', {}, String(counts[id])))),
    heard.length === 0 ? element('p', {}, 'Nothing that has a theme.') : null,
  );
}

/** Only for those who look at it: thousands of cells are slow. */
function drawTable({ timeline, themes }) {
  if (!numbers.open || !timeline) return;
  const columns = spoken(themes, timeline);
  const heard = timeline.buckets.filter((bucket) => total(bucket) > 0);
  table.replaceChildren(
    element(
      'table',
      {},
      element('caption', { class: 'visually-hidden' }, `${count(heard.length, timeline.granularity)} in which a theme was spoken of`),
      element('thead', {}, element('tr', {}, element('td'), questioned(timeline, () => element('th', { scope: 'col' }, 'Question')), columns.map(({ name }) => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, heard.map((bucket) => tableRow(bucket, timeline, columns))),
    ),
  );
}

/** Only where questions were asked. */
const questioned = ({ turns }, cell) => (turns.length > 0 ? cell() : null);

function tableRow({ start, end, counts }, timeline, columns) {
  const only = going({ start_time: start, end_time: end });
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, element('a', only, bucketTime(start, timeline.granularity))),
    questioned(timeline, () => element('td', {}, turnIn(timeline.turns, start, end)?.question ?? '')),
    columns.map(({ id }) => element('td', {}, String(counts[id] ?? 0))),
  );
}
