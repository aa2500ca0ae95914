import type { LiveChannel } from '#core/ticket/command.ts';
import { instant, type Seconds } from '#core/time/instant.ts';
import type { Course } from './course.ts';
import type { Misfiling } from './opening.ts';

const MINUTE = 60;

/** Open time until somebody takes a written ticket, half of them faster. */
const RESPONSE_MEDIAN: Readonly<Record<string, Seconds>> = {
  '1': 4 * MINUTE,
  '2': 10 * MINUTE,
  '3': 34 * MINUTE,
  '4': 62 * MINUTE,
};
const RESPONSE_SPREAD = 0.75;
/** Who cannot work is not kept talking. */
const TALK_MEDIAN: Readonly<Record<string, Seconds>> = {
  '1': 2 * MINUTE,
  '2': 4 * MINUTE,
  '3': 6 * MINUTE,
  '4': 6 * MINUTE,
};
/** Who writes has often left out what a call would have told at once. */
const WRITTEN_SHARE = 0.72;
/** The second level hears of what the first could not have solved. */
const SECOND_LEVEL_SHARE = 0.45;
const MOST_CHANCE = 0.93;

/** Somebody calls, chats or stands at the desk. Tells whether it was solved then and there. */
export function talk(course: Course, misfiling: Misfiling): boolean {
  const { chance, ticket: given } = course;
  const startedAt = instant(course.at - 20 - chance.below(70));
  course.take();
  course.act({ kind: 'startWork' });
  putRight(course, misfiling);
  course.pass(chance.duration(TALK_MEDIAN[given.priority]!, 0.5));
  const channel = given.channel as LiveChannel;
  course.act({
    kind: 'recordContact',
    channel,
    startedAt,
    direction: 'inbound',
    isTrivial: false,
    note: course.words.phrase('callNote'),
  });
  if (chance.chance(solvingChance(course))) {
    course.pass(chance.below(6 * MINUTE));
    course.act({ kind: 'resolve', solution: course.words.rollSolution(), isAutomatic: false });
    return true;
  }
  course.pass(chance.duration(2 * MINUTE, 0.5));
  course.act({ kind: 'reply', body: course.words.letter('afterCall'), visibility: 'public', isAutomatic: false });
  return false;
}

/** Somebody reads what was written and answers. Tells whether the answer was the solution. */
export function answer(course: Course, misfiling: Misfiling): boolean {
  const { chance, ticket: given } = course;
  if (given.channel === 'email') {
    course.pass(5);
    course.asRule({ kind: 'reply', body: course.words.phrase('receipt'), visibility: 'public', isAutomatic: true });
  }
  course.work(chance.duration(RESPONSE_MEDIAN[given.priority]! * given.conditions.response, RESPONSE_SPREAD));
  course.take();
  putRight(course, misfiling);
  if (given.requester === null) {
    // An alarm is acknowledged where everybody who watches can read it.
    const body = course.words.phrase('noteOpening', course.words.finding);
    course.act({ kind: 'reply', body, visibility: 'public', isAutomatic: false });
    return false;
  }
  if (chance.chance(solvingChance(course))) {
    course.act({ kind: 'startWork' });
    course.work(chance.duration(12 * MINUTE));
    const solution = course.words.rollSolution();
    course.act({
      kind: 'reply',
      body: `${course.words.phrase('done')}\n\n${solution}`,
      visibility: 'public',
      isAutomatic: false,
    });
    course.act({ kind: 'resolve', solution, isAutomatic: false });
    return true;
  }
  course.act({ kind: 'reply', body: course.words.letter('firstReply'), visibility: 'public', isAutomatic: false });
  return false;
}

/** The chance that whoever hears of it first solves it; articles help the first level alone. */
function solvingChance({ ticket: given, desk: { level } }: Course): number {
  const { topic, conditions, channel } = given;
  if (topic.firstContactChance === 0) return 0;
  const isWritten = channel === 'portal' || channel === 'email';
  const gain = level === '1' ? conditions.firstContactGain : 0;
  const share = (isWritten ? WRITTEN_SHARE : 1) * (level === '1' ? 1 : SECOND_LEVEL_SHARE);
  return Math.min(MOST_CHANCE, (topic.firstContactChance + gain) * share);
}

function putRight(course: Course, misfiling: Misfiling): void {
  const { ticket: given } = course;
  if (misfiling.service) course.act({ kind: 'changeService', to: given.service });
  if (misfiling.type) course.act({ kind: 'changeType', to: given.topic.type });
  if (misfiling.priority) course.act({ kind: 'changePriority', to: given.priority });
}
