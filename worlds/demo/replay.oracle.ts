import type { PinnedVersions } from '#core/agreement/terms.ts';
import { compileCalendar } from '#core/calendar/calendar.ts';
import { foldFacts } from '#core/facts/fold-facts.ts';
import type { TicketFact } from '#core/figures/array-source.ts';
import { applyEvent } from '#core/ticket/apply-event.ts';
import { stepRecorded, stepsOf } from '#core/ticket/clock-steps.ts';
import { decide, decideOpening } from '#core/ticket/decide/decide.ts';
import { type Step, step } from '#core/ticket/decide/decision.ts';
import { decideMerge } from '#core/ticket/decide/withdrawal.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { type Instant, later } from '#core/time/instant.ts';
import type { Move } from './course.ts';
import type { DemoWorld } from './world.ts';

/** The demo world carried out in memory, command by command, as the database would. For tests only. */

export interface ReplayedTicket {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
  readonly facts: readonly TicketFact[];
}

export interface Replay {
  readonly tickets: ReadonlyMap<string, ReplayedTicket>;
  /** Every command that was refused, with the reason. */
  readonly refused: readonly string[];
}

export function replay(world: DemoWorld): Replay {
  const { agreements, definitions, timeline } = world.surroundings;
  const versions: PinnedVersions = {
    agreements: new Map(agreements.map(({ id, terms }) => [id, terms])),
    calendars: new Map([...definitions].map(([id, definition]) => [id, compileCalendar(definition)])),
  };
  const tickets = new Map<string, ReplayedTicket>();
  const refused: string[] = [];
  for (const moves of world.courses()) {
    const course = new Map<string, Told>();
    for (const move of moves) {
      const code = carryOut(move, course, versions);
      if (code !== null) refused.push(`${move.ticket} ${move.command.kind}: ${code}`);
    }
    for (const [key, told] of course) {
      settle(told, timeline.until, versions);
      const { ticket, versions: facts } = foldFacts(told.events, versions);
      tickets.set(key, { ticket, events: told.events, facts: facts.map((fact) => ({ ...fact, ticketId: key })) });
    }
  }
  return { tickets, refused };
}

interface Told {
  ticket: Ticket | null;
  readonly events: TicketEvent[];
}

function carryOut(move: Move, course: Map<string, Told>, versions: PinnedVersions): string | null {
  const { command, ticket: key, at, actor } = move;
  if (command.kind === 'openTicket') {
    const told: Told = { ticket: null, events: [] };
    course.set(key, told);
    const decision = decideOpening(command, { at, actor });
    return decision.kind === 'refused' ? decision.code : record(told, decision.steps, versions);
  }
  const told = course.get(key)!;
  const instant = settle(told, at, versions);
  if (command.kind === 'mergeTickets') {
    const other = course.get(move.mergedWith!)!;
    const both = { at: later(instant, settle(other, at, versions)), actor };
    const decision = decideMerge(
      { id: key, number: 1, ticket: told.ticket! },
      { id: move.mergedWith!, number: 2, ticket: other.ticket! },
      both,
    );
    if (decision.kind === 'refused') return decision.code;
    record(told, decision.survivor, versions);
    return record(other, decision.duplicate, versions);
  }
  const decision = decide(told.ticket!, command, { at: instant, actor, versions });
  return decision.kind === 'refused' ? decision.code : record(told, decision.steps, versions);
}

function settle(told: Told, now: Instant, versions: PinnedVersions): Instant {
  for (;;) {
    const due = stepsOf(told.ticket!).find(({ at }) => at < now);
    if (!due) return later(now, told.ticket!.lastEventAt);
    const at = later(due.at, told.ticket!.lastEventAt);
    record(told, [step(stepRecorded({ ...due, at }))], versions);
  }
}

function record(told: Told, steps: readonly Step[], versions: PinnedVersions): null {
  for (const { event } of steps) {
    told.ticket = applyEvent(told.ticket, event, versions);
    told.events.push(event);
  }
  return null;
}
