import { TAIL } from './confidence.ts';
import { betaQuantile, gammaQuantile } from './distribution-quantiles.ts';

/** Events per exposure with the exact 95 % interval. Null without exposure. */
export interface Rate {
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How many events happened during how much exposure. */
export interface EventsInExposure {
  readonly events: number;
  readonly exposure: number;
}

/** Exact 95 % limits of a Poisson mean after `events` events; none has 0 as its lower limit. (Garwood 1936) */
export function poissonLimits(events: number): { readonly low: number; readonly high: number } {
  return {
    low: events === 0 ? 0 : gammaQuantile(TAIL, events),
    high: gammaQuantile(1 - TAIL, events + 1),
  };
}

/** Events per `per` units of exposure, with Garwood's limits. (kpi-spec G10) */
export function rateOf({ events, exposure }: EventsInExposure, per = 1): Rate {
  if (exposure <= 0) return { rate: null, low: null, high: null };
  const { low, high } = poissonLimits(events);
  return { rate: (events * per) / exposure, low: (low * per) / exposure, high: (high * per) / exposure };
}

/**
 * How many times as often events happen after as before. Given the total, the events after are binomial; the limits are
 * Clopper and Pearson's, turned into a ratio. `high` and the ratio are null (unbounded) without events before, all is
 * null without exposure on both sides or without any event. (Own choice for kpi-spec 8.1 "Poisson ratio"; Przyborowski
 * and Wilenski 1940)
 */
export function rateRatio(after: EventsInExposure, before: EventsInExposure): Rate {
  const total = after.events + before.events;
  if (after.exposure <= 0 || before.exposure <= 0 || total === 0) return { rate: null, low: null, high: null };
  const scale = before.exposure / after.exposure;
  const lowShare = after.events === 0 ? 0 : betaQuantile(TAIL, { a: after.events, b: before.events + 1 });
  const highShare = before.events === 0 ? null : betaQuantile(1 - TAIL, { a: after.events + 1, b: before.events });
  return {
    rate: before.events === 0 ? null : (after.events / before.events) * scale,
    low: (lowShare / (1 - lowShare)) * scale,
    high: highShare === null ? null : (highShare / (1 - highShare)) * scale,
  };
}
