import { targetsFor } from '#core/agreement/terms.ts';
import { addOpenSeconds, openSeconds } from '#core/calendar/open-time.ts';
import type { OpenTicket, SupportLevel, TicketCommand } from '#core/ticket/command.ts';
import { type Instant, instant, later, SECONDS_PER_DAY, type Seconds } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import type { CalendarId } from './calendars.ts';
import { type Chance, chanceOf } from './chance.ts';
import { TEAMS, type TeamKey } from './house.ts';
import type { IncomingTicket, Priority } from './incoming-ticket.ts';
import { isMerged, type Person } from './people.ts';
import { storyDates } from './stories.ts';
import type { Surroundings } from './surroundings.ts';
import { Wording } from './texts/wording.ts';
import { HOME_ZONE } from './timeline.ts';

/** Two tickets about the same: the younger goes into the older. */
export interface MergeTickets {
  readonly kind: 'mergeTickets';
}

/** One command of the world: what somebody asks of a ticket, when, and who. */
export interface Move {
  /** Which ticket; merging names the other one too. */
  readonly ticket: string;
  readonly mergedWith: string | null;
  readonly at: Instant;
  /** Id of a person; null for rules and machines. */
  readonly actor: string | null;
  readonly command: OpenTicket | TicketCommand | MergeTickets;
}

/** Who has a ticket: a team of a level and, unless it lies in the queue, one of its people. */
export interface Desk {
  readonly team: TeamKey;
  readonly level: SupportLevel;
  readonly agent: Person | null;
}

const ENDS: ReadonlySet<string> = new Set(['resolve', 'close', 'cancel', 'confirmSolution', 'markSpam', 'markTest']);
const REVIVALS: ReadonlySet<string> = new Set(['reopen', 'rejectSolution', 'takeBack']);
const MOVE_TIME_OF_DAY: Seconds = 7.5 * 3600;

/**
 * The course of one ticket: time goes on, somebody does something, and every deed is a move. It knows who has the
 * ticket, so that nobody works outside the hours of his team.
 */
export class Course {
  readonly world: Surroundings;
  readonly ticket: IncomingTicket;
  readonly chance: Chance;
  readonly moves: Move[] = [];
  readonly words: Wording;
  #at: Instant;
  #desk: Desk;
  #priority: Priority;
  #isActive = true;
  #waitedSeconds: Seconds = 0;

  constructor(world: Surroundings, given: IncomingTicket) {
    this.world = world;
    this.ticket = given;
    this.chance = chanceOf(world.seed, 'course', given.index);
    this.words = new Wording(given, this.chance);
    this.#at = given.at;
    this.#desk = { team: given.team, level: given.level, agent: null };
    this.#priority = given.priority;
  }

  get at(): Instant {
    return this.#at;
  }

  get desk(): Desk {
    return this.#desk;
  }

  get priority(): Priority {
    return this.#priority;
  }

  get key(): string {
    return String(this.ticket.index);
  }

  /** Time passes, whoever is there. */
  pass(seconds: Seconds): void {
    this.#at = instant(this.at + Math.max(0, Math.round(seconds)));
  }

  /** Time of the team passes: nights and holidays do not count. */
  work(seconds: Seconds): void {
    this.#at = this.#after(TEAMS[this.#desk.team].hours, seconds);
  }

  /** The requester's time passes; clocks that rest meanwhile are remembered. */
  awaitRequester(seconds: Seconds): void {
    const before = this.at;
    this.#at = this.#after(this.ticket.service === 'production' ? 'night' : 'office-hamburg', seconds);
    this.#waitedSeconds += openSeconds(this.#promisedCalendar, before, this.at);
  }

  /** The manager's time passes. */
  awaitManager(seconds: Seconds): void {
    this.#at = this.#after('office-hamburg', seconds);
  }

  /** Whoever works on it does something. */
  act(command: TicketCommand): void {
    this.#push(command, this.#desk.agent?.id ?? null);
  }

  asRequester(command: TicketCommand): void {
    this.#push(command, this.ticket.requester?.id ?? null);
  }

  asManager(command: TicketCommand): void {
    this.#push(command, this.world.people.manager.id);
  }

  asRule(command: TicketCommand): void {
    this.#push(command, null);
  }

  /** A move that needs no command of a ticket: opening it, or another one, or merging. */
  record(
    command: OpenTicket | MergeTickets,
    { ticket = this.key, other = null }: { ticket?: string; other?: string | null } = {},
  ): void {
    const actor = command.kind === 'openTicket' ? (this.ticket.requester?.id ?? null) : (this.#desk.agent?.id ?? null);
    this.moves.push({ ticket, mergedWith: other, at: this.at, actor, command });
  }

  /** Somebody of the team looks at it. */
  look(): Person {
    const agent = this.chance.pick(this.world.people.staffOf(this.#desk.team));
    this.#desk = { ...this.#desk, agent };
    return agent;
  }

  /** Somebody of the team takes it. */
  take(): void {
    this.act({ kind: 'assign', assignee: this.look().id });
  }

  /** Whoever has it hands it to another level. */
  handTo({ team, level }: Pick<Desk, 'team' | 'level'>, note: string): void {
    this.act({ kind: 'handOver', toLevel: level, team, note });
    this.#desk = { ...this.#desk, team, level };
  }

  /** The receiver gives it back to where it came from. */
  giveBackTo(desk: Desk, reason: string): void {
    this.act({ kind: 'returnHandover', reason });
    this.#desk = desk;
  }

  /** The manager lets it go before others. */
  prefer(): void {
    if (this.#priority === '1') return;
    this.#priority = this.#priority === '2' ? '1' : this.#priority === '3' ? '2' : '3';
    this.asManager({ kind: 'changePriority', to: this.#priority });
  }

  /** Whether the target of the solution is over by now, as far as the desk can see without its clock. */
  get isLate(): boolean {
    const target = targetsFor(this.ticket.agreement.terms, this.priority).resolution;
    const used = openSeconds(this.#promisedCalendar, this.ticket.at, this.at) - this.#waitedSeconds;
    return target !== null && used > target;
  }

  get #promisedCalendar() {
    return this.world.calendar(this.ticket.agreement.terms.calendarId as CalendarId);
  }

  #after(hours: CalendarId, seconds: Seconds): Instant {
    return addOpenSeconds(this.world.calendar(hours), this.at, Math.max(1, Math.round(seconds)))!;
  }

  #push(command: TicketCommand, actor: string | null): void {
    this.#followReorganisation();
    this.moves.push({ ticket: this.key, mergedWith: null, at: this.at, actor, command });
    if (ENDS.has(command.kind)) this.#isActive = false;
    if (REVIVALS.has(command.kind) || (command.kind === 'receiveMessage' && !command.isTrivial)) this.#isActive = true;
  }

  /** On the day of the reorganisation the manager moves what is open to the merged team. */
  #followReorganisation(): void {
    const { from } = storyDates(this.world.timeline).reorganisation;
    const moved = zoneOf(HOME_ZONE).firstInstantOf(from * SECONDS_PER_DAY + MOVE_TIME_OF_DAY);
    if (!isMerged(this.#desk.team) || this.at < moved || !this.#isActive) return;
    this.#desk = { ...this.#desk, team: 'workplace-care' };
    const at = later(moved, this.moves.at(-1)!.at);
    const command = { kind: 'assign', team: this.#desk.team } as const;
    this.moves.push({ ticket: this.key, mergedWith: null, at, actor: this.world.people.manager.id, command });
  }
}
