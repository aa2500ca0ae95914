import { readClock } from '#core/clock/reading.ts';
import { moveClockToCalendar, type SlaClock } from '#core/clock/sla-clock.ts';
import { foldFacts } from '#core/facts/fold-facts.ts';
import type { TicketState } from '#core/ticket/state.ts';
import { type Instant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import { type BenchOptions, count, hint, medianMs, reportRate } from './bench.ts';
import { historyOf } from './world/history.ts';
import { pinnedVersions, WORLD_END } from './world/world.ts';

interface RunningClock {
  readonly clock: SlaClock;
  readonly standing: TicketState;
  readonly since: Instant;
}

const ROUNDS = 100;
const TICKETS = 20_000;

/** Readings of running clocks and due instants per second, against what both would cost without a calendar. */
export async function benchClock(_: BenchOptions): Promise<void> {
  const clocks = runningClocks();
  // Every round looks at another instant, as a page that is opened again and again does.
  const instants = Array.from({ length: ROUNDS }, (_, round) => (WORLD_END + (round * SECONDS_PER_DAY) / 4) as Instant);
  const readings = clocks.length * instants.length;
  const sumOf = (of: (running: RunningClock, at: Instant) => number) => (): number => {
    let sum = 0;
    for (const at of instants) for (const running of clocks) sum += of(running, at);
    return sum;
  };
  const rate = (ms: number): number => (readings / ms) * 1000;
  hint(`  ${count(clocks.length)} running clocks on two calendars, read at ${ROUNDS} instants`);
  reportRate({
    what: 'readings',
    unit: 'readings',
    value: rate(await medianMs(sumOf(({ clock, standing }, at) => readClock(clock, standing, at).elapsedSeconds))),
    limit: rate(await medianMs(sumOf(({ since }, at) => at - since))),
  });
  reportRate({
    what: 'due instants',
    unit: 'instants',
    value: rate(await medianMs(sumOf(({ clock }, at) => moveClockToCalendar(clock, at, clock.calendar).dueAt ?? 0))),
    limit: rate(await medianMs(sumOf(({ clock }, at) => at + (clock.targetSeconds ?? 0)))),
  });
}

function runningClocks(): RunningClock[] {
  const pinned = pinnedVersions();
  return Array.from({ length: TICKETS }, (_, index) => historyOf(index, TICKETS)).flatMap((history): RunningClock[] => {
    const { ticket } = foldFacts(history, pinned);
    return [ticket.firstResponseClock, ticket.resolutionClock].flatMap((clock) =>
      clock?.runningSince == null || clock.dueAt === null
        ? []
        : [{ clock, standing: ticket.standing, since: clock.runningSince }],
    );
  });
}
