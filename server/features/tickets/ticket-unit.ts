import type { PinnedVersions } from '#core/agreement/terms.ts';

import type { OpenTicket, RefusalCode, TicketCommand } from '#core/ticket/command.ts';
import { decide, decideOpening } from '#core/ticket/decide/decide.ts';
import type { Acting } from '#core/ticket/decide/decision.ts';
import { decideMerge, decideTakeBackMerge, type MergeDecision } from '#core/ticket/decide/withdrawal.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { type Instant, later } from '#core/time/instant.ts';
import { sendAll } from '#server/database/prepared.ts';
import type { TenantSession } from '#server/platform/database.ts';
import { randomUUIDv7 } from '#server/platform/ids.ts';
import { lastSurvivorOf, lockTickets } from './load-tickets.ts';
import { TicketDraft } from './ticket-draft.ts';
import { takeNumbers } from './ticket-store.ts';
import { knownVersions, versionsIn } from './version-store.ts';
import { writeTickets } from './write-tickets.ts';

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
  readonly #drafts = new Map<string, TicketDraft>();

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
    const draft = new TicketDraft({ id: this.#newId(), number, events: [] }, () => this.#versions);
    this.#drafts.set(draft.id, draft);
    draft.record(decision.steps, acting.actor);
    return done(draft);
  }

  async run(ticketId: string, command: TicketCommand, options: RunOptions): Promise<CommandOutcome> {
    const draft = await this.#lock(ticketId);
    if (draft === null) return { kind: 'missing' };
    if (isStale(draft, options)) return stale(draft);
    if (command.kind === 'changeAgreement') await this.#knowAgreements([command.versionId]);
    const at = draft.settle(options.at);
    const decision = decide(draft.ticket, command, { ...options, at, versions: this.#versions });
    if (decision.kind === 'refused') return decision;
    draft.record(decision.steps, options.actor);
    return done(draft);
  }

  /** Merges two tickets about the same; tells the one that survives. The version expected is that of the first. */
  async merge(oneId: string, otherId: string, acting: RunOptions): Promise<CommandOutcome> {
    const [one, other] = await this.#lockBoth(oneId, otherId);
    if (!one || !other) return { kind: 'missing' };
    if (isStale(one, acting)) return stale(one);
    const at = later(one.settle(acting.at), other.settle(acting.at));
    return this.#carryOut(decideMerge(one, other, { ...acting, at }), acting.actor);
  }

  /** Takes back a merge; tells the ticket that survived it. */
  async takeBackMerge(duplicateId: string, acting: RunOptions): Promise<CommandOutcome> {
    // Both are locked at once, in the order of ids: see `lockTickets`.
    const known = this.#drafts.get(duplicateId)?.ticket.survivorId;
    const survivorId = known ?? (await lastSurvivorOf(this.#session.client, this.#tenantId, duplicateId));
    const [duplicate, survivor] = await this.#lockBoth(duplicateId, survivorId ?? duplicateId);
    if (!duplicate || !survivor) return { kind: 'missing' };
    if (isStale(duplicate, acting)) return stale(duplicate);
    const { survivorId: survivorNow } = duplicate.ticket;
    // It went into another ticket while the locks were waited for.
    if (survivorNow !== null && survivorNow !== survivor.id) return stale(duplicate);
    const at = later(duplicate.settle(acting.at), survivor.settle(acting.at));
    return this.#carryOut(decideTakeBackMerge(duplicate, { ...acting, at }), acting.actor);
  }

  /** Records the steps of a ticket's clocks that came due strictly before `now`; returns how many. */
  async settle(ticketId: string, now: Instant): Promise<number> {
    const draft = await this.#lock(ticketId);
    if (draft === null) return 0;
    const before = draft.version;
    draft.settle(now);
    return draft.version - before;
  }

  /** The ticket as this unit has left it, or null when there is none. */
  async read(ticketId: string): Promise<Ticket | null> {
    return (await this.#lock(ticketId))?.ticket ?? null;
  }

  /** Writes everything. The unit can go on afterwards. */
  async flush(): Promise<void> {
    const touched = [...this.#drafts.values()].filter(({ isTouched }) => isTouched);
    const changes = touched.map((draft) => draft.changes());
    await sendAll(this.#session.client, writeTickets(this.#tenantId, changes));
    this.#drafts.clear();
  }

  async #lockBoth(oneId: string, otherId: string): Promise<[TicketDraft | null, TicketDraft | null]> {
    await this.#load([oneId, otherId].filter((id) => !this.#drafts.has(id)));
    return [this.#drafts.get(oneId) ?? null, this.#drafts.get(otherId) ?? null];
  }

  async #lock(id: string): Promise<TicketDraft | null> {
    if (!this.#drafts.has(id)) await this.#load([id]);
    return this.#drafts.get(id) ?? null;
  }

  async #load(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const locked = await lockTickets(this.#session.client, this.#tenantId, ids);
    await this.#know(locked.flatMap(({ events }) => events));
    for (const ticket of locked) this.#drafts.set(ticket.id, new TicketDraft(ticket, () => this.#versions));
  }

  async #know(events: readonly TicketEvent[]): Promise<void> {
    this.#versions = await knownVersions(this.#session, this.#tenantId, versionsIn(events));
  }

  async #knowAgreements(agreements: readonly string[]): Promise<void> {
    this.#versions = await knownVersions(this.#session, this.#tenantId, { calendars: [], agreements });
  }

  #carryOut(decision: MergeDecision, actor: string | null): CommandOutcome {
    if (decision.kind === 'refused') return decision;
    const survivor = this.#drafts.get(decision.survivorId)!;
    survivor.record(decision.survivor, actor);
    this.#drafts.get(decision.duplicateId)!.record(decision.duplicate, actor);
    return done(survivor);
  }
}

function isStale({ version }: TicketDraft, { expectedVersion = version }: RunOptions): boolean {
  return expectedVersion !== version;
}

function stale({ version }: TicketDraft): CommandOutcome {
  return { kind: 'stale', version };
}

function done({ id, number, version }: TicketDraft): CommandOutcome {
  return { kind: 'done', ticketId: id, number, version };
}
