import { addDays, type LocalDate } from '#core/time/local-date.ts';
import { type StoryKey, storyDates } from './stories.ts';
import type { Timeline } from './timeline.ts';

/** What the lead of the desk wrote down on the day, in the language of the company. */
export interface DemoNote {
  readonly on: LocalDate;
  readonly text: string;
  /** Null: for all figures. */
  readonly figure: string | null;
  readonly split: { readonly dimension: string; readonly value: string } | null;
}

const ofService = (value: string) => ({ dimension: 'service', value });
const ofTeam = (value: string) => ({ dimension: 'team', value });

/**
 * The notes in the order of their days. Of two stories nobody wrote anything: chance has no date, and whoever parks
 * tickets on the customer's side does not tell.
 */
export function notesOf(timeline: Timeline): readonly DemoNote[] {
  const dates = storyDates(timeline);
  const note = (story: StoryKey, text: string, split: DemoNote['split'] = null): DemoNote => ({
    on: dates[story].from,
    text,
    figure: null,
    split,
  });
  return [
    note('stricter-targets', 'Zirbelau: kürzere Fristen vereinbart', { dimension: 'agreement', value: 'zirbelau' }),
    note('printer-flood', 'Neuer Druckertreiber verteilt', ofService('print')),
    note('knowledge', 'Wissensartikel für den Service-Desk', ofTeam('service-desk')),
    note('failed-migration', 'Umzug der E-Mail auf die neue Plattform', ofService('mail')),
    {
      on: addDays(dates['failed-migration'].to!, 9),
      text: 'E-Mail: Rückstand abgearbeitet',
      figure: null,
      split: ofService('mail'),
    },
    note('reorganisation', 'Arbeitsplatz und Vor-Ort-Dienst zusammengelegt'),
  ];
}
