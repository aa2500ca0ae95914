import type { PinnedVersions } from '#core/agreement/terms.ts';
import { foldFacts } from '#core/facts/fold-facts.ts';
import { applyEvent } from '#core/ticket/apply-event.ts';
import { type ClockStep, stepRecorded, stepsOf } from '#core/ticket/clock-steps.ts';
import { type Step, step } from '#core/ticket/decide/decision.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { type Instant, later } from '#core/time/instant.ts';
import type { LoadedTicket } from './load-tickets.ts';
import type { BesideEvent } from './ticket-store.ts';
import type { TicketChange } from './write-tickets.ts';

/** A ticket in a unit of work: what is stored of it, and the events that are to be stored. */
export class TicketDraft {
  readonly id: string;
  readonly number: number;
  readonly #stored: readonly TicketEvent[];
  readonly #fresh: TicketEvent[] = [];
  readonly #beside: BesideEvent[] = [];
  /** The steps of its clocks as they are stored. */
  readonly #storedSteps: readonly ClockStep[];
  readonly #versions: () => PinnedVersions;
  #ticket: Ticket | null = null;

  /** `events` are those that are stored, none of a new ticket; `versions` gives all that they pin. */
  constructor({ id, number, events }: LoadedTicket, versions: () => PinnedVersions) {
    this.id = id;
    this.number = number;
    this.#stored = events;
    this.#versions = versions;
    for (const event of events) this.#ticket = applyEvent(this.#ticket, event, versions());
    this.#storedSteps = this.#ticket ? stepsOf(this.#ticket) : [];
  }

  /** The ticket as it stands after all its events. @throws Error before the first. */
  get ticket(): Ticket {
    if (this.#ticket === null) throw new Error('a ticket without events');
    return this.#ticket;
  }

  /** Counts its events. */
  get version(): number {
    return this.#stored.length + this.#fresh.length;
  }

  get isTouched(): boolean {
    return this.#fresh.length > 0;
  }

  record(steps: readonly Step[], actor: string | null): void {
    for (const { event, texts } of steps) {
      this.#ticket = applyEvent(this.#ticket, event, this.#versions());
      this.#fresh.push(event);
      this.#beside.push({ actor, texts });
    }
  }

  /**
   * Records the steps of its clocks that came due strictly before `now`, and tells the instant at which the next event
   * may happen: never before the last, whatever the clock of the machine says.
   */
  settle(now: Instant): Instant {
    for (;;) {
      const due = stepsOf(this.ticket).find(({ at }) => at < now);
      if (!due) return later(now, this.ticket.lastEventAt);
      // A step that came due before something else was recorded is dated by that: history never goes back.
      const at = later(due.at, this.ticket.lastEventAt);
      this.record([step(stepRecorded({ ...due, at }))], null);
    }
  }

  /** What is to be written of it. */
  changes(): TicketChange {
    const versions = this.#versions();
    const factsBefore = this.#stored.length === 0 ? [] : foldFacts(this.#stored, versions).versions;
    return {
      ...foldFacts([...this.#stored, ...this.#fresh], versions),
      factsBefore,
      ticketId: this.id,
      number: this.number,
      origin: null,
      eventsBefore: this.#stored.length,
      events: this.#fresh,
      beside: this.#beside,
      stepsBefore: this.#storedSteps,
    };
  }
}
