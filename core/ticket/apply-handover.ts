import { measuredUntil } from '../clock/sla-clock.ts';
import { type EventOf, isUpward } from './event.ts';
import type { Escalation, Ticket } from './ticket.ts';
import { withDimension } from './with-dimension.ts';

/** An escalation is in time while at least this share of the resolution target is left (setting, kpi-spec 6.6). */
const IN_TIME_SHARE = 0.1;

/** The ticket after it went to another support level. */
export function handOver(ticket: Ticket, { at, fromLevel, toLevel, hasNote }: EventOf<'handedOver'>): Ticket {
  const under = ticket.dimensions;
  const moved: Ticket = {
    ...withDimension(ticket, 'level', toLevel),
    handovers: [...ticket.handovers, { at, under, fromLevel, toLevel, hasNote }],
    openHandover: { at, fromLevel, fromTeam: under.team, toLevel },
  };
  if (!isUpward(fromLevel, toLevel)) return moved;
  const { firstResolution, lastResolution } = moved;
  return {
    ...moved,
    functionallyEscalatedAt: moved.functionallyEscalatedAt ?? at,
    escalations: [...moved.escalations, escalationAt(ticket, { at, escalation: 'functional', hasReason: hasNote })],
    firstResolution: firstResolution?.at === at ? { ...firstResolution, isEscalated: true } : firstResolution,
    lastResolution: lastResolution?.at === at ? { ...lastResolution, isEscalated: true } : lastResolution,
  };
}

/** The ticket after it was escalated to management. */
export function escalateToManagement(ticket: Ticket, { at, hasReason }: EventOf<'managementEscalated'>): Ticket {
  const { lastResolution } = ticket;
  return {
    ...ticket,
    isEscalationOpen: true,
    managementEscalatedAt: ticket.managementEscalatedAt ?? at,
    escalations: [...ticket.escalations, escalationAt(ticket, { at, escalation: 'hierarchical', hasReason })],
    lastResolution: lastResolution?.at === at ? { ...lastResolution, isManagementEscalated: true } : lastResolution,
  };
}

function escalationAt(ticket: Ticket, raised: Pick<Escalation, 'at' | 'escalation' | 'hasReason'>): Escalation {
  const clock = ticket.resolutionClock;
  const isInTime =
    clock === null ||
    (clock.breachedAt === null &&
      (clock.targetSeconds === null ||
        clock.targetSeconds - measuredUntil(clock, raised.at) >= IN_TIME_SHARE * clock.targetSeconds));
  return { ...raised, under: ticket.dimensions, isInTime };
}
