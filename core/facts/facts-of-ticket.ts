import type { Dimensions } from '../ticket/dimensions.ts';
import { isUpward } from '../ticket/event.ts';
import { isActiveState, isExcludedState } from '../ticket/state.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time/instant.ts';
import { clockFacts } from './clock-facts.ts';
import type { FactKind, FactRow, HeaderRow, OwnRow } from './kinds.ts';

/** A fact as it reads after the last event of the ticket. */
export interface Fact<K extends FactKind = FactKind> {
  readonly kind: K;
  readonly row: FactRow<K>;
}

/** When and under which dimensions a fact counts. */
export interface Dated {
  readonly key: string;
  readonly at: Instant | null;
  readonly under: Dimensions;
}

type TicketHeader = Omit<HeaderRow, 'factKey' | 'at' | keyof Dimensions>;

/** All facts of a ticket as its events so far tell them. Pure; the order is irrelevant. */
export function factsOfTicket(ticket: Ticket): Fact[] {
  const header = ticketHeader(ticket);
  const facts: Fact[] = [];
  const add = <K extends FactKind>(kind: K, dated: Dated, own: OwnRow<K>): void => {
    facts.push({ kind, row: rowOf(dated, header, own) });
  };
  add('creation', opening(ticket), {
    isActive: isActiveState(ticket.standing),
    isCancelled: ticket.standing === 'cancelled',
  });
  add(
    'span',
    { key: 'span', at: null, under: ticket.dimensions },
    {
      state: ticket.standing,
      isActive: isActiveState(ticket.standing),
      isAnswered: ticket.firstResponse !== null,
      isOwned: ticket.assignee !== null,
    },
  );
  addMilestones(ticket, add);
  for (const { dated, own } of clockFacts(ticket)) add('clock', dated, own);
  ticket.movements.forEach((movement, index) => {
    const isEntry = movement.movement === 'created' || movement.movement === 'reopening';
    add('movement', numbered(movement, index), { movement: movement.movement, direction: isEntry ? 1 : -1 });
  });
  addContacts(ticket, add);
  return facts;
}

type Add = <K extends FactKind>(kind: K, dated: Dated, own: OwnRow<K>) => void;

function addMilestones(ticket: Ticket, add: Add): void {
  const { firstResponse, firstResolution, lastResolution, closing } = ticket;
  if (!ticket.witnesses.has('replies')) add('first_response', opening(ticket), { businessSeconds: null });
  else if (firstResponse) {
    add('first_response', single(firstResponse), { businessSeconds: firstResponse.businessSeconds });
  }
  if (firstResolution) {
    const { at, under, ...own } = firstResolution;
    add('first_resolution', single({ at, under }), {
      ...own,
      isFirstContactEligible: ticket.isFirstContactEligible,
      furtherContactAt: ticket.furtherContactAt,
    });
  }
  if (lastResolution) {
    const { at, under, ...own } = lastResolution;
    add('resolution', single({ at, under }), {
      ...own,
      initialLevel: ticket.openedUnder.level,
      contactCount: ticket.contacts.filter((contact) => contact.isInbound && contact.at <= at).length,
      leadSeconds: at - ticket.createdAt,
    });
  }
  if (!ticket.witnesses.has('closing')) add('closing', opening(ticket), {});
  else if (closing) add('closing', single(closing), {});
}

function addContacts(ticket: Ticket, add: Add): void {
  ticket.contacts.forEach((contact, index) => {
    add('contact', numbered(contact, index), { handledBy: contact.handledBy, isInbound: contact.isInbound });
  });
  ticket.handovers.forEach((handover, index) => {
    const { fromLevel, toLevel, hasNote } = handover;
    add('handover', numbered(handover, index), { fromLevel, toLevel, hasNote, isUpward: isUpward(fromLevel, toLevel) });
  });
  ticket.escalations.forEach((raised, index) => {
    const { escalation, hasReason, isInTime } = raised;
    add('escalation', numbered(raised, index), { escalation, hasReason, isInTime });
  });
  // What the source cannot witness stands as one fact dated at creation, so that it can be left out and counted.
  if (!ticket.witnesses.has('contacts')) add('contact', opening(ticket), { handledBy: null, isInbound: true });
  if (!ticket.witnesses.has('escalations') || !ticket.witnesses.has('levels')) {
    add('escalation', opening(ticket), { escalation: null, hasReason: false, isInTime: false });
  }
}

function ticketHeader(ticket: Ticket): TicketHeader {
  const { witnesses, standing, createdAt } = ticket;
  return {
    createdAt,
    excludedAs: isExcludedState(standing) ? standing : null,
    hasStates: witnesses.has('states'),
    hasReplies: witnesses.has('replies'),
    hasLevels: witnesses.has('levels'),
    hasContacts: witnesses.has('contacts'),
    hasEscalations: witnesses.has('escalations'),
    hasClosing: witnesses.has('closing'),
  };
}

/** Column by column: spreading both objects reads better and takes ten times as long, for every fact at every event. */
function rowOf<K extends FactKind>({ key, at, under }: Dated, ticket: TicketHeader, own: OwnRow<K>): FactRow {
  return {
    factKey: key,
    at,
    team: under.team,
    service: under.service,
    priority: under.priority,
    channel: under.channel,
    level: under.level,
    type: under.type,
    agreement: under.agreement,
    createdAt: ticket.createdAt,
    excludedAs: ticket.excludedAs,
    hasStates: ticket.hasStates,
    hasReplies: ticket.hasReplies,
    hasLevels: ticket.hasLevels,
    hasContacts: ticket.hasContacts,
    hasEscalations: ticket.hasEscalations,
    hasClosing: ticket.hasClosing,
    ...own,
  } as unknown as FactRow;
}

function opening(ticket: Ticket): Dated {
  return { key: 'opening', at: ticket.createdAt, under: ticket.openedUnder };
}

function single({ at, under }: { at: Instant; under: Dimensions }): Dated {
  return { key: 'single', at, under };
}

function numbered({ at, under }: { at: Instant; under: Dimensions }, index: number): Dated {
  return { key: String(index + 1), at, under };
}
