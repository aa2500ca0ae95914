import type { Seconds } from '#core/time/instant.ts';
import { SECONDS_PER_DAY } from '#core/time/instant.ts';
import type { Course } from './course.ts';
import { rollWork } from './solving.ts';

const HOUR = 3600;
const CLOSE_AFTER: Seconds = 5 * SECONDS_PER_DAY;
const WAIVER_CHANCE = 0.08;
const SECOND_REOPEN_SHARE = 0.5;
const MISREAD_THANKS_CHANCE = 0.02;
const THANKS_CHANCE = 0.16;
const CONFIRM_CHANCE = 0.34;

/** What happens after the solution: silence, thanks, confirmation, or it was none. Begins resolved, ends closed. */
export function settle(course: Course): void {
  const { chance, ticket: given } = course;
  if (course.isLate && chance.chance(WAIVER_CHANCE)) waive(course);
  if (given.requester !== null) hearFrom(course);
  if (given.requester !== null && chance.chance(CONFIRM_CHANCE)) {
    course.awaitRequester(chance.duration(4 * HOUR));
    course.asRequester({ kind: 'confirmSolution' });
  } else {
    course.pass(CLOSE_AFTER);
    course.asRule({ kind: 'close', isAutomatic: true });
  }
}

/** The requester comes back, is thankful, or says nothing. */
function hearFrom(course: Course): void {
  const { chance, ticket: given } = course;
  let reopenChance = given.conditions.reopenChance;
  while (chance.chance(reopenChance)) {
    comeBack(course);
    reopenChance *= SECOND_REOPEN_SHARE;
  }
  if (chance.chance(MISREAD_THANKS_CHANCE)) misreadThanks(course);
  else if (chance.chance(THANKS_CHANCE)) {
    course.awaitRequester(chance.duration(2 * HOUR));
    course.asRequester({ kind: 'receiveMessage', body: course.words.phrase('thanks'), isTrivial: true });
  }
}

/** The requester says that it is not solved; the desk works on it once more. */
function comeBack(course: Course): void {
  const { chance } = course;
  course.awaitRequester(chance.duration(6 * HOUR, 0.9));
  const way = wayBack(course);
  if (way === 'reject') course.asRequester({ kind: 'rejectSolution', reason: course.words.phrase('rejected') });
  if (way === 'write')
    course.asRequester({ kind: 'receiveMessage', body: course.words.phrase('again'), isTrivial: false });
  if (way === 'call') course.act({ kind: 'reopen', reason: course.words.phrase('again'), isNonIssue: false });
  course.work(chance.duration(0.5 * HOUR));
  course.act({ kind: 'reply', body: course.words.letter('apology'), visibility: 'public', isAutomatic: false });
  course.work(0.6 * rollWork(course));
  course.act({ kind: 'resolve', solution: course.words.rollSolution(), isAutomatic: false });
}

/** By the channel it came on; nobody calls when nobody is there. */
function wayBack({ ticket: { channel }, chance, world, desk: { team }, at }: Course): 'reject' | 'write' | 'call' {
  if (channel === 'portal') return 'reject';
  if (channel === 'email' || !world.isAtWork(team, at)) return 'write';
  return chance.pick(['write', 'call']);
}

/** A mail of thanks opens the ticket again; whoever sees it marks that and resolves it as it was. */
function misreadThanks(course: Course): void {
  const { chance } = course;
  course.awaitRequester(chance.duration(3 * HOUR));
  course.asRequester({ kind: 'receiveMessage', body: course.words.phrase('thanks'), isTrivial: false });
  course.work(chance.duration(HOUR));
  course.act({ kind: 'markReopening', isNonIssue: true });
  course.act({ kind: 'resolve', solution: course.words.rollSolution(), isAutomatic: false });
}

function waive(course: Course): void {
  course.awaitManager(course.chance.duration(6 * HOUR));
  course.asManager({ kind: 'waiveVerdict', clock: 'resolution', reason: course.words.phrase('waived') });
}
