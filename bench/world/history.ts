import type { Dimensions } from '#core/ticket/dimensions.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { TicketState } from '#core/ticket/state.ts';
import { WITNESSES } from '#core/ticket/witness.ts';
import { type Instant, instant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import { type Random, randomFrom } from './random.ts';
import {
  AGREEMENTS,
  CHANNELS,
  OFFICE_CALENDAR,
  PRIORITIES,
  SERVICES,
  TEAMS,
  TYPES,
  WORLD_END,
  WORLD_START,
} from './world.ts';

const hour = 3600;

/**
 * The history of ticket number `index` of `total`, in order: seven events on average, with answers, moves between
 * teams and levels, pauses, reopenings, and what the end of the world cuts off left open.
 */
export function historyOf(index: number, total: number): TicketEvent[] {
  const random = randomFrom(index);
  const story = new Story(openingAt(index, total, random), random);
  story.work();
  return story.events.filter((event) => event.at < WORLD_END);
}

/** Tickets are numbered as they come in, most of them by day. */
function openingAt(index: number, total: number, random: Random): Instant {
  const day = Math.floor(((index + random.next()) / total) * ((WORLD_END - WORLD_START) / SECONDS_PER_DAY));
  const ofDay = random.isHit(0.85) ? (8 + 10 * random.next()) * hour : 24 * hour * random.next();
  return instant(Math.min(WORLD_START + day * SECONDS_PER_DAY + ofDay, WORLD_END - 1));
}

class Story {
  readonly events: TicketEvent[] = [];
  readonly #random: Random;
  #at: Instant;
  #level = '1';

  constructor(at: Instant, random: Random) {
    this.#random = random;
    this.#at = at;
    const agreement = random.isHit(0.9) ? random.pick([...AGREEMENTS.keys()]) : null;
    const dimensions: Dimensions = {
      team: random.pick(TEAMS),
      service: random.pick(SERVICES),
      priority: random.pick(PRIORITIES),
      channel: random.pick(CHANNELS),
      level: '1',
      type: random.pick(TYPES),
      agreement: agreement === null ? null : AGREEMENTS.get(agreement)!.agreement,
    };
    this.events.push({
      kind: 'ticketOpened',
      at,
      dimensions,
      promise: agreement === null ? { kind: 'none' } : { kind: 'agreement', versionId: agreement },
      calendarId: OFFICE_CALENDAR,
      // A few come from a source that tells neither answers nor contacts.
      witnesses: random.isHit(0.05) ? ['states', 'closing'] : WITNESSES,
      customer: null,
      requester: null,
      contactEndedAt: null,
      isFirstContactEligible: random.isHit(0.9),
    });
  }

  work(): void {
    const random = this.#random;
    if (random.isHit(0.3)) this.#contact();
    if (random.isHit(0.03)) {
      this.#move(random.pick(['spam', 'merged', 'cancelled', 'cancelled']), 2 * hour);
      return;
    }
    this.#move('in_progress', hour / 2);
    if (random.isHit(0.85)) this.#tell({ kind: 'replySent', isPublic: true, isAutomatic: false }, hour / 4);
    if (random.isHit(0.25)) this.#handOver();
    if (random.isHit(0.08)) this.#tell({ kind: 'priorityChanged', to: random.pick(PRIORITIES) }, hour);
    if (random.isHit(0.4)) this.#pause('pending_customer');
    if (random.isHit(0.12)) this.#pause('pending_vendor');
    if (random.isHit(0.02)) this.#tell({ kind: 'managementEscalated', hasReason: random.isHit(0.8) }, hour);
    if (random.isHit(0.01)) this.#tell({ kind: 'verdictWaived', clock: 'resolution' }, hour);
    if (random.isHit(0.04)) return;
    this.#end();
    if (!random.isHit(0.06)) return;
    this.#move('in_progress', 30 * hour);
    this.#end();
  }

  #end(): void {
    this.#move('resolved', 6 * hour);
    if (this.#random.isHit(0.85)) this.#move('closed', 72 * hour);
  }

  #pause(state: TicketState): void {
    this.#move(state, 2 * hour);
    if (this.#random.isHit(0.5))
      this.#tell({ kind: 'requesterContacted', isTrivial: this.#random.isHit(0.3) }, 8 * hour);
    this.#move('in_progress', 4 * hour);
  }

  #handOver(): void {
    const toLevel = this.#level === '1' ? '2' : '3';
    this.#tell({ kind: 'handedOver', fromLevel: this.#level, toLevel, hasNote: this.#random.isHit(0.9) }, 2 * hour);
    this.#tell({ kind: 'teamChanged', to: this.#random.pick(TEAMS) }, 1);
    this.#level = toLevel;
  }

  #contact(): void {
    const handledBy = `agent-${Math.floor(this.#random.next() * 60)}`;
    this.#tell({ kind: 'contactHandled', startedAt: null, handledBy, level: '1', channel: null, isInbound: true }, 60);
  }

  #move(to: TicketState, medianSeconds: number): void {
    this.#tell({ kind: 'stateChanged', to, isNonIssue: false, isAutomatic: to === 'closed' }, medianSeconds);
  }

  #tell(event: Untimed<TicketEvent>, medianSeconds: number): void {
    this.#at = instant(this.#at + this.#random.seconds(medianSeconds));
    this.events.push({ ...event, at: this.#at } as TicketEvent);
  }
}

type Untimed<T> = T extends unknown ? Omit<T, 'at'> : never;
