import { type Instant, NEVER } from '../time/instant.ts';

/** A record of a service or component not working as agreed, over `[start, end)`. */
export interface Outage {
  readonly id: string;
  readonly start: Instant;
  /** NEVER while it lasts. */
  readonly end: Instant;
  /** Share of the service that is lost, above 0 up to 1. */
  readonly impact: number;
  /** The earliest report; null when nobody reported it, so monitoring did, at its start. */
  readonly reportedAt: Instant | null;
  readonly acknowledgedAt: Instant | null;
  /** A false alarm. */
  readonly isWithdrawn: boolean;
}

/**
 * What is known of `outages` before `asOf`: an end, report or acknowledgement at or after it has not happened yet.
 * Withdrawn and empty records are left out. (kpi-spec 2 and G3)
 */
export function knownOutages(outages: readonly Outage[], asOf: Instant): Outage[] {
  return outages
    .filter(({ start, end, isWithdrawn }) => !isWithdrawn && start < asOf && start < end)
    .map((outage) => ({
      ...outage,
      end: outage.end < asOf ? outage.end : NEVER,
      reportedAt: knownInstant(outage.reportedAt, asOf),
      acknowledgedAt: knownInstant(outage.acknowledgedAt, asOf),
    }));
}

/** When the outage counts as reported. */
export function reportOf({ reportedAt, start }: Outage): Instant {
  return reportedAt ?? start;
}

function knownInstant(at: Instant | null, asOf: Instant): Instant | null {
  return at !== null && at < asOf ? at : null;
}
