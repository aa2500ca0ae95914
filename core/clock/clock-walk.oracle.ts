import type { OpenMinutes } from './open-minutes.oracle.ts';

/** The events of `sla_clock.json`, with instants as seconds of the epoch. */
export type LoggedEvent =
  | { readonly at: number; readonly type: 'created'; readonly priority: string }
  | { readonly at: number; readonly type: 'status'; readonly to: string; readonly non_issue?: boolean }
  | { readonly at: number; readonly type: 'agent_reply'; readonly public: boolean; readonly automatic: boolean }
  | { readonly at: number; readonly type: 'priority'; readonly to: string }
  | { readonly at: number; readonly type: 'calendar'; readonly to: string }
  | { readonly at: number; readonly type: 'waive'; readonly metric: Metric; readonly reason: string }
  | { readonly at: number; readonly type: 'customer_reply' };

export type Metric = 'first_response' | 'resolution';

export interface Policy {
  readonly calendar: string;
  readonly targets: Readonly<Record<string, { readonly first_response_s: number; readonly resolution_s: number }>>;
  readonly pause_statuses: readonly string[];
  readonly reopen: 'continue' | 'restart';
}

/** One cycle of one clock. */
export interface Hand {
  elapsed: number;
  target: number;
  /** The instant at which the target was used up while running, until something sets it right again. */
  usedUpAt: number | null;
  breachedAt: number | null;
  cause: 'elapsed' | 'target_change' | null;
  waivedAt: number | null;
}

const NOT_STARTED = {
  phase: 'not_started',
  outcome: 'pending',
  elapsed_s: 0,
  remaining_s: null,
  target_s: null,
  due_at: null,
  breached_at: null,
  breach_cause: null,
  cycle: 0,
  earlier_cycle_breached: false,
};

const ACTIVE = ['new', 'in_progress', 'pending_customer', 'pending_vendor'];
const DONE = ['resolved', 'closed'];
const OUT = ['spam', 'test', 'merged'];

/** What a status counts as once `to` is set: resolving or closing a withdrawn ticket changes nothing. */
export function countedStatus(before: string, to: string): string {
  return (before === 'cancelled' || OUT.includes(before)) && DONE.includes(to) ? before : to;
}

/**
 * Both SLA clocks of one ticket by a walk through time: whole minutes where nothing can happen, single seconds
 * elsewhere. Written from the words of the specification alone; whether a clock runs is asked of the status each time,
 * never stored.
 */
export class ClockWalk {
  now = Number.NEGATIVE_INFINITY;
  status = '';
  isAnswered = false;
  answeredAt: number | null = null;
  /** The last time the ticket went from active to resolved or closed. */
  resolvedAt: number | null = null;
  /** Cycles that a restart left behind, with the instants at which they were stopped. */
  readonly earlier: { readonly hand: Hand; readonly stoppedAt: number }[] = [];
  readonly #policy: Policy;
  readonly #calendars: ReadonlyMap<string, OpenMinutes>;
  #open: OpenMinutes;
  #priority = '';
  #hands: Record<Metric, Hand> | null = null;

  constructor(policy: Policy, calendars: ReadonlyMap<string, OpenMinutes>) {
    this.#policy = policy;
    this.#calendars = calendars;
    this.#open = calendars.get(policy.calendar)!;
  }

  get open(): OpenMinutes {
    return this.#open;
  }

  /** Lets time pass until `at`. */
  walkTo(at: number): void {
    if (!this.#hands) {
      this.now = at;
      return;
    }
    while (this.now < at) this.#tick(this.#stride(at));
  }

