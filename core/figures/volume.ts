import { LIVE_CHANNELS } from '../ticket/command.ts';
import { part } from './beside.ts';
import { count, mean, rate } from './definition.ts';
import { type Asks, any, asksOf, not } from './predicate.ts';

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

const open = {
  id: 'backlog_open_count',
  of: 'span' as const,
  basis: 'stock' as const,
  where: (c: Asks<'span'>) => c.isActive.isTrue,
  unit: 'tickets' as const,
  better: 'lower' as const,
  chart: 'xmr' as const,
  interval: null,
  show: ['createdAt', 'state', 'priority', 'team'] as const,
};

/** 5.4 */
export const backlogOpen = count({
  ...open,
  beside: [part('pending_customer', count(open), asksOf('span').state.is('pending_customer'))],
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

const isLive = (c: Asks<'contact'>) => any(...LIVE_CHANNELS.map((channel) => c.channel.is(channel)));

/** Calls, chats and visits; what came in writing is told apart. */
const contacts = {
  of: 'contact' as const,
  where: (c: Asks<'contact'>) => c.isInbound.isTrue,
  leftOut: (c: Asks<'contact'>) => [
    { reason: 'email' as const, when: c.channel.is('email') },
    { reason: 'portal' as const, when: c.channel.is('portal') },
    { reason: 'not_recorded' as const, when: not(c.channel.isPresent) },
    { reason: 'other_channel' as const, when: not(isLive(c)) },
  ],
  needs: ['contacts'] as const,
  better: 'neutral' as const,
  chart: 'u' as const,
  show: ['at', 'channel', 'level', 'team'] as const,
};

/** 5.6 */
export const contactsHandled = count({
  ...contacts,
  id: 'contacts_count',
  unit: 'contacts',
  interval: 'poisson',
});

/** 5.9 */
export const contactsByLevel = count({
  ...contacts,
  id: 'contacts_by_level_count',
  naturalSplit: 'level',
  unit: 'contacts',
  interval: 'poisson',
});

/** 5.7 */
export const contactsPerWorkingDay = rate({
  ...contacts,
  id: 'contacts_per_working_day',
  per: 'working_day',
});

/** 5.8: over the whole level or team, never a person. */
export const contactsPerTechnicianDay = rate({
  ...contacts,
  id: 'contacts_per_technician_day',
  per: 'technician_day',
});

/** 5.10: all that the requester had to say until it was solved, by whatever channel. */
export const contactsPerTicket = mean({
  id: 'contacts_per_ticket',
  of: 'resolution',
  column: 'contactCount',
  needs: ['contacts'],
  unit: 'per_ticket',
  digits: 2,
  better: 'lower',
  chart: 'xmr',
  show: ['at', 'contactCount', 'priority', 'team'],
});
