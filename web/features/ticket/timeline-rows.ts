import type { TimelineEntry } from '#contract/api/timeline-shapes.ts';
import { type Audience, audienceOf } from '#core/ticket/audience.ts';

/** Entries that one person caused at one instant, told as one: the first that has something to say, and the rest. */
export interface TimelineRow {
  readonly main: TimelineEntry;
  readonly along: readonly TimelineEntry[];
  readonly audience: Audience;
}

export type TimelineFilter = Audience | 'all';

/** The timeline in rows: steps go along with what was done at the same instant by the same person. */
export function timelineRows(entries: readonly TimelineEntry[]): TimelineRow[] {
  const rows: { main: TimelineEntry; along: TimelineEntry[]; audience: Audience }[] = [];
  for (const entry of entries) {
    const audience = audienceOf(entry);
    const last = rows.at(-1);
    // A clock's own step is nobody's act, even when somebody acted in that second.
    const isOneAct =
      last !== undefined && !isClockStep(entry) && !isClockStep(last.main) && isSameAct(last.main, entry);
    if (isOneAct && audience === 'system') last.along.push(entry);
    else if (isOneAct && last.audience === 'system') {
      rows[rows.length - 1] = { main: entry, along: [last.main, ...last.along], audience };
    } else rows.push({ main: entry, along: [], audience });
  }
  return rows;
}

function isSameAct(one: TimelineEntry, other: TimelineEntry): boolean {
  return one.at === other.at && one.actor?.id === other.actor?.id;
}

function isClockStep({ kind }: TimelineEntry): boolean {
  return kind === 'clockWarned' || kind === 'clockBreached';
}

export function rowsFor(rows: readonly TimelineRow[], filter: TimelineFilter): readonly TimelineRow[] {
  return filter === 'all' ? rows : rows.filter(({ audience }) => audience === filter);
}

/** The other tickets that merges name, the latest word on each. */
export function linkedTickets(
  entries: readonly TimelineEntry[],
): readonly { readonly number: number; readonly how: 'survivor' | 'duplicate' | 'takenBack' }[] {
  const found = new Map<number, 'survivor' | 'duplicate' | 'takenBack'>();
  for (const { kind, details } of entries) {
    if (kind === 'mergedInto' && details.survivor !== null) found.set(details.survivor, 'survivor');
    if (kind === 'duplicateMerged' && details.duplicate !== null) found.set(details.duplicate, 'duplicate');
    if (kind === 'duplicateTakenBack' && details.duplicate !== null) found.set(details.duplicate, 'takenBack');
  }
  return [...found].map(([number, how]) => ({ number, how }));
}
