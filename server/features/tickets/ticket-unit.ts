import type { PinnedVersions } from '#core/agreement/terms.ts';
import { type FoldedTicket, foldFacts } from '#core/facts/fold-facts.ts';
import { applyEvent } from '#core/ticket/apply-event.ts';
import { type ClockStep, stepRecorded, stepsOf } from '#core/ticket/clock-steps.ts';
import type { OpenTicket, RefusalCode, TicketCommand } from '#core/ticket/command.ts';
import { decide, decideOpening } from '#core/ticket/decide/decide.ts';
import { type Acting, type Step, step } from '#core/ticket/decide/decision.ts';
import { decideMerge, decideTakeBackMerge, type MergeDecision, type Numbered } from '#core/ticket/decide/withdrawal.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { type Instant, later } from '#core/time/instant.ts';
import { sendAll } from '#server/database/prepared.ts';
import { changeFacts, insertFacts } from '#server/features/figures/index.ts';
import type { TenantSession } from '#server/platform/database.ts';
import { randomUUIDv7 } from '#server/platform/ids.ts';
import { lockTickets } from './load-tickets.ts';
import { appendEvents, type BesideEvent, insertTickets, takeNumbers } from './ticket-store.ts';
import { saveTimers } from './timer-store.ts';
import { knownVersions } from './version-store.ts';

/** What became of a command. `version` counts the ticket's events: what a caller names to say what it has seen. */
export type CommandOutcome =
  | { readonly kind: 'done'; readonly ticketId: string; readonly number: number; readonly version: number }
  | { readonly kind: 'refused'; readonly code: RefusalCode }
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale'; readonly version: number };

/** How a command is run. */
export interface RunOptions extends Acting {
  /** The version that the caller has seen; when the ticket has gone on since, nothing is done. */
  readonly expectedVersion?: number;
}

export interface UnitOptions {
  /** Where ids of new tickets come from; the demo world seeds it. */
  readonly newId?: () => string;
}

/** A ticket as this unit of work has made it. */
interface Work {
  readonly id: string;
  number: number;
  /** What is stored; empty for a new ticket. */
  readonly stored: readonly TicketEvent[];
  readonly fresh: TicketEvent[];
  readonly beside: BesideEvent[];
  /** The steps of its clocks as they are stored. */
  readonly steps: readonly ClockStep[];
  ticket: Ticket | null;
}

/**
 * Many commands in one transaction: each is decided on the ticket as the ones before have left it, and `flush` writes
 * all of it at once (state, events, texts, facts, timers). A refused command changes nothing; the others stand.
 *
 * Nothing is stored before `flush`. Tickets stay locked until the transaction ends.
 */
export class TicketUnit {
  readonly #session: TenantSession;
  readonly #tenantId: string;
  readonly #newId: () => string;
  /** Grows when a ticket is pinned to one that was not known. */
  #versions: PinnedVersions = { calendars: new Map(), agreements: new Map() };
  readonly #work = new Map<string, Work>();

  constructor(session: TenantSession, tenantId: string, { newId = randomUUIDv7 }: UnitOptions = {}) {
    this.#session = session;
    this.#tenantId = tenantId;
    this.#newId = newId;
  }

