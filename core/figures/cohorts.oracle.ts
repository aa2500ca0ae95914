import { ClockWalk, countedStatus, type LoggedEvent, type Metric, type Policy } from '../clock/clock-walk.oracle.ts';
import type { OpenMinutes } from '../clock/open-minutes.oracle.ts';

/** The events of `cohorts.json`, with instants as seconds of the epoch. */
export type CohortEvent =
  | LoggedEvent
  | { readonly at: number; readonly type: 'customer_contact'; readonly trivial?: boolean }
  | { readonly at: number; readonly type: 'contact_handled'; readonly agent: string; readonly level: number }
  | {
      readonly at: number;
      readonly type: 'escalated';
      readonly kind: 'functional' | 'hierarchical';
      readonly from_level: number | null;
      readonly to_level: number | null;
    };

export interface LoggedTicket {
  readonly id: string;
  readonly channel: string;
  readonly initial_level: number;
  readonly contact_ended_at?: number;
  readonly fcr_eligible?: boolean;
  readonly events: readonly CohortEvent[];
}

export interface CohortLog {
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
  readonly policy: Policy;
  readonly calendar: OpenMinutes;
  readonly tz: string;
  readonly windowSeconds: number;
  readonly wrapUpSeconds: number;
  readonly bucketDays: readonly number[];
  readonly tickets: readonly LoggedTicket[];
}

const ACTIVE = ['new', 'in_progress', 'pending_customer', 'pending_vendor'];
const DONE = ['resolved', 'closed'];
const OUT = ['spam', 'test', 'merged'];
const LIVE = ['phone', 'chat', 'walk_in'];
const DAY = 86_400;

/** One change of status as the rules count it. */
interface Move {
  readonly at: number;
  readonly before: string;
  readonly after: string;
  readonly nonIssue: boolean;
}

/** A ticket by its known events, with the questions that the rules ask of it. */
class Known {
  readonly ticket: LoggedTicket;
  readonly events: readonly CohortEvent[];
  readonly moves: readonly Move[];
  readonly created: number;
  readonly status: string;
  readonly writtenStatus: string;
  readonly closedAt: number | null = null;

  constructor(ticket: LoggedTicket, asOf: number) {
    this.ticket = ticket;
    this.events = ticket.events.filter(({ at }) => at < asOf);
    this.created = this.events[0]!.at;
    const moves: Move[] = [];
    let counted = 'new';
    let plain = 'new';
    for (const event of this.events) {
      if (event.type !== 'status' || event.to === plain) continue;
      const after = countedStatus(counted, event.to);
      moves.push({ at: event.at, before: counted, after, nonIssue: event.non_issue ?? false });
      if (event.to === 'closed') this.closedAt = event.at;
      counted = after;
      plain = event.to;
    }
    this.moves = moves;
    this.status = counted;
    this.writtenStatus = plain;
  }

  get isBase(): boolean {
    return !OUT.includes(this.status);
  }

  /** What the ticket counts as at `at`, its own events left out; null before it exists. */
  statusBefore(at: number): string | null {
    if (this.created >= at) return null;
    return this.moves.findLast((move) => move.at < at)?.after ?? 'new';
  }

  get resolutions(): number[] {
    return this.moves.filter((m) => ACTIVE.includes(m.before) && DONE.includes(m.after)).map((m) => m.at);
  }

  get exclusions(): number[] {
    return this.moves
      .filter((m) => ACTIVE.includes(m.before) && !ACTIVE.includes(m.after) && !DONE.includes(m.after))
      .map((m) => m.at);
  }

  get returns(): Move[] {
    return this.moves.filter((m) => !ACTIVE.includes(m.before) && ACTIVE.includes(m.after));
  }

  /** The first public human reply given while active, or the first resolution, whichever came first. */
  get responseAt(): number | null {
    let counted = 'new';
    for (const event of this.events) {
      if (event.type === 'agent_reply' && event.public && !event.automatic && ACTIVE.includes(counted)) return event.at;
      if (event.type !== 'status') continue;
      const after = countedStatus(counted, event.to);
      if (ACTIVE.includes(counted) && DONE.includes(after)) return event.at;
      counted = after;
    }
    return null;
  }

  isEscalated(kind: 'functional' | 'hierarchical', until: number): boolean {
    return this.events.some(
      (e) =>
        e.type === 'escalated' &&
        e.kind === kind &&
        e.at <= until &&
        (kind === 'hierarchical' || (e.to_level ?? 0) > (e.from_level ?? 0)),
    );
  }

  isReopened(first: number, window: number): boolean {
    return this.returns.some((m) => DONE.includes(m.before) && !m.nonIssue && m.at >= first && m.at <= first + window);
  }
}

