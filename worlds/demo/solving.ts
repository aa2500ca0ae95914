import type { SupportLevel } from '#core/ticket/command.ts';
import type { Seconds } from '#core/time/instant.ts';
import { localDateAt, zoneOf } from '#core/time/zone.ts';
import type { Course } from './course.ts';
import type { TeamKey } from './house.ts';
import type { IncomingTicket } from './incoming-ticket.ts';
import { HOME_ZONE } from './timeline.ts';
import { awaitOthers, park, question } from './waiting.ts';

const HOUR = 3600;

/** Open time of the team that works on it until it is solved, half of them faster. */
const WORK_MEDIAN: Readonly<Record<SupportLevel, Seconds>> = { '1': 2.2 * HOUR, '2': 4 * HOUR, '3': 6 * HOUR };
const PRIORITY_FACTOR: Readonly<Record<string, number>> = { '1': 0.16, '2': 0.42, '3': 1, '4': 2.2 };
/** What takes days by its nature: orders, moves, new workplaces. */
const LONG_FACTOR = 3;
const UP_CHANCE: Readonly<Record<SupportLevel, number>> = { '1': 0.4, '2': 0.09, '3': 0 };
const RETURN_CHANCE = 0.07;
const QUESTION_CHANCE = 0.28;
const VENDOR_CHANCE = 0.08;
/** Orders and moves nearly always wait for somebody. */
const LONG_VENDOR_CHANCE = 0.7;
/** Now and then something hangs, and nobody knows why. */
const HANGING_CHANCE = 0.06;
const HANGING_FACTOR = 5;
/** Beyond this somebody has asked, and it goes on. */
const MOST_WORK: Seconds = 75 * HOUR;
const NOTE_CHANCE = 0.35;
const CALL_BACK_CHANCE = 0.1;
const CHASE_CHANCE = 0.35;
const LONG_WORK: Seconds = 9 * HOUR;
const LATE_ESCALATION_CHANCE = 0.12;

/** Works on a ticket until it is solved: at this level and, where it must, at the next. Ends with `resolve`. */
export function solve(course: Course): void {
  while (course.chance.chance(UP_CHANCE[course.desk.level])) {
    workOn(course, 0.4 * rollWork(course));
    handUp(course);
  }
  if (workAndAsk(course) === 'gaveUp') return;
  course.act({ kind: 'resolve', solution: course.words.rollSolution(), isAutomatic: false });
}

/** Seconds of work at the present level. */
export function rollWork({ chance, ticket: given, desk: { level }, priority }: Course): Seconds {
  const nature = isLongByNature(given) ? LONG_FACTOR : chance.chance(HANGING_CHANCE) ? HANGING_FACTOR : 1;
  const median = WORK_MEDIAN[level] * PRIORITY_FACTOR[priority]! * nature * given.conditions.work;
  return Math.min(MOST_WORK, chance.duration(median, 0.8));
}

function isLongByNature({ topic, requester }: IncomingTicket): boolean {
  return topic.firstContactChance === 0 && requester !== null;
}

/** The last stretch of work, with the waits that come in between. */
function workAndAsk(course: Course): 'solved' | 'gaveUp' {
  const { chance, ticket: given } = course;
  const seconds = rollWork(course);
  if (given.requester !== null && chance.chance(given.conditions.parkingChance)) {
    workOn(course, 0.15 * seconds);
    park(course);
    workOn(course, 0.1 * seconds);
    return 'solved';
  }
  workOn(course, 0.4 * seconds);
  if (given.requester !== null && chance.chance(QUESTION_CHANCE) && question(course) === 'noAnswer') return 'gaveUp';
  if (chance.chance(isLongByNature(given) ? LONG_VENDOR_CHANCE : VENDOR_CHANCE)) awaitOthers(course);
  workOn(course, 0.6 * seconds);
  return 'solved';
}

/** Work, and what happens beside it: notes, calls, impatience, and word to the management. */
function workOn(course: Course, seconds: Seconds): void {
  const { chance, ticket: given } = course;
  course.work(seconds / 2);
  if (chance.chance(NOTE_CHANCE) && !isNoted(course)) {
    course.act({
      kind: 'reply',
      body: course.words.phrase('noteOpening', course.words.finding),
      visibility: 'internal',
      isAutomatic: false,
    });
  }
  if (given.requester !== null && chance.chance(CALL_BACK_CHANCE)) callBack(course);
  const isLong = seconds > LONG_WORK;
  if (isLong && given.requester !== null && chance.chance(CHASE_CHANCE)) chase(course);
  const escalation = given.conditions.escalationChance + (isLong ? LATE_ESCALATION_CHANCE : 0);
  if (chance.chance(escalation)) escalate(course);
  course.work(seconds / 2);
}

/** Nobody writes the same note twice. */
function isNoted({ moves }: Course): boolean {
  return moves.some(({ command }) => command.kind === 'reply' && command.visibility === 'internal');
}

function callBack(course: Course): void {
  const startedAt = course.at;
  course.pass(course.chance.duration(150, 0.5));
  course.act({
    kind: 'recordContact',
    channel: 'phone',
    startedAt,
    direction: 'outbound',
    isTrivial: false,
    note: course.words.phrase('callBack'),
  });
}

function chase(course: Course): void {
  course.asRequester({ kind: 'receiveMessage', body: course.words.phrase('chase'), isTrivial: false });
  course.work(course.chance.duration(0.8 * HOUR));
  course.act({ kind: 'reply', body: course.words.letter('status'), visibility: 'public', isAutomatic: false });
}

/** To the manager, who answers and lets it go first. */
function escalate(course: Course): void {
  course.act({ kind: 'escalate', reason: course.words.phrase('escalate') });
  course.awaitManager(course.chance.duration(3 * HOUR));
  if (course.chance.chance(0.5)) course.prefer();
  course.asManager({ kind: 'answerEscalation', body: course.words.phrase('escalationAnswer') });
}

/** To the next level; now and then it comes back once because something is missing. */
function handUp(course: Course): void {
  const from = course.desk;
  const to = nextTeam(course);
  course.handTo(to, course.words.phrase('handOver', course.words.finding));
  course.work(course.chance.duration(0.5 * HOUR * course.ticket.conditions.response));
  course.look();
  if (course.chance.chance(RETURN_CHANCE)) {
    course.giveBackTo(from, course.words.phrase('returned'));
    course.work(course.chance.duration(0.4 * HOUR));
    course.take();
    course.handTo(to, course.words.phrase('handOverAgain', course.words.finding));
    course.work(course.chance.duration(0.4 * HOUR));
    course.look();
  }
  course.act({ kind: 'acceptHandover' });
}

function nextTeam({ desk: { level }, ticket: given, world, at }: Course): { team: TeamKey; level: SupportLevel } {
  if (level !== '1') return { team: 'infrastructure', level: '3' };
  return { team: world.secondLevelTeam(given.service, localDateAt(zoneOf(HOME_ZONE), at)), level: '2' };
}
