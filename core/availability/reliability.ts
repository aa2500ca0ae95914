import type { Instant, Seconds } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import type { AgreedTime } from './agreed-time.ts';
import type { Failure } from './failure.ts';
import { type Mtbf, mtbfOf } from './mtbf.ts';

/**
 * Failures, repair times and MTBF of a period (kpi-spec 2.6 to 2.12). A failure is *started* in the period of its
 * effective start and *restored* in that of its end. Repair times are full lengths, wherever they began, in seconds, one
 * for each failure that has one, so that mean, median and intervals all come from the same list.
 */
export interface Reliability {
  readonly started: readonly Failure[];
  readonly restored: readonly Failure[];
  /** Begun before the end of the period and not over before it. */
  readonly openAtEnd: readonly Failure[];
  /** Report to restored, wall clock. Failures reported at or after their end needed no repair and are left out. */
  readonly repairSeconds: readonly Seconds[];
  /** The same in agreed time. */
  readonly repairAgreedSeconds: readonly Seconds[];
  /** Start to restored, wall clock: includes the time before anybody noticed. */
  readonly restorationSeconds: readonly Seconds[];
  /** Agreed time lost. */
  readonly downAgreedSeconds: readonly Seconds[];
  /** Report to first acknowledgement, of those reported before their end and acknowledged. */
  readonly acknowledgementSeconds: readonly Seconds[];
  readonly mtbf: Mtbf;
  /** 100 x MTBF / (MTBF + MDT); null without either. */
  readonly availabilityByMtbfPct: number | null;
  /** Whether that equals the measured availability. */
  readonly isRelationExact: boolean;
}

export interface ReliabilityQuestion {
  /** The period, cut at asOf. */
  readonly period: Interval;
  readonly agreed: AgreedTime;
  readonly uptimeSeconds: Seconds;
  readonly isMaintenanceExcluded: boolean;
}

/** Counts and durations over `failures`, which must meet agreed time. */
export function reliabilityOf(failures: readonly Failure[], question: ReliabilityQuestion): Reliability {
  const { period, agreed, uptimeSeconds, isMaintenanceExcluded } = question;
  const isIn = (at: Instant) => at >= period.start && at < period.end;
  const isStarted = ({ effectiveStart }: Failure) => effectiveStart !== null && isIn(effectiveStart);
  const isRestored = ({ end }: Failure) => isIn(end);
  const started = failures.filter(isStarted);
  const restored = failures.filter(isRestored);
  const repaired = restored.filter(({ reportedAt, end }) => reportedAt < end);
  const downAgreedSeconds = restored.map(({ lostSeconds }) => lostSeconds);
  const mtbf = mtbfOf(uptimeSeconds, started.length);
  return {
    started,
    restored,
    openAtEnd: failures.filter(
      ({ effectiveStart, end }) => effectiveStart !== null && effectiveStart < period.end && end >= period.end,
    ),
    repairSeconds: repaired.map(({ reportedAt, end }) => end - reportedAt),
    repairAgreedSeconds: repaired.map(({ reportedAt, end }) => agreed.secondsIn(reportedAt, end)),
    restorationSeconds: restored.map(({ start, end }) => end - start),
    downAgreedSeconds,
    acknowledgementSeconds: repaired.flatMap(({ acknowledgedAt, reportedAt }) =>
      acknowledgedAt === null ? [] : [acknowledgedAt - reportedAt],
    ),
    mtbf,
    availabilityByMtbfPct: availabilityByMtbf(uptimeSeconds / started.length, downAgreedSeconds),
    isRelationExact:
      isMaintenanceExcluded &&
      started.length > 0 &&
      [...started, ...restored].every(
        (failure) => isStarted(failure) && isRestored(failure) && failure.start >= period.start,
      ),
  };
}

function availabilityByMtbf(mtbfSeconds: number, downSeconds: readonly Seconds[]): number | null {
  if (!Number.isFinite(mtbfSeconds) || downSeconds.length === 0) return null;
  const meanDownSeconds = downSeconds.reduce((sum, seconds) => sum + seconds, 0) / downSeconds.length;
  return (100 * mtbfSeconds) / (mtbfSeconds + meanDownSeconds);
}