/** All figures of `cohorts.json` over a log, one rule after the other, each over the whole log. */
export function cohortFigures(log: CohortLog): Record<string, unknown> {
  const { from, to, asOf, calendar } = log;
  const isIn = (at: number | null | undefined): boolean => at != null && at >= from && at < to && at < asOf;
  const known = log.tickets.filter(({ events }) => events[0]!.at < asOf).map((ticket) => new Known(ticket, asOf));
  const base = known.filter((ticket) => ticket.isBase);
  const point = Math.min(to, asOf);
  const resolved = base.filter((t) => DONE.includes(t.status) && isIn(t.resolutions.at(-1)));
  const first = base.filter((t) => isIn(t.resolutions[0]));
  const answered = base.filter((t) => isIn(t.responseAt));
  const backlog = base.filter((t) => ACTIVE.includes(t.statusBefore(point) ?? ''));
  const ages = backlog.map((t) => (point - t.created) / DAY).sort((a, b) => a - b);
  const createdLive = base.filter((t) => isIn(t.created) && t.status !== 'cancelled');
  const events = <T>(of: (t: Known) => readonly T[], at: (item: T) => number): number =>
    base.flatMap(of).filter((item) => isIn(at(item))).length;
  return {
    tickets_created_count: base.filter((t) => isIn(t.created)).length,
    tickets_resolved_count: resolved.length,
    tickets_closed_count: base.filter((t) => t.writtenStatus === 'closed' && isIn(t.closedAt)).length,
    backlog_open_start: base.filter((t) => ACTIVE.includes(t.statusBefore(Math.min(from, asOf)) ?? '')).length,
    backlog_open_end: backlog.length,
    backlog_pending_customer_end: backlog.filter((t) => t.statusBefore(point) === 'pending_customer').length,
    flow: {
      created: base.filter((t) => isIn(t.created)).length,
      resolutions: events((t) => t.resolutions, Number),
      exclusions: events((t) => t.exclusions, Number),
      reopenings: events(
        (t) => t.returns,
        (m) => m.at,
      ),
    },
    backlog_age_days_median: median(ages),
    backlog_age_days_oldest: ages.at(-1) ?? null,
    backlog_ageing_buckets: log.bucketDays.map(
      (low, i) => ages.filter((age) => age >= low && age < (log.bucketDays[i + 1] ?? Infinity)).length,
    ),
    reopen_rate_pct: {
      ...share(first, (t) => t.isReopened(t.resolutions[0]!, log.windowSeconds)),
      immature: first.filter(
        (t) => !t.isReopened(t.resolutions[0]!, log.windowSeconds) && t.resolutions[0]! + log.windowSeconds >= asOf,
      ).length,
    },
    functional_escalation_rate_pct: share(resolved, (t) => t.isEscalated('functional', t.resolutions.at(-1)!)),
    hierarchical_escalation_rate_pct: share(resolved, (t) => t.isEscalated('hierarchical', t.resolutions.at(-1)!)),
    first_level_resolution_pct: share(
      resolved.filter((t) => t.ticket.initial_level === 1),
      (t) => !t.isEscalated('functional', t.resolutions.at(-1)!),
    ),
    first_contact_resolution_pct: {
      ...share(humanOf(first), (t) => isSolvedAtFirstContact(t, log)),
      immature: humanOf(first).filter(
        (t) => isSolvedAtFirstContact(t, log) && t.resolutions[0]! + log.windowSeconds >= asOf,
      ).length,
    },
    first_contact_resolution_net_pct: share(
      humanOf(first).filter((t) => t.ticket.fcr_eligible !== false),
      (t) => isSolvedAtFirstContact(t, log),
    ),
    unresolved_rate_pct: share(createdLive, (t) => ACTIVE.includes(t.status)),
    first_response_business_minutes: timeOf(answered.map((t) => calendar.between(t.created, t.responseAt!) / 60)),
    awaiting_first_response_count: backlog.filter((t) => t.responseAt === null || t.responseAt >= point).length,
    resolution_business_minutes: timeOf(resolved.map((t) => workingSeconds(t, log) / 60)),
    lead_time_hours: timeOf(resolved.map((t) => (t.resolutions.at(-1)! - t.created) / 3600)),
    first_response_sla_pct: slaOf('first_response', base, log, isIn),
    resolution_sla_pct: slaOf('resolution', base, log, isIn),
    contacts: contactsOf(base, log, isIn),
  };
}

function humanOf(tickets: readonly Known[]): Known[] {
  return tickets.filter((t) => t.ticket.channel !== 'monitoring');
}

