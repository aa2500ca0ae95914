import type { HistoryRules } from '#core/import/history.ts';
import { historyOfRows } from '#core/import/history-of-rows.ts';
import type { SourceRow } from '#core/import/source-row.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import { type Instant, instant } from '#core/time/instant.ts';

export const dimensions = {
  team: null,
  service: null,
  priority: null,
  channel: null,
  level: null,
  type: null,
  agreement: null,
};
export const rules: HistoryRules = {
  rows: 'event',
  hasStatedEnd: true,
  hasStatedClosing: true,
  isEmptyUnchanged: false,
  hasVerdict: true,
  calendarId: 'c',
  witnesses: [],
  personOf: (name) => `person ${name}`,
};

let line = 1;
/** A row that says only what is given; lines go on. */
export const row = (given: Partial<SourceRow>): SourceRow => {
  line += 1;
  return {
    line,
    ticketKey: 'T',
    at: null,
    order: null,
    createdAt: null,
    state: null,
    firstResponseAt: null,
    resolvedAt: null,
    closedAt: null,
    dimensions,
    assignee: null,
    subject: null,
    activity: null,
    verdict: null,
    ...given,
  };
};
/** Minutes after some morning. */
export const at = (minutes: number): Instant => instant(1_772_438_400 + minutes * 60);

/** Events in short: `kind:what@minutes`. */
export function inShort(events: readonly TicketEvent[]): string[] {
  const what = (event: TicketEvent): string =>
    'to' in event
      ? `:${event.to}`
      : 'toLevel' in event
        ? `:${event.fromLevel}>${event.toLevel}`
        : 'isMet' in event
          ? `:${event.isMet}`
          : '';
  return events.map((event) => `${event.kind}${what(event)}@${(event.at - at(0)) / 60}`);
}

/** What the rows of one ticket tell, in short. */
export function told(
  rows: readonly SourceRow[],
  given: Partial<HistoryRules> = {},
): { events: string[]; repairs: string[] } {
  const { events, repairs } = historyOfRows(rows, { ...rules, ...given });
  return { events: inShort(events), repairs: repairs.map(({ repair }) => repair) };
}
