import { storyDatesText, storyText } from '#cli/demo/guide-text.ts';
import { formatLocalDate, parseLocalDate } from '#core/time/local-date.ts';
import { type GuideEntry, guideOf } from '#worlds/demo/guide.ts';
import { type Timeline, timelineOf } from '#worlds/demo/timeline.ts';
import type { Generator } from './generator.ts';
import { betweenMarkers } from './markers.ts';

/** The date that the guide takes as its example; every other date moves all of it along. */
const EXAMPLE_TODAY = '2026-11-23';

/** The reader's guide to the demo world: its stories with their dates and questions, as the world has them. */
export const demoGuide: Generator = {
  name: 'guide to the demo world',
  file: 'docs/demo.md',
  produce: (current) => {
    const timeline = timelineOf(parseLocalDate(EXAMPLE_TODAY));
    const sections = guideOf(timeline).map((entry) => sectionOf(entry, timeline));
    return betweenMarkers(current, 'stories', sections.join('\n\n'));
  },
};

function sectionOf(entry: GuideEntry, timeline: Timeline): string {
  const { from, to } = entry;
  const last = to === null ? 'until the end' : `until ${relativeText(timeline, to)}, exclusive`;
  return [
    `### ${entry.story}`,
    '',
    storyText(entry, 'en'),
    '',
    `From ${relativeText(timeline, from)}, ${last}; with \`--today ${EXAMPLE_TODAY}\`: ${storyDatesText(entry, 'en')}.`,
    '',
    ...entry.calls.map((call) => `    npm run kundig -- ${call}`),
  ].join('\n');
}

/** A date by its month, counted back from the last month of the world. */
function relativeText(timeline: Timeline, date: GuideEntry['from']): string {
  const offset = Array.from({ length: 14 }, (_, index) => -index).find((months) => timeline.month(months) <= date)!;
  const month = `the month ${-offset} before the last`;
  if (date === timeline.month(offset)) return `the first of ${month}`;
  const days = date - timeline.firstMonday(offset);
  if (days === 0) return `the first Monday of ${month}`;
  if (days > 0 && days % 7 === 0) return `${days} days after the first Monday of ${month}`;
  throw new Error(`no words for ${formatLocalDate(date)}`);
}