function isSolvedAtFirstContact(t: Known, { windowSeconds, wrapUpSeconds }: CohortLog): boolean {
  const at = t.resolutions[0]!;
  const { channel, contact_ended_at: endedAt = t.created } = t.ticket;
  const replies = t.events.filter((e) => e.type === 'agent_reply' && e.public && !e.automatic && e.at <= at);
  const contacts = t.events.filter((e) => e.type === 'customer_contact' && !e.trivial && e.at <= at + windowSeconds);
  if (t.isEscalated('functional', at) || contacts.length > 0 || replies.length > 1) return false;
  if (LIVE.includes(channel) && at > endedAt + wrapUpSeconds) return false;
  return !t.isReopened(at, windowSeconds);
}

function workingSeconds(t: Known, { policy, calendar }: CohortLog): number {
  const end = t.resolutions.at(-1)!;
  let status = 'new';
  let since = t.created;
  let sum = 0;
  for (const { at, after } of t.moves) {
    if (at > end) break;
    if (ACTIVE.includes(status) && !policy.pause_statuses.includes(status)) sum += calendar.between(since, at);
    status = after;
    since = at;
  }
  return sum;
}

function slaOf(metric: Metric, base: readonly Known[], log: CohortLog, isIn: (at: number | null) => boolean) {
  let met = 0;
  let breached = 0;
  let undecided = 0;
  let waived = 0;
  for (const ticket of base) {
    const walk = new ClockWalk(log.policy, new Map([[log.policy.calendar, log.calendar]]));
    for (const event of ticket.events) {
      walk.walkTo(event.at);
      if (isClockEvent(event)) walk.apply(event);
    }
    walk.walkTo(log.asOf);
    const clocks = [
      {
        hand: walk.hand(metric),
        outcome: walk.outcome(metric),
        stoppedAt: metric === 'resolution' ? walk.resolvedAt : walk.answeredAt,
      },
    ];
    if (metric === 'resolution') {
      // A cycle that a restart left behind is a clock of its own; its verdict is final.
      for (const { hand, stoppedAt } of walk.earlier) {
        const outcome = hand.waivedAt !== null ? 'waived' : hand.breachedAt !== null ? 'breached' : 'met';
        clocks.push({ hand, outcome, stoppedAt });
      }
    }
    for (const { hand, outcome, stoppedAt } of clocks) {
      if (isIn(hand.waivedAt)) waived += 1;
      if (outcome === 'met' && isIn(stoppedAt)) met += 1;
      if (outcome === 'breached' && isIn(hand.breachedAt)) breached += 1;
      if (outcome === 'pending' && ticket.created < Math.min(log.to, log.asOf)) undecided += 1;
    }
  }
  const denominator = met + breached;
  const value = denominator === 0 ? null : (100 * met) / denominator;
  return { numerator: met, denominator, value_pct: value, undecided, waived };
}

function isClockEvent(event: CohortEvent): event is LoggedEvent {
  return event.type !== 'escalated' && event.type !== 'customer_contact' && event.type !== 'contact_handled';
}

function contactsOf(base: readonly Known[], log: CohortLog, isIn: (at: number) => boolean) {
  const dates = new Map<number, string>();
  const dateOf = (at: number): string => {
    // No zone changes its date but on a half hour.
    const half = Math.floor(at / 1800);
    const date =
      dates.get(half) ??
      Temporal.Instant.fromEpochMilliseconds(half * 1_800_000)
        .toZonedDateTimeISO(log.tz)
        .toPlainDate()
        .toString();
    dates.set(half, date);
    return date;
  };
  const handled = base.flatMap((t) => t.events.flatMap((e) => (e.type === 'contact_handled' && isIn(e.at) ? [e] : [])));
  const days = new Set<string>();
  const end = Math.min(log.to, log.asOf);
  for (let at = log.from, next: number; at < end; at = next) {
    next = Math.min(Math.floor(at / 60) * 60 + 60, end);
    if (log.calendar.between(at, next) > 0) days.add(dateOf(at));
  }
  const technicianDays = new Set(handled.map(({ agent, at }) => `${agent} ${dateOf(at)}`));
  const levels: Record<string, number> = {};
  for (const { level } of handled) levels[level] = (levels[level] ?? 0) + 1;
  const per = (n: number): number | null => (n === 0 ? null : handled.length / n);
  return {
    count: handled.length,
    working_days: days.size,
    per_working_day: per(days.size),
    technician_days: technicianDays.size,
    per_technician_day: per(technicianDays.size),
    by_level: levels,
  };
}

function share(cohort: readonly Known[], isSuccess: (t: Known) => boolean) {
  const numerator = cohort.filter(isSuccess).length;
  const denominator = cohort.length;
  return { numerator, denominator, value_pct: denominator === 0 ? null : (100 * numerator) / denominator };
}

function timeOf(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const mean = sorted.length === 0 ? null : sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return { n: sorted.length, median: median(sorted), mean };
}

function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
}
