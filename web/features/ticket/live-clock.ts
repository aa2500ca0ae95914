import type { ClockOut, WhyOut } from '#contract/api/clock-shapes.ts';

type Entry = WhyOut['days'][number];
type Day = Extract<Entry, { kind: 'day' }>;
type Piece = Day['pieces'][number];

/**
 * A clock as it reads at `now`, told by what the server said at `readAt`: service hours that have passed since count, and
 * are ahead no longer. Only what the drawing knows is counted, so ask again once the due instant has passed.
 */
export function liveClock(clock: ClockOut, readAt: string, now: string): ClockOut {
  const [from, until] = [seconds(readAt), seconds(now)];
  if (clock.phase !== 'running' || !clock.isCurrent || until <= from) return clock;
  const days = clock.why.days.map((day) =>
    day.kind === 'day' ? passed(day, { from, until, isLate: clock.dueAt === null }) : day,
  );
  const gained = counted(days) - counted(clock.why.days);
  if (gained <= 0) return clock;
  return {
    ...clock,
    elapsedSeconds: clock.elapsedSeconds + gained,
    remainingSeconds: clock.remainingSeconds === null ? null : clock.remainingSeconds - gained,
    why: { ...clock.why, days },
  };
}

/** Whether the clock came due between the two: the server knows the verdict by now. */
export function cameDue({ dueAt }: ClockOut, readAt: string, now: string): boolean {
  return dueAt !== null && seconds(readAt) <= seconds(dueAt) && seconds(dueAt) < seconds(now);
}

/** Time between two seconds of the epoch that has passed for a clock. */
interface Passed {
  readonly from: number;
  readonly until: number;
  /** The clock has no due instant any more. */
  readonly isLate: boolean;
}

function passed(day: Day, { from, until, isLate }: Passed): Day {
  if (seconds(day.until) <= from || seconds(day.from) >= until) return day;
  // Towards a due instant the way is known piece by piece; past it, the hours of the day are all there is.
  const open = isLate ? day.hours : day.pieces.filter(({ kind }) => kind === 'ahead');
  const gained = open.flatMap((hour): Piece[] => {
    const start = Math.max(seconds(hour.from), from);
    const end = Math.min(seconds(hour.until), until);
    return end > start ? [{ kind: 'counted', ...span(start, end), seconds: end - start, state: null }] : [];
  });
  if (gained.length === 0) return day;
  const before = day.pieces.filter(({ kind }) => kind !== 'ahead');
  const ahead = day.pieces.flatMap((piece): Piece[] => {
    if (piece.kind !== 'ahead') return [];
    const start = Math.max(seconds(piece.from), until);
    const end = seconds(piece.until);
    return end > start ? [{ ...piece, ...span(start, end), seconds: end - start }] : [];
  });
  const sum = (pieces: readonly Piece[]): number => pieces.reduce((total, piece) => total + piece.seconds, 0);
  return {
    ...day,
    pieces: [...before, ...gained, ...ahead],
    seconds: { ...day.seconds, counted: day.seconds.counted + sum(gained), ahead: sum(ahead) },
  };
}

function counted(days: readonly Entry[]): number {
  return days.reduce((total, day) => total + day.seconds.counted, 0);
}

function span(from: number, until: number): { from: string; until: string } {
  return { from: new Date(from * 1000).toISOString(), until: new Date(until * 1000).toISOString() };
}

function seconds(instant: string): number {
  return Date.parse(instant) / 1000;
}
