import { addDays, type LocalDate } from '#core/time/local-date.ts';
import type { Language } from '#text/language.ts';
import { type StoryKey, storyDates } from './stories.ts';
import type { Timeline } from './timeline.ts';

/** What the lead of the desk wrote down on the day, in the language of whoever has the company made. */
export interface DemoNote {
  readonly on: LocalDate;
  readonly text: Readonly<Record<Language, string>>;
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
  const note = (story: StoryKey, text: DemoNote['text'], split: DemoNote['split'] = null): DemoNote => ({
    on: dates[story].from,
    text,
    figure: null,
    split,
  });
  return [
    note(
      'stricter-targets',
      { de: 'Zirbelau: kürzere Fristen vereinbart', en: 'Zirbelau: shorter deadlines agreed' },
      { dimension: 'agreement', value: 'zirbelau' },
    ),
    note(
      'printer-flood',
      { de: 'Neuer Druckertreiber verteilt', en: 'New printer driver rolled out' },
      ofService('print'),
    ),
    note(
      'knowledge',
      { de: 'Wissensartikel für den Service-Desk', en: 'Knowledge articles for the service desk' },
      ofTeam('service-desk'),
    ),
    note(
      'failed-migration',
      { de: 'Umzug der E-Mail auf die neue Plattform', en: 'Move of the mail to the new platform' },
      ofService('mail'),
    ),
    {
      on: addDays(dates['failed-migration'].to!, 9),
      text: { de: 'E-Mail: Rückstand abgearbeitet', en: 'Mail: backlog worked off' },
      figure: null,
      split: ofService('mail'),
    },
    note('reorganisation', {
      de: 'Arbeitsplatz und Vor-Ort-Dienst zusammengelegt',
      en: 'Workplace and field service put together',
    }),
  ];
}
