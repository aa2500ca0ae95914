import type { Calendar } from '../calendar/calendar.ts';
import { earlier, type Instant, type Seconds } from '../time/instant.ts';
import { clip, type Interval, unite } from '../time/interval.ts';
import { type AgreedTime, agreedTime } from './agreed-time.ts';
import { type Failure, failuresOfService, failuresOfStructure } from './failure.ts';
import { type ImpactTimeline, impactTimeline, timesDown } from './impact.ts';
import { knownOutages, type Outage } from './outage.ts';
import { type Reliability, reliabilityOf } from './reliability.ts';
import { componentsOf, predictedAvailabilityPct, type Structure, structureTimeline } from './structure.ts';

/**
 * Availability and reliability of one service in one period (kpi-spec 2).
 *
 * 1. Downtime is the union of outages inside agreed time, never their sum, and is cut at the edges of the period.
 * 2. The period ends at `asOf` when that comes first; what happens at or after `asOf` is not known.
 * 3. Agreed maintenance either leaves the agreed time, or counts as downtime without being a failure.
 * 4. Time nobody watched is neither up nor down: the availability is then a range.
 */
export interface AvailabilityQuestion {
  readonly period: Interval;
  /** NEVER when everything is known. */
  readonly asOf: Instant;
  readonly calendar: Calendar;
  readonly maintenance: readonly Interval[];
  readonly maintenancePolicy: 'exclude' | 'include';
  /** Impact from which on the service counts as down, above 0 up to 1. */
  readonly downThreshold: number;
  readonly service: ObservedService;
  /** Times without monitoring. */
  readonly unobserved?: readonly Interval[];
}

/** A service watched as a whole, or as a structure of components each with its own outages. */
export type ObservedService =
  | { readonly kind: 'single'; readonly outages: readonly Outage[] }
  | {
      readonly kind: 'structured';
      readonly components: ReadonlyMap<string, readonly Outage[]>;
      readonly structure: Structure;
    };

export interface Availability {
  readonly agreedSeconds: Seconds;
  readonly downtimeSeconds: Seconds;
  /** Agreed seconds weighted with the impact. */
  readonly weightedDowntimeSeconds: number;
  readonly unobservedSeconds: Seconds;
  readonly uptimeSeconds: Seconds;
  /** Null without agreed time, and while time is unobserved: then it lies between low and high. */
  readonly availabilityPct: number | null;
  readonly lowPct: number | null;
  readonly highPct: number | null;
  readonly weightedPct: number | null;
  readonly reliability: Reliability;
  /** Failures that never met agreed time. */
  readonly outsideAgreedTime: readonly Failure[];
  /** Measured availability of each component; empty for a service watched as a whole. */
  readonly componentPct: ReadonlyMap<string, number | null>;
  /** What the components would give if they failed independently; null for a service watched as a whole. */
  readonly predictedPct: number | null;
}

/**
 * Measures availability and reliability.
 * @throws RangeError for an impossible structure.
 */
export function availabilityOf(question: AvailabilityQuestion): Availability {
  const { asOf, downThreshold, service, maintenance, maintenancePolicy } = question;
  const known = knownService(service, asOf);
  const period = { start: question.period.start, end: earlier(question.period.end, asOf) };
  const span = { start: earliestOf(period.start, known.outages), end: period.end };
  const isMaintenanceExcluded = maintenancePolicy === 'exclude';
  const agreed = agreedTime(question.calendar, span, isMaintenanceExcluded ? maintenance : []);
  const secondsIn = (times: readonly Interval[]) => secondsInPeriod(times, period, agreed);
  const agreedSeconds = secondsIn([period]);

  const planned = isMaintenanceExcluded ? [] : maintenance.map((window) => ({ ...window, impact: 1 }));
  const timeline = impactTimeline([...known.timeline, ...planned]);
  const down = timesDown(timeline, downThreshold);
  const downtimeSeconds = secondsIn(down);
  const weightedDowntimeSeconds = timeline.reduce((sum, part) => sum + part.impact * secondsIn([part]), 0);
  const unobservedSeconds = secondsIn(unite([...down, ...(question.unobserved ?? [])])) - downtimeSeconds;
  const uptimeSeconds = agreedSeconds - downtimeSeconds - unobservedSeconds;
  const percent = (seconds: number) => (agreedSeconds > 0 ? (100 * seconds) / agreedSeconds : null);

  const times = timesDown(known.timeline, downThreshold);
  const failures =
    service.kind === 'single'
      ? failuresOfService(
          times,
          known.outages.filter(({ impact }) => impact >= downThreshold),
          agreed,
        )
      : failuresOfStructure(times, known.outages, agreed);
  const componentPct = new Map(
    [...known.components].map(([id, outages]) => {
      const componentDown = timesDown(impactTimeline(outages), downThreshold);
      return [id, percent(agreedSeconds - secondsIn(componentDown))] as const;
    }),
  );
  return {
    agreedSeconds,
    downtimeSeconds,
    weightedDowntimeSeconds,
    unobservedSeconds,
    uptimeSeconds,
    availabilityPct: unobservedSeconds > 0 ? null : percent(uptimeSeconds),
    lowPct: percent(uptimeSeconds),
    highPct: percent(agreedSeconds - downtimeSeconds),
    weightedPct: percent(agreedSeconds - weightedDowntimeSeconds),
    reliability: reliabilityOf(
      failures.filter(({ effectiveStart }) => effectiveStart !== null),
      { period, agreed, uptimeSeconds, isMaintenanceExcluded },
    ),
    outsideAgreedTime: failures.filter(({ effectiveStart }) => effectiveStart === null),
    componentPct,
    predictedPct: service.kind === 'single' ? null : predictedAvailabilityPct(service.structure, componentPct),
  };
}

interface KnownService {
  readonly timeline: ImpactTimeline;
  /** Those of the service, or of the components its structure names. */
  readonly outages: readonly Outage[];
  readonly components: ReadonlyMap<string, readonly Outage[]>;
}

function knownService(service: ObservedService, asOf: Instant): KnownService {
  if (service.kind === 'single') {
    const outages = knownOutages(service.outages, asOf);
    return { timeline: impactTimeline(outages), outages, components: new Map() };
  }
  const components = new Map([...service.components].map(([id, outages]) => [id, knownOutages(outages, asOf)]));
  const timelines = new Map([...components].map(([id, outages]) => [id, impactTimeline(outages)]));
  return {
    timeline: structureTimeline(service.structure, timelines),
    outages: componentsOf(service.structure).flatMap((id) => components.get(id) ?? []),
    components,
  };
}

function secondsInPeriod(times: readonly Interval[], period: Interval, agreed: AgreedTime): Seconds {
  return times.reduce((sum, time) => {
    const part = clip(time, period.start, period.end);
    return part ? sum + agreed.secondsIn(part.start, part.end) : sum;
  }, 0);
}

function earliestOf(start: Instant, outages: readonly Outage[]): Instant {
  return outages.reduce((first, outage) => earlier(first, earlier(outage.start, outage.reportedAt ?? first)), start);
}
