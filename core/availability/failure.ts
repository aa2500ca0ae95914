import type { Instant, Seconds } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import type { AgreedTime } from './agreed-time.ts';
import { type Outage, reportOf } from './outage.ts';

/**
 * A failure of the service: a maximal connected time, touching counts as connected, during which it was down, if it
 * meets agreed service time at all. One that never does is listed and not counted. (kpi-spec 2)
 */
export interface Failure extends Interval {
  readonly outageIds: readonly string[];
  /** The first agreed instant inside; null when it lies outside agreed time altogether. */
  readonly effectiveStart: Instant | null;
  readonly reportedAt: Instant;
  /** The first acknowledgement not before the report. */
  readonly acknowledgedAt: Instant | null;
  /** Agreed seconds lost so far, not cut at the edges of any period. */
  readonly lostSeconds: Seconds;
}

/** Failures of one service. A report before the outage counts as given. `outages` are those that mean "down". */
export function failuresOfService(
  times: readonly Interval[],
  outages: readonly Outage[],
  agreed: AgreedTime,
): Failure[] {
  return times.map((time) => failureOf(time, membersOf(time, outages), agreed));
}

/** Failures of a structure. What was reported of a component before the service failed counts from its failure. */
export function failuresOfStructure(
  times: readonly Interval[],
  outages: readonly Outage[],
  agreed: AgreedTime,
): Failure[] {
  return times.map((time) => {
    const members = membersOf(time, outages).map((outage) => ({
      ...outage,
      reportedAt: Math.max(reportOf(outage), time.start) as Instant,
    }));
    return failureOf(time, members, agreed);
  });
}

function membersOf({ start, end }: Interval, outages: readonly Outage[]): Outage[] {
  return outages.filter((outage) => outage.start < end && outage.end > start);
}

function failureOf({ start, end }: Interval, members: readonly Outage[], agreed: AgreedTime): Failure {
  const reportedAt = earliest(members.map(reportOf)) ?? start;
  const acknowledgements = members.flatMap(({ acknowledgedAt }) => (acknowledgedAt === null ? [] : [acknowledgedAt]));
  return {
    start,
    end,
    outageIds: members.map(({ id }) => id),
    effectiveStart: agreed.firstIn(start, end),
    reportedAt,
    acknowledgedAt: earliest(acknowledgements.filter((at) => at >= reportedAt)),
    lostSeconds: agreed.secondsIn(start, end),
  };
}

function earliest(instants: readonly Instant[]): Instant | null {
  return instants.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null);
}
