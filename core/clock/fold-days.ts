import type { ClockDay, FoldedDays, SecondsByPiece } from './day-by-day.ts';

/** More entries than this are no drawing that anybody reads. */
export const MOST_DAYS = 60;
/** A longer run of days on which nothing changes is told by its first and its last two. */
export const MOST_STILL_DAYS = 7;
const EDGE = 2;

/**
 * Days with the dull ones summed: the inside of long runs without a change, then the middle of what is still longer than
 * `MOST_DAYS`. Seconds of all entries together stay the same.
 */
export function foldDays(days: readonly ClockDay[]): (ClockDay | FoldedDays)[] {
  const folded: (ClockDay | FoldedDays)[] = [];
  for (let start = 0; start < days.length; ) {
    const end = endOfRun(days, start);
    const run = days.slice(start, end);
    if (run.length > MOST_STILL_DAYS)
      folded.push(...run.slice(0, EDGE), sum(run.slice(EDGE, -EDGE)), ...run.slice(-EDGE));
    else folded.push(...run);
    start = end;
  }
  if (folded.length <= MOST_DAYS) return folded;
  const head = Math.floor((MOST_DAYS - 1) / 2);
  const tail = MOST_DAYS - 1 - head;
  return [...folded.slice(0, head), sum(folded.slice(head, -tail)), ...folded.slice(-tail)];
}

/** The end of the run of still days that begins there: a day on which the clock counts is a run of its own. */
function endOfRun(days: readonly ClockDay[], start: number): number {
  let rest: string | null = null;
  for (let index = start; index < days.length; index += 1) {
    const found = restOf(days[index]!);
    const isSame = found !== null && (rest === null || found === '' || found === rest);
    if (!isSame) return Math.max(index, start + 1);
    rest = found || rest;
  }
  return days.length;
}

/** What the clock does all day: a rest, nothing (a closed day, as `''`), or more than one thing (null). */
function restOf({ pieces, hours }: ClockDay): string | null {
  const [first] = pieces;
  if (!first) return hours.length === 0 ? '' : null;
  const isStill = first.kind !== 'counted' && first.kind !== 'ahead';
  const isWhole = pieces.every(({ kind, state }) => kind === first.kind && state === first.state);
  const open = hours.reduce((total, { from, until }) => total + until - from, 0);
  const drawn = pieces.reduce((total, { seconds }) => total + seconds, 0);
  return isStill && isWhole && drawn === open ? `${first.kind} ${first.state}` : null;
}

function sum(entries: readonly (ClockDay | FoldedDays)[]): FoldedDays {
  const first = entries[0]!;
  const last = entries.at(-1)!;
  return {
    kind: 'folded',
    date: first.date,
    lastDate: last.kind === 'day' ? last.date : last.lastDate,
    from: first.from,
    until: last.until,
    days: entries.reduce((total, entry) => total + (entry.kind === 'day' ? 1 : entry.days), 0),
    seconds: entries.map(({ seconds }) => seconds).reduce(added),
  };
}

function added(a: SecondsByPiece, b: SecondsByPiece): SecondsByPiece {
  return {
    counted: a.counted + b.counted,
    paused: a.paused + b.paused,
    resolved: a.resolved + b.resolved,
    withdrawn: a.withdrawn + b.withdrawn,
    ahead: a.ahead + b.ahead,
    unused: a.unused + b.unused,
  };
}
