import { DIMENSIONS, type Dimension, type Dimensions } from '../ticket/dimensions.ts';
import type { TicketEvent, TicketOpened } from '../ticket/event.ts';
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

/** How a ticket stands after the events that were told or stored of it. */
interface Standing {
  readonly state: TicketState;
  readonly dimensions: Dimensions;
  readonly assignee: string | null;
  /** When it was resolved; null while it is open or withdrawn. */
  readonly resolvedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly firstResponseAt: Instant | null;
  /** The verdict of the resolution in force. */
  readonly verdict: SourceRow['verdict'];
}

/** Collects the events of one ticket, only where a row says something new. Rows come in the order of their instants. */
export class History {
  readonly #events: TicketEvent[] = [];
  readonly #rules: HistoryRules;
  #standing: Standing;

  private constructor(opening: TicketOpened, rules: HistoryRules) {
    this.#rules = rules;
    this.#standing = {
      state: 'new',
      dimensions: opening.dimensions,
      assignee: null,
      resolvedAt: null,
      closedAt: null,
      firstResponseAt: null,
      verdict: null,
    };
  }

  /** Begins a history with the creation of the ticket. */
  static open(opening: SourceRow, createdAt: Instant, rules: HistoryRules): History {
    const opened = openingOf(opening, createdAt, rules);
    const history = new History(opened, rules);
    history.#events.push(opened);
    return history;
  }

  /** Goes on after events that are stored: only what comes now is told by `events`. */
  static resume(opened: TicketOpened, later: readonly TicketEvent[], rules: HistoryRules): History {
    const history = new History(opened, rules);
    for (const event of later) history.#standing = after(history.#standing, event);
    return history;
  }

  get standing(): Standing {
    return this.#standing;
  }

  /** What the row says besides the state: under which team and priority, by whom, and what was done. */
  describe({ dimensions, assignee, activity }: SourceRow, at: Instant): void {
    for (const dimension of DIMENSIONS) this.#changeDimension(dimension, dimensions[dimension], at);
    this.#assign(assignee, at);
    if (activity === 'reply') this.reply(at);
    if (activity === 'escalation') this.#tell({ kind: 'managementEscalated', at, hasReason: false });
    if (activity !== 'contact') return;
    this.#tell({ kind: 'requesterContacted', at, isTrivial: false });
    const handledBy = this.#standing.assignee;
    this.#tell({ kind: 'contactHandled', at, startedAt: null, handledBy, level: null, channel: null, isInbound: true });
  }

  reply(at: Instant): void {
    this.#tell({ kind: 'replySent', at, isPublic: true, isAutomatic: false });
  }

  changeState(to: TicketState, at: Instant): void {
    if (to !== this.#standing.state) {
      this.#tell({ kind: 'stateChanged', at, to, isNonIssue: false, isAutomatic: false });
    }
  }

  /** The source's verdict stands at the resolution; without one it says nothing yet. */
  judge(verdict: SourceRow['verdict']): void {
    const { resolvedAt, verdict: known } = this.#standing;
    if (!this.#rules.hasVerdict || verdict === null || verdict === known || resolvedAt === null) return;
    this.#tell({ kind: 'verdictImported', at: resolvedAt, isMet: verdict === 'met' });
  }

  /** The events by their instants, those of one instant in the order in which they were told. */
  events(): TicketEvent[] {
    return this.#events.toSorted((a, b) => a.at - b.at);
  }

  #tell(event: TicketEvent): void {
    this.#events.push(event);
    this.#standing = after(this.#standing, event);
  }

  #assign(name: string | null, at: Instant): void {
    if (name === null && this.#rules.isEmptyUnchanged) return;
    const to = name === null ? null : this.#rules.personOf(name);
    if (to !== this.#standing.assignee) this.#tell({ kind: 'assigneeChanged', at, to });
  }

  #changeDimension(dimension: Dimension, to: string | null, at: Instant): void {
    const from = this.#standing.dimensions[dimension];
    if (to === from || dimension === 'agreement') return;
    if (dimension !== 'level') {
      if (to !== null || !this.#rules.isEmptyUnchanged) this.#tell({ kind: CHANGES[dimension], at, to });
      // A level that is not said is no level zero.
    } else if (to !== null) this.#tell({ kind: 'handedOver', at, fromLevel: from, toLevel: to, hasNote: false });
  }
}

function openingOf({ dimensions }: SourceRow, at: Instant, rules: HistoryRules): TicketOpened {
  return {
    kind: 'ticketOpened',
    at,
    dimensions,
    promise: rules.hasVerdict ? { kind: 'imported' } : { kind: 'none' },
    calendarId: rules.calendarId,
    witnesses: rules.witnesses,
    customer: null,
    requester: null,
    contactEndedAt: null,
    isFirstContactEligible: true,
  };
}

function after(standing: Standing, event: TicketEvent): Standing {
  switch (event.kind) {
    case 'stateChanged':
      return afterState(standing, event);
    case 'teamChanged':
      return { ...standing, dimensions: { ...standing.dimensions, team: event.to } };
    case 'serviceChanged':
      return { ...standing, dimensions: { ...standing.dimensions, service: event.to } };
    case 'priorityChanged':
      return { ...standing, dimensions: { ...standing.dimensions, priority: event.to } };
    case 'channelChanged':
      return { ...standing, dimensions: { ...standing.dimensions, channel: event.to } };
    case 'typeChanged':
      return { ...standing, dimensions: { ...standing.dimensions, type: event.to } };
    case 'handedOver':
      return { ...standing, dimensions: { ...standing.dimensions, level: event.toLevel } };
    case 'assigneeChanged':
      return { ...standing, assignee: event.to };
    case 'replySent':
      return { ...standing, firstResponseAt: standing.firstResponseAt ?? event.at };
    case 'verdictImported':
      return { ...standing, verdict: event.isMet ? 'met' : 'missed' };
    default:
      return standing;
  }
}

function afterState(standing: Standing, { to, at }: { readonly to: TicketState; readonly at: Instant }): Standing {
  const isResolution = isActiveState(standing.state) && isDoneState(to);
  const stays = isDoneState(to) && !isResolution;
  return {
    ...standing,
    state: to,
    closedAt: to === 'closed' ? at : null,
    resolvedAt: isResolution ? at : stays ? standing.resolvedAt : null,
    verdict: stays ? standing.verdict : null,
  };
}
