import { DIMENSIONS, type Dimension, type Dimensions } from '../ticket/dimensions.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { isActiveState, isDoneState, type TicketState } from '../ticket/state.ts';
import type { Witness } from '../ticket/witness.ts';
import type { Instant } from '../time/instant.ts';
import type { SourceRow } from './source-row.ts';

/** What the mapping says of all rows alike. */
export interface HistoryRules {
  readonly rows: 'event' | 'ticket';
  /** The last row states the end of its ticket in columns of its own. */
  readonly hasStatedEnd: boolean;
  /** One of them is the closing; else a row in state `closed` tells it. */
  readonly hasStatedClosing: boolean;
  /** A row repeats only what changed: what it leaves empty stays as it was. */
  readonly isEmptyUnchanged: boolean;
  readonly hasVerdict: boolean;
  readonly calendarId: string;
  readonly witnesses: readonly Witness[];
  /** The identity of a person named in the log. */
  readonly personOf: (name: string) => string;
}

const CHANGES = {
  team: 'teamChanged',
  service: 'serviceChanged',
  priority: 'priorityChanged',
  channel: 'channelChanged',
  type: 'typeChanged',
} as const;

/** Collects the events of one ticket, only where a row says something new. Rows come in the order of their instants. */
export class History {
  readonly #events: TicketEvent[] = [];
  readonly #rules: HistoryRules;
  #resolvedAt: Instant | null = null;
  #state: TicketState = 'new';
  #dimensions: Dimensions;
  #assignee: string | null = null;

  constructor(opening: SourceRow, createdAt: Instant, rules: HistoryRules) {
    this.#rules = rules;
    this.#dimensions = opening.dimensions;
    this.#events.push({
      kind: 'ticketOpened',
      at: createdAt,
      dimensions: opening.dimensions,
      promise: rules.hasVerdict ? { kind: 'imported' } : { kind: 'none' },
      calendarId: rules.calendarId,
      witnesses: rules.witnesses,
      contactEndedAt: null,
      isFirstContactEligible: true,
    });
  }

  /** What the row says besides the state: under which team and priority, by whom, and what was done. */
  describe({ dimensions, assignee, activity }: SourceRow, at: Instant): void {
    for (const dimension of DIMENSIONS) this.#changeDimension(dimension, dimensions[dimension], at);
    this.#assign(assignee, at);
    if (activity === 'reply') this.reply(at);
    if (activity === 'escalation') this.#events.push({ kind: 'managementEscalated', at, hasReason: false });
    if (activity !== 'contact') return;
    this.#events.push({ kind: 'requesterContacted', at, isTrivial: false });
    const handledBy = this.#assignee;
    this.#events.push({ kind: 'contactHandled', at, handledBy, level: null, channel: null, isInbound: true });
  }

  reply(at: Instant): void {
    this.#events.push({ kind: 'replySent', at, isPublic: true, isAutomatic: false });
  }

  changeState(to: TicketState, at: Instant): void {
    if (to === this.#state) return;
    if (isActiveState(this.#state) && isDoneState(to)) this.#resolvedAt = at;
    if (!isDoneState(to)) this.#resolvedAt = null;
    this.#state = to;
    this.#events.push({ kind: 'stateChanged', at, to, isNonIssue: false, isAutomatic: false });
  }

  /** The source's verdict stands at the last resolution; without one it says nothing yet. */
  judge(verdict: SourceRow['verdict']): void {
    if (!this.#rules.hasVerdict || verdict === null || this.#resolvedAt === null) return;
    this.#events.push({ kind: 'verdictImported', at: this.#resolvedAt, isMet: verdict === 'met' });
  }

  /** The events by their instants, those of one instant in the order in which they were told. */
  events(): TicketEvent[] {
    return this.#events.toSorted((a, b) => a.at - b.at);
  }

  #assign(name: string | null, at: Instant): void {
    if (name === null && this.#rules.isEmptyUnchanged) return;
    const person = name === null ? null : this.#rules.personOf(name);
    if (person !== this.#assignee) this.#events.push({ kind: 'assigneeChanged', at, to: person });
    this.#assignee = person;
  }

  #changeDimension(dimension: Dimension, to: string | null, at: Instant): void {
    const from = this.#dimensions[dimension];
    if (to === from || dimension === 'agreement') return;
    if (to === null && (this.#rules.isEmptyUnchanged || dimension === 'level')) return;
    this.#dimensions = { ...this.#dimensions, [dimension]: to };
    if (dimension !== 'level') this.#events.push({ kind: CHANGES[dimension], at, to });
    // A level that is not said is no level zero, so `to` is never null here.
    else if (to !== null) this.#events.push({ kind: 'handedOver', at, fromLevel: from, toLevel: to, hasNote: false });
  }
}