  /** Opens a ticket, reported at `acting.at`. */
  async open(command: OpenTicket, acting: Acting): Promise<CommandOutcome> {
    const decision = decideOpening(command, acting);
    if (decision.kind === 'refused') return decision;
    await this.#know(decision.steps.map(({ event }) => event));
    const number = await takeNumbers(this.#session.client, this.#tenantId, 1);
    const work: Work = { id: this.#newId(), number, stored: [], fresh: [], beside: [], steps: [], ticket: null };
    this.#work.set(work.id, work);
    this.#record(work, decision.steps, acting.actor);
    return done(work);
  }

  async run(ticketId: string, command: TicketCommand, options: RunOptions): Promise<CommandOutcome> {
    const work = await this.#lock(ticketId);
    if (work === null) return { kind: 'missing' };
    const version = versionOf(work);
    if (options.expectedVersion !== undefined && options.expectedVersion !== version) return { kind: 'stale', version };
    if (command.kind === 'changeAgreement') await this.#knowAgreements([command.versionId]);
    const at = this.#settle(work, options.at);
    const decision = decide(work.ticket!, command, { ...options, at, versions: this.#versions });
    if (decision.kind === 'refused') return decision;
    this.#record(work, decision.steps, options.actor);
    return done(work);
  }

  /** Merges two tickets about the same; tells the one that survives. */
  async merge(oneId: string, otherId: string, acting: Acting): Promise<CommandOutcome> {
    const [one, other] = await this.#lockBoth(oneId, otherId);
    if (!one || !other) return { kind: 'missing' };
    const at = later(this.#settle(one, acting.at), this.#settle(other, acting.at));
    return this.#carryOut(decideMerge(numbered(one), numbered(other), { ...acting, at }), acting.actor);
  }

  /** Takes back a merge; tells the ticket that survived it. */
  async takeBackMerge(duplicateId: string, acting: Acting): Promise<CommandOutcome> {
    const duplicate = await this.#lock(duplicateId);
    if (duplicate === null) return { kind: 'missing' };
    const survivorId = duplicate.ticket!.survivorId;
    const survivor = survivorId === null ? null : await this.#lock(survivorId);
    const at = later(this.#settle(duplicate, acting.at), survivor ? this.#settle(survivor, acting.at) : acting.at);
    return this.#carryOut(decideTakeBackMerge(numbered(duplicate), { ...acting, at }), acting.actor);
  }

  /** Records the steps of a ticket's clocks that came due strictly before `now`; returns how many. */
  async settle(ticketId: string, now: Instant): Promise<number> {
    const work = await this.#lock(ticketId);
    if (work === null) return 0;
    const before = work.fresh.length;
    this.#settle(work, now);
    return work.fresh.length - before;
  }

  /** The ticket as this unit has left it, or null when there is none. */
  async read(ticketId: string): Promise<Ticket | null> {
    return (await this.#lock(ticketId))?.ticket ?? null;
  }

  /** Writes everything. The unit can go on afterwards. */
  async flush(): Promise<void> {
    const { client } = this.#session;
    const touched = [...this.#work.values()].filter(({ fresh }) => fresh.length > 0);
    const changes = touched.map((work) => ({ ...rowsOf(work), ...this.#fold(work) }));
    const added = changes.filter(({ eventsBefore }) => eventsBefore === 0);
    const extended = changes.filter(({ eventsBefore }) => eventsBefore > 0);
    await sendAll(client, [
      ...insertTickets(this.#tenantId, added),
      ...insertFacts(this.#tenantId, added),
      ...(extended.length === 0 ? [] : appendEvents(this.#tenantId, extended)),
      ...changeFacts(this.#tenantId, extended),
      ...saveTimers(this.#tenantId, changes),
    ]);
    this.#work.clear();
  }

  async #lockBoth(oneId: string, otherId: string): Promise<[Work | null, Work | null]> {
    await this.#load([oneId, otherId].filter((id) => !this.#work.has(id)));
    return [this.#work.get(oneId) ?? null, this.#work.get(otherId) ?? null];
  }

  async #lock(id: string): Promise<Work | null> {
    if (!this.#work.has(id)) await this.#load([id]);
    return this.#work.get(id) ?? null;
  }

  async #load(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const locked = await lockTickets(this.#session.client, this.#tenantId, ids);
    await this.#know(locked.flatMap(({ events }) => events));
    for (const { id, number, events } of locked) {
      let ticket: Ticket | null = null;
      for (const event of events) ticket = applyEvent(ticket, event, this.#versions);
      this.#work.set(id, {
        id,
        number,
        stored: events,
        fresh: [],
        beside: [],
        steps: ticket ? stepsOf(ticket) : [],
        ticket,
      });
    }
  }

  async #know(events: readonly TicketEvent[]): Promise<void> {
    this.#versions = await knownVersions(this.#session, this.#tenantId, versionsIn(events));
  }

  async #knowAgreements(agreements: readonly string[]): Promise<void> {
    this.#versions = await knownVersions(this.#session, this.#tenantId, { calendars: [], agreements });
  }

  /** Records what has come due, and tells the instant at which the next event may happen: never before the last. */
  #settle(work: Work, now: Instant): Instant {
    for (;;) {
      const due = stepsOf(work.ticket!).find(({ at }) => at < now);
      if (!due) return later(now, work.ticket!.lastEventAt);
      // A step that came due before something else was recorded is dated by that: history never goes back.
      const at = later(due.at, work.ticket!.lastEventAt);
      this.#record(work, [step(stepRecorded({ ...due, at }))], null);
    }
  }

  #carryOut(decision: MergeDecision, actor: string | null): CommandOutcome {
    if (decision.kind === 'refused') return decision;
    const survivor = this.#work.get(decision.survivorId)!;
    this.#record(survivor, decision.survivor, actor);
    this.#record(this.#work.get(decision.duplicateId)!, decision.duplicate, actor);
    return done(survivor);
  }

  #record(work: Work, steps: readonly Step[], actor: string | null): void {
    for (const { event, texts } of steps) {
      work.ticket = applyEvent(work.ticket, event, this.#versions);
      work.fresh.push(event);
      work.beside.push({ actor, texts });
    }
  }

  #fold({ stored, fresh }: Work): FoldedTicket & { readonly factsBefore: FoldedTicket['versions'] } {
    const factsBefore = stored.length === 0 ? [] : foldFacts(stored, this.#versions).versions;
    return { ...foldFacts([...stored, ...fresh], this.#versions), factsBefore };
  }
}

function rowsOf({ id, number, stored, fresh, beside, steps }: Work) {
  return { ticketId: id, number, origin: null, eventsBefore: stored.length, events: fresh, beside, before: steps };
}

function versionOf({ stored, fresh }: Work): number {
  return stored.length + fresh.length;
}

function done(work: Work): CommandOutcome {
  return { kind: 'done', ticketId: work.id, number: work.number, version: versionOf(work) };
}

/** The versions that events pin. */
function versionsIn(events: readonly TicketEvent[]): { calendars: string[]; agreements: string[] } {
  const calendars: string[] = [];
  const agreements: string[] = [];
  for (const event of events) {
    if (event.kind === 'ticketOpened') {
      calendars.push(event.calendarId);
      if (event.promise.kind === 'agreement') agreements.push(event.promise.versionId);
    } else if (event.kind === 'agreementChanged') agreements.push(event.versionId);
    else if (event.kind === 'calendarChanged') calendars.push(event.calendarId);
  }
  return { calendars, agreements };
}

function numbered({ id, number, ticket }: Work): Numbered {
  return { id, number, ticket: ticket! };
}
