import type { FactKind } from '../facts/kinds.ts';
import { beside, narrow } from './beside.ts';
import { count, share } from './definition.ts';
import { type Asks, all, asksOf, not, type Predicate } from './predicate.ts';

/** Figures of kpi-spec section 3 that clocks feed. */

const leftOut = (c: Asks<'clock'>) => [
  { reason: 'not_recorded' as const, when: c.leftOutAs.is('not_recorded') },
  { reason: 'waived' as const, when: c.leftOutAs.is('waived') },
  { reason: 'cancelled' as const, when: c.leftOutAs.is('cancelled') },
];

const isPending = (c: Asks<'clock'>): Predicate => not(all(c.verdict.isPresent, c.at.isKnown));

const sharedByAll = {
  of: 'clock' as const satisfies FactKind,
  leftOut,
  better: 'higher' as const,
  chart: 'p' as const,
  show: ['clock', 'cycle', 'priority', 'dueAt', 'stoppedAt', 'verdict', 'cause'] as const,
};

/** 3.6: dated by the grant of the waiver. */
export const slaWaived = count({
  id: 'sla_waived_count',
  of: 'clock',
  datedBy: 'waivedAt',
  unit: 'clocks',
  better: 'lower',
  chart: 'none',
  interval: null,
  show: ['clock', 'cycle', 'priority', 'waivedAt', 'verdict'],
});

/** Waiving must not beautify a share unseen. */
const waivedOf = (clock: 'first_response' | 'resolution') => [
  beside('waived', narrow(slaWaived, asksOf('clock').clock.is(clock))),
];

/** 3.1 */
export const slaCompliance = share({
  ...sharedByAll,
  id: 'sla_compliance_pct',
  undecided: isPending,
  success: (c) => c.verdict.is('met'),
  beside: [beside('waived', slaWaived)],
});

/** 3.2 */
export const firstResponseSla = share({
  ...sharedByAll,
  id: 'first_response_sla_pct',
  where: (c) => c.clock.is('first_response'),
  undecided: isPending,
  success: (c) => c.verdict.is('met'),
  beside: waivedOf('first_response'),
});

/** 3.3 */
export const resolutionSla = share({
  ...sharedByAll,
  id: 'resolution_sla_pct',
  where: (c) => c.clock.is('resolution'),
  undecided: isPending,
  success: (c) => c.verdict.is('met'),
  beside: waivedOf('resolution'),
});

/** 3.4 */
export const slaViolations = count({
  ...sharedByAll,
  id: 'sla_violations_count',
  where: (c) => c.verdict.is('breached'),
  unit: 'clocks',
  better: 'lower',
  chart: 'u',
  interval: 'poisson',
  per: { hundredOf: slaCompliance },
});

const stockOfClocks = {
  of: 'clock' as const,
  basis: 'stock' as const,
  unit: 'clocks' as const,
  better: 'lower' as const,
  chart: 'none' as const,
  interval: null,
  show: ['clock', 'cycle', 'priority', 'dueAt', 'atRiskFrom', 'team'] as const,
};

const clocksPaused = count({
  ...stockOfClocks,
  id: 'sla_paused_count',
  where: (c) => c.isPaused.isTrue,
});

/** 3.5: a clock that rests cannot run out, so it is told beside and never inside. */
export const slaAtRisk = count({
  ...stockOfClocks,
  id: 'sla_at_risk_count',
  where: (c) => all(c.atRiskFrom.isReached, isPending(c)),
  leftOut: (c) => [{ reason: 'not_recorded', when: c.isImported.isTrue }],
  beside: [beside('paused', clocksPaused)],
});
