import { count, rate } from './definition.ts';

/** Figures of kpi-spec section 5. */

/** 5.1 */
export const ticketsCreated = count({
  id: 'tickets_created_count',
  of: 'creation',
  unit: 'tickets',
  better: 'neutral',
  chart: 'u',
  interval: 'poisson',
  show: ['at', 'priority', 'service', 'team'],
});

/** 5.2 */
export const ticketsResolved = count({
  id: 'tickets_resolved_count',
  of: 'resolution',
  unit: 'tickets',
  better: 'neutral',
  chart: 'u',
  interval: 'poisson',
  show: ['at', 'priority', 'service', 'team'],
});

/** 5.3 */
export const ticketsClosed = count({
  id: 'tickets_closed_count',
  of: 'closing',
  needs: ['closing'],
  unit: 'tickets',
  better: 'neutral',
  chart: 'u',
  interval: 'poisson',
  show: ['at', 'priority', 'service', 'team'],
});

/** 5.4 */
export const backlogOpen = count({
  id: 'backlog_open_count',
  of: 'span',
  basis: 'stock',
  where: (c) => c.isActive.isTrue,
  unit: 'tickets',
  better: 'lower',
  chart: 'xmr',
  interval: null,
  show: ['createdAt', 'state', 'priority', 'team'],
});

/** 5.5: every movement into (+1) and out of (-1) the active tickets, so it is the change of 5.4. */
export const netFlow = count({
  id: 'net_flow_count',
  of: 'movement',
  sumOf: 'direction',
  unit: 'tickets',
  better: 'lower',
  chart: 'xmr',
  interval: null,
  show: ['at', 'movement', 'priority', 'team'],
});

const contacts = {
  of: 'contact' as const,
  needs: ['contacts'] as const,
  better: 'neutral' as const,
  chart: 'u' as const,
  show: ['at', 'channel', 'level', 'team'] as const,
};

/** 5.6, and by level 5.9 */
export const contactsHandled = count({
  ...contacts,
  id: 'contacts_count',
  where: (c) => c.isInbound.isTrue,
  unit: 'contacts',
  interval: 'poisson',
});

/** 5.7 */
export const contactsPerWorkingDay = rate({
  ...contacts,
  id: 'contacts_per_working_day',
  where: (c) => c.isInbound.isTrue,
  per: 'working_day',
});

/** 5.8: over the whole level or team, never a person. */
export const contactsPerTechnicianDay = rate({
  ...contacts,
  id: 'contacts_per_technician_day',
  where: (c) => c.isInbound.isTrue,
  per: 'technician_day',
});
