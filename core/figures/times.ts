import { SECONDS_PER_DAY } from '../time/instant.ts';
import { oldest } from './beside.ts';
import { count, duration, quotient } from './definition.ts';
import { not } from './predicate.ts';

/** Figures of kpi-spec section 4. */

/** 4.1 */
export const firstResponseTime = duration({
  id: 'first_response_time_minutes',
  of: 'first_response',
  column: 'businessSeconds',
  needs: ['replies'],
  unit: 'minutes',
  better: 'lower',
  chart: 'xmr',
  show: ['at', 'businessSeconds', 'priority', 'team'],
});

/** 4.2 */
export const resolutionTime = duration({
  id: 'resolution_time_minutes',
  of: 'resolution',
  column: 'workingSeconds',
  needs: ['states'],
  unit: 'minutes',
  better: 'lower',
  chart: 'xmr',
  show: ['at', 'workingSeconds', 'priority', 'team'],
});

/** 4.3 */
export const leadTime = duration({
  id: 'lead_time_hours',
  of: 'resolution',
  column: 'leadSeconds',
  unit: 'hours',
  better: 'lower',
  chart: 'xmr',
  show: ['at', 'leadSeconds', 'priority', 'team'],
});

/** 4.4 */
export const customerWaitShare = quotient({
  id: 'customer_wait_share_pct',
  of: 'resolution',
  numerator: 'pausedSeconds',
  denominator: 'unresolvedSeconds',
  needs: ['states'],
  better: 'neutral',
  chart: 'xmr',
  show: ['at', 'pausedSeconds', 'unresolvedSeconds', 'team'],
});

/** 4.5 */
export const backlogAge = duration({
  id: 'backlog_age_days',
  of: 'span',
  basis: 'stock',
  where: (c) => c.isActive.isTrue,
  ageSince: 'createdAt',
  classes: [0, 1, 3, 7, 14, 30].map((days) => days * SECONDS_PER_DAY),
  unit: 'days',
  better: 'lower',
  chart: 'xmr',
  show: ['createdAt', 'state', 'priority', 'team'],
});

/**
 * 4.6. The oldest wait is told in days by the wall clock: SQL compares instants, and business time would need the hours
 * of every ticket (law 7).
 */
export const awaitingFirstResponse = count({
  id: 'awaiting_first_response_count',
  of: 'span',
  basis: 'stock',
  where: (c) => c.isActive.isTrue,
  whereRecorded: (c) => not(c.isAnswered.isTrue),
  needs: ['replies'],
  unit: 'tickets',
  better: 'lower',
  chart: 'xmr',
  interval: null,
  beside: [oldest('createdAt', 'days')],
  show: ['createdAt', 'state', 'priority', 'team'],
});
