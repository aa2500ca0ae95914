import type { Seconds } from '#core/time/instant.ts';
import type { Course } from './course.ts';

const HOUR = 3600;
/** A working day of the people who ask. */
const DAY: Seconds = 9 * HOUR;
const ANSWER_MEDIAN: Seconds = 6 * HOUR;
const REMINDER_AFTER: Seconds = 2 * DAY;
const SILENT_SHARE = 0.06;
const VENDOR_MEDIAN: Seconds = 14 * HOUR;
const PARKED_MEDIAN: Seconds = 18 * HOUR;

/** Asks the requester and waits, with reminders. Without an answer a rule resolves the ticket. */
export function question(course: Course): 'answered' | 'noAnswer' {
  const body = `${course.words.phrase('asking')}\n\n${course.words.question}`;
  course.act({ kind: 'reply', body, visibility: 'public', isAutomatic: false });
  course.act({ kind: 'waitForRequester', reason: course.words.question });
  if (course.chance.chance(SILENT_SHARE)) {
    remind(course, 'reminder');
    remind(course, 'lastReminder');
    course.awaitRequester(REMINDER_AFTER);
    course.asRule({ kind: 'resolve', solution: course.words.phrase('noAnswer'), isAutomatic: true });
    return 'noAnswer';
  }
  const wait = course.chance.duration(ANSWER_MEDIAN, 1);
  let left = wait;
  if (wait > REMINDER_AFTER) {
    remind(course, 'reminder');
    left -= REMINDER_AFTER;
  }
  course.awaitRequester(left);
  course.asRequester({ kind: 'receiveMessage', body: course.words.answer, isTrivial: false });
  return 'answered';
}

/**
 * Puts the ticket on the customer's side with a request that asks for nothing in particular. The clock rests, the work
 * goes on behind it.
 */
export function park(course: Course): void {
  const reason = course.words.phrase('parked');
  course.act({
    kind: 'reply',
    body: `${course.words.phrase('greeting')}\n\n${reason}`,
    visibility: 'public',
    isAutomatic: false,
  });
  course.act({ kind: 'waitForRequester', reason });
  const wait = course.chance.duration(PARKED_MEDIAN, 0.5);
  let left = wait;
  if (wait > 3 * REMINDER_AFTER) {
    remind(course, 'reminder');
    left -= REMINDER_AFTER;
  }
  course.awaitRequester(left);
  course.act({ kind: 'startWork' });
}

/** Waits for somebody outside: a manufacturer, a supplier. */
export function awaitOthers(course: Course): void {
  course.work(course.chance.duration(600));
  course.act({ kind: 'waitForOthers', reason: course.words.phrase('vendor') });
  course.work(course.chance.duration(VENDOR_MEDIAN, 0.8));
  course.act({ kind: 'startWork' });
}

function remind(course: Course, phrase: 'reminder' | 'lastReminder'): void {
  course.awaitRequester(REMINDER_AFTER);
  course.asRule({ kind: 'reply', body: course.words.phrase(phrase), visibility: 'public', isAutomatic: true });
}
