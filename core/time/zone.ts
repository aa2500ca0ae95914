import { type Instant, SECONDS_PER_DAY } from './instant.ts';
import type { LocalDate } from './local-date.ts';

/**
 * A time zone as a table of offsets. Words: *local seconds* are what the wall clock shows, counted from
 * 1970-01-01T00:00 of that clock.
 *
 * Boundary rule (kpi-spec 1.1): a local time means the first instant at which the local clock shows that time or a
 * later one. A skipped time is the instant of the change, a repeated time its first pass. So adjoining windows neither
 * overlap nor leave a gap.
 */
export interface Zone {
  readonly id: string;
  /** Seconds that the wall clock is ahead of UTC. */
  offsetAt(at: Instant): number;
  /** What the wall clock shows, in local seconds. */
  localSecondsAt(at: Instant): number;
  /** The first instant at which the wall clock shows `localSeconds` or later. */
  firstInstantOf(localSeconds: number): Instant;
}

const FIRST_YEAR = '1900-01-01T00:00:00Z';
const LAST_YEAR = '2200-01-01T00:00:00Z';
const zones = new Map<string, Zone>();

/**
 * The zone with that IANA name.
 * @throws RangeError when there is none.
 */
export function zoneOf(id: string): Zone {
  const known = zones.get(id);
  if (known) return known;
  const zone = readZone(id);
  zones.set(id, zone);
  return zone;
}

/** Whether `id` names a time zone this runtime knows. */
export function isTimeZone(id: string): boolean {
  try {
    zoneOf(id);
    return true;
  } catch {
    return false;
  }
}

/** The local date that the wall clock shows. */
export function localDateAt(zone: Zone, at: Instant): LocalDate {
  return Math.floor(zone.localSecondsAt(at) / SECONDS_PER_DAY) as LocalDate;
}

/** Local midnight of `date` by the boundary rule. */
export function startOfDate(zone: Zone, date: LocalDate): Instant {
  return zone.firstInstantOf(date * SECONDS_PER_DAY);
}

/** Whether the wall clock ever shows exactly `localSeconds` (false inside the hour skipped in spring). */
export function isShown(zone: Zone, localSeconds: number): boolean {
  return zone.localSecondsAt(zone.firstInstantOf(localSeconds)) === localSeconds;
}

/** No clock is ever put back by more, but where the date line was moved. */
const LONGEST_REPEAT_SECONDS = 3 * 3600;

/** Whether the wall clock shows the time of `at` a second time, before or after: in the hour repeated in autumn. */
export function isShownTwice(zone: Zone, at: Instant): boolean {
  const local = zone.localSecondsAt(at);
  if (zone.firstInstantOf(local) < at) return true;
  const soon = (at + LONGEST_REPEAT_SECONDS) as Instant;
  const again = (local - zone.offsetAt(soon)) as Instant;
  return again > at && zone.localSecondsAt(again) === local;
}

function readZone(id: string): Zone {
  const { starts, offsets } = readTransitions(id);
  const segmentAt = (at: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const offsetAt = (at: Instant): number => offsets[segmentAt(at)]!;
  return {
    id,
    offsetAt,
    localSecondsAt: (at) => at + offsetAt(at),
    firstInstantOf: (localSeconds) => {
      // No clock is a day and a half away from UTC, so the answer lies in this segment or a later one.
      let segment = segmentAt(localSeconds - 1.5 * SECONDS_PER_DAY);
      while (segment + 1 < starts.length && starts[segment + 1]! + offsets[segment]! <= localSeconds) segment += 1;
      return Math.max(starts[segment]!, localSeconds - offsets[segment]!) as Instant;
    },
  };
}

function readTransitions(id: string): { starts: number[]; offsets: number[] } {
  let zoned = Temporal.Instant.from(FIRST_YEAR).toZonedDateTimeISO(id);
  const end = Temporal.Instant.from(LAST_YEAR).epochMilliseconds;
  const starts = [Number.NEGATIVE_INFINITY];
  const offsets = [Math.trunc(zoned.offsetNanoseconds / 1e9)];
  for (;;) {
    const next = zoned.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > end) return { starts, offsets };
    starts.push(next.epochMilliseconds / 1000);
    offsets.push(Math.trunc(next.offsetNanoseconds / 1e9));
    zoned = next;
  }
}
