import { formatLocalDate } from '#core/time/local-date.ts';
import { say, sayLoosely } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import { type GuideEntry, guideOf } from '#worlds/demo/guide.ts';
import type { Timeline } from '#worlds/demo/timeline.ts';

/** The stories of the world with their dates and the commands that show them, for a terminal. */
export function guideText(timeline: Timeline, { language, command }: { language: Language; command: string }): string {
  const stories = guideOf(timeline).flatMap((entry) => [
    `  ${storyDatesText(entry, language)}: ${storyText(entry, language)}`,
    ...entry.calls.map((call) => `    ${call}`),
  ]);
  return [say(language, 'demo.look', { command }), ...stories].join('\n');
}

/** `since 2026-07-01`, or the first and the last date. */
export function storyDatesText({ from, to }: Pick<GuideEntry, 'from' | 'to'>, language: Language): string {
  if (to === null) return say(language, 'demo.since', { from: formatLocalDate(from) });
  return say(language, 'demo.during', { from: formatLocalDate(from), to: formatLocalDate((to - 1) as typeof to) });
}

export function storyText({ story }: GuideEntry, language: Language): string {
  return sayLoosely(language, `demo.story.${story}`, {});
}