  /** What happens at the present instant. */
  apply(event: LoggedEvent): void {
    switch (event.type) {
      case 'created':
        this.status = 'new';
        this.#priority = event.priority;
        this.#hands = { first_response: this.#fresh('first_response'), resolution: this.#fresh('resolution') };
        break;
      case 'status':
        this.#changeStatus(event.to);
        break;
      case 'agent_reply':
        if (event.public && !event.automatic && ACTIVE.includes(this.status)) this.#answer();
        break;
      case 'priority':
        this.#priority = event.to;
        for (const metric of METRICS) if (!this.#isStopped(metric)) this.#takeTarget(metric);
        break;
      case 'calendar':
        this.#open = this.#calendars.get(event.to)!;
        break;
      case 'waive':
        this.hand(event.metric).waivedAt ??= this.now;
        break;
      case 'customer_reply':
    }
    for (const metric of METRICS) this.#settle(metric);
  }

  hand(metric: Metric): Hand {
    return this.#hands![metric];
  }

  phase(metric: Metric): 'running' | 'paused' | 'stopped' {
    if (this.#isStopped(metric)) return 'stopped';
    return this.#isRunning(metric) ? 'running' : 'paused';
  }

  outcome(metric: Metric): 'pending' | 'met' | 'breached' | 'excluded' | 'waived' {
    const hand = this.hand(metric);
    if (OUT.includes(this.status)) return 'excluded';
    if (hand.waivedAt !== null) return 'waived';
    if (hand.breachedAt !== null) return 'breached';
    if (metric === 'first_response' && this.isAnswered) return 'met';
    if (this.status === 'cancelled') return 'excluded';
    return metric === 'resolution' && DONE.includes(this.status) ? 'met' : 'pending';
  }

  /** When the target will be used up; null unless the clock runs and is pending. */
  dueAt(metric: Metric): number | null {
    if (this.phase(metric) !== 'running' || this.outcome(metric) !== 'pending') return null;
    const { usedUpAt, target, elapsed } = this.hand(metric);
    return usedUpAt ?? this.#open.after(this.now, target - elapsed);
  }

  /** The check of a golden vector. */
  reading(metric: Metric) {
    if (!this.#hands) return NOT_STARTED;
    const { elapsed, target, breachedAt, cause } = this.hand(metric);
    const isResolution = metric === 'resolution';
    return {
      phase: this.phase(metric),
      outcome: this.outcome(metric),
      elapsed_s: elapsed,
      remaining_s: target - elapsed,
      target_s: target,
      due_at: written(this.dueAt(metric)),
      breached_at: written(breachedAt),
      breach_cause: cause,
      cycle: isResolution ? 1 + this.earlier.length : 1,
      earlier_cycle_breached:
        isResolution && this.earlier.some(({ hand }) => hand.breachedAt !== null && hand.waivedAt === null),
    };
  }

  #changeStatus(to: string): void {
    const before = this.status;
    const after = countedStatus(before, to);
    this.status = after;
    const wasActive = ACTIVE.includes(before);
    if (wasActive && DONE.includes(after)) {
      this.#answer();
      this.resolvedAt = this.now;
    }
    if (wasActive || !ACTIVE.includes(after)) return;
    if (DONE.includes(before) && this.#policy.reopen === 'restart') {
      this.earlier.push({ hand: this.hand('resolution'), stoppedAt: this.resolvedAt! });
      this.#hands!.resolution = this.#fresh('resolution');
    } else this.#takeTarget('resolution');
    if (!this.isAnswered) this.#takeTarget('first_response');
  }

  #answer(): void {
    if (this.isAnswered) return;
    this.isAnswered = true;
    this.answeredAt = this.now;
  }

  #isStopped(metric: Metric): boolean {
    return !ACTIVE.includes(this.status) || (metric === 'first_response' && this.isAnswered);
  }

  #isRunning(metric: Metric): boolean {
    return !this.#isStopped(metric) && !(metric === 'resolution' && this.#policy.pause_statuses.includes(this.status));
  }

  #fresh(metric: Metric): Hand {
    const target = this.#policy.targets[this.#priority]![`${metric}_s`];
    return { elapsed: 0, target, usedUpAt: null, breachedAt: null, cause: null, waivedAt: null };
  }

  #takeTarget(metric: Metric): void {
    const hand = this.hand(metric);
    hand.target = this.#policy.targets[this.#priority]![`${metric}_s`];
    hand.usedUpAt = null;
    if (hand.elapsed > hand.target && hand.breachedAt === null) {
      hand.breachedAt = this.now;
      hand.cause = 'target_change';
    }
  }

  #settle(metric: Metric): void {
    const hand = this.hand(metric);
    if (!this.#isRunning(metric)) hand.usedUpAt = null;
    else if (hand.elapsed >= hand.target) hand.usedUpAt ??= this.now;
  }

  #stride(until: number): 1 | 60 {
    if (this.now % 60 !== 0 || until - this.now < 60) return 1;
    const isOpen = this.#open.isOpen(this.now);
    const isNear = METRICS.some((metric) => {
      const { breachedAt, target, elapsed, usedUpAt } = this.hand(metric);
      if (!this.#isRunning(metric) || breachedAt !== null) return false;
      return usedUpAt !== null || (isOpen && target - elapsed <= 60);
    });
    return isNear ? 1 : 60;
  }

  #tick(seconds: number): void {
    const isOpen = this.#open.isOpen(this.now);
    this.now += seconds;
    for (const metric of METRICS) {
      if (!this.#isRunning(metric)) continue;
      const hand = this.hand(metric);
      if (isOpen) hand.elapsed += seconds;
      if (hand.breachedAt === null && hand.usedUpAt !== null) {
        hand.breachedAt = hand.usedUpAt;
        hand.cause = 'elapsed';
      }
      this.#settle(metric);
    }
  }
}

const METRICS = ['first_response', 'resolution'] as const;

/** The instant as the vectors write it. */
export function written(at: number): string;
export function written(at: number | null): string | null;
export function written(at: number | null): string | null {
  return at === null ? null : Temporal.Instant.fromEpochMilliseconds(at * 1000).toString();
}
