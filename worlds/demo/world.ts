import { settle } from './aftermath.ts';
import { Course, type Move } from './course.ts';
import { demandOf } from './demand.ts';
import { answer, talk } from './first-contact.ts';
import { type IncomingTicket, incomingTicketOf, isLive } from './incoming-ticket.ts';
import { noticesOf } from './notices.ts';
import { duplicateOf, openingOf, rollMisfiling } from './opening.ts';
import { solve } from './solving.ts';
import { type Surroundings, surroundingsOf, type WorldKey } from './surroundings.ts';
import { NOISE } from './texts/phrases.ts';

/**
 * The demo world: the IT service desk of a company of 60 people over 14 months. Pure and deterministic: the same seed
 * and the same date give the same commands in the same order, and none of them lies at or after `until`.
 */
export interface DemoWorld {
  readonly surroundings: Surroundings;
  /** How many matters come; a few of them are reported twice. */
  readonly arrivalCount: number;
  /** The moves of one arrival after the other, each in the order of time. */
  courses(): Generator<readonly Move[]>;
}

/** How a ticket ends that is no work: shares of all that people report. */
const SPAM_SHARE = 0.012;
const TEST_SHARE = 0.004;
const CANCEL_SHARE = 0.022;
const TAKE_BACK_SHARE = 0.2;
const DUPLICATE_SHARE = 0.022;
const FOLLOW_UP_SHARE = 0.06;
const NOTICE_MEDIAN = 2700;

export function demoWorld(key: WorldKey): DemoWorld {
  const surroundings = surroundingsOf(key);
  const { timeline } = surroundings;
  const arrivals = [...demandOf(timeline, key.seed), ...noticesOf(timeline)].sort((a, b) => a.at - b.at);
  return {
    surroundings,
    arrivalCount: arrivals.length,
    *courses() {
      for (const [index, arrival] of arrivals.entries()) {
        const moves = tell(new Course(surroundings, incomingTicketOf(arrival, index, surroundings)));
        yield moves.filter(({ at }) => at < timeline.until);
      }
    },
  };
}

/** The whole story of a ticket, as if the world never ended. */
function tell(course: Course): readonly Move[] {
  const { chance, ticket: given } = course;
  const isMail = given.channel === 'email';
  if (given.isNotice) return tellNotice(course);
  if (isMail && chance.chance(SPAM_SHARE * 5)) return tellNoise(course, 'spam');
  if (given.channel === 'portal' && chance.chance(TEST_SHARE * 5)) return tellNoise(course, 'test');
  const misfiling = rollMisfiling(course);
  const opening = openingOf(course, misfiling);
  course.record(opening);
  if (isCancelled(given, chance.chance(CANCEL_SHARE))) {
    if (cancel(course) === 'forGood') return course.moves;
  } else if (!isLive(given.channel) && given.requester !== null && chance.chance(DUPLICATE_SHARE * 2)) {
    mergeSecondReport(course, opening);
  }
  const isSolved = isLive(given.channel) ? talk(course, misfiling) : answer(course, misfiling);
  if (!isSolved) {
    if (given.requester !== null && chance.chance(FOLLOW_UP_SHARE)) {
      course.pass(chance.duration(1200));
      course.asRequester({ kind: 'receiveMessage', body: course.words.phrase('followUp'), isTrivial: false });
    }
    solve(course);
  }
  settle(course);
  return course.moves;
}

function isCancelled({ requester, channel }: IncomingTicket, isRolled: boolean): boolean {
  return isRolled && requester !== null && !isLive(channel);
}

/** The desk takes note: it is answered and resolved as it came. */
function tellNotice(course: Course): readonly Move[] {
  course.record(openingOf(course, {}));
  course.work(course.chance.duration(NOTICE_MEDIAN));
  course.take();
  course.act({ kind: 'resolve', solution: course.words.rollSolution(), isAutomatic: false });
  course.awaitManager(NOTICE_MEDIAN);
  course.asRequester({ kind: 'confirmSolution' });
  return course.moves;
}

/** Nothing for the desk to do: it is marked, and counts nowhere. */
function tellNoise(course: Course, noise: 'spam' | 'test'): readonly Move[] {
  const { chance, ticket: given } = course;
  const subject = chance.pick<string>(NOISE[noise][given.language]);
  course.record({ ...openingOf(course, {}), subject, description: subject });
  course.work(chance.duration(1500));
  course.look();
  course.act({ kind: noise === 'spam' ? 'markSpam' : 'markTest' });
  return course.moves;
}

/** The requester does not need it any more, and now and then does after all. */
function cancel(course: Course): 'forGood' | 'takenBack' {
  const { chance } = course;
  const reason = course.words.phrase('cancelled');
  course.awaitRequester(chance.duration(2400));
  course.asRequester({ kind: 'cancel', reason });
  if (!chance.chance(TAKE_BACK_SHARE)) return 'forGood';
  course.awaitRequester(chance.duration(7200));
  course.asRequester({ kind: 'takeBack' });
  return 'takenBack';
}

/** A second ticket about the same comes before anybody has looked at the first; whoever sees both merges them. */
function mergeSecondReport(course: Course, first: ReturnType<typeof openingOf>): void {
  const duplicate = `${course.key}-again`;
  course.pass(course.chance.duration(900, 0.5));
  course.record(duplicateOf(course, first), { ticket: duplicate });
  course.work(course.chance.duration(900, 0.5));
  course.look();
  course.record({ kind: 'mergeTickets' }, { other: duplicate });
}
