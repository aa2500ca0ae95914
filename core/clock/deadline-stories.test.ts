import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ClockKind, TicketEvent } from '../ticket/event.ts';
import {
  agreement,
  becomes,
  berlin,
  calendar,
  HOUR,
  type Line,
  MINUTE,
  opened,
  priority,
  reply,
  story,
  type Told,
  VERSIONS,
  waive,
} from '../ticket/story.oracle.ts';
import { type Instant, SECONDS_PER_DAY } from '../time/instant.ts';
import type { DeadlineAccount, DeadlineMoment } from './deadline.ts';
import { deadlineAccounts } from './deadline-account.ts';

function account(
  when: string,
  lines: readonly Line[],
  { clock = 'resolution', cycle = 1 }: { clock?: ClockKind; cycle?: number } = {},
): DeadlineAccount {
  const found = deadlineAccounts(story(...lines), VERSIONS, berlin(when)).find(
    (other) => other.clock === clock && other.cycle === cycle,
  );
  assert.ok(found);
  return found;
}

function local(at: number | null): string | null {
  if (at === null) return null;
  const zoned = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO('Europe/Berlin');
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

/** The story in short words: moments with the due instant after them, stretches with their end. */
function told({ story: entries }: DeadlineAccount): string[] {
  return entries.map((entry) =>
    entry.kind === 'moment'
      ? `${local(entry.at)} ${entry.cause.kind}, due ${local(entry.after.dueAt)}`
      : `${entry.kind} until ${local(entry.until)}${entry.kind === 'running' ? `, ${entry.usedSeconds / MINUTE} min` : ''}`,
  );
}

function moment(of: DeadlineAccount, kind: DeadlineMoment['cause']['kind']): DeadlineMoment {
  const found = of.story.find((entry) => entry.kind === 'moment' && entry.cause.kind === kind);
  assert.ok(found?.kind === 'moment');
  return found;
}

describe('an account tells', () => {
  test('a Friday evening: which windows count, and that a weekend lies between', () => {
    const { ahead, projection } = account('2026-03-06 15:00', [['2026-03-06 15:00', opened()]]);
    assert.equal(local(projection.dueAt), '2026-03-09 11:00');
    assert.equal(local(projection.warningAt), '2026-03-09 10:12');
    assert.deepEqual(
      ahead?.parts.map((part) =>
        part.kind === 'open'
          ? `${part.date} ${part.usedSeconds}`
          : part.kind === 'closed'
            ? part.reasons.map(({ reason, dates }) => `${reason} ${dates.join('/')}`).join()
            : 'left out',
      ),
      [`2026-03-06 ${2 * HOUR}`, 'weekend 2026-03-07/2026-03-08', `2026-03-09 ${2 * HOUR}`],
    );
  });

  test('a pause with its state, and how far it pushed the due instant', () => {
    const paused = account('2026-03-05 12:00', [
      ['2026-03-04 10:00', opened()],
      ['2026-03-04 11:00', becomes('pending_customer')],
      ['2026-03-05 10:00', becomes('in_progress')],
    ]);
    assert.deepEqual(told(paused), [
      '2026-03-04 10:00 started, due 2026-03-04 14:00',
      'running until 2026-03-04 11:00, 60 min',
      '2026-03-04 11:00 paused, due null',
      'paused until 2026-03-05 10:00',
      '2026-03-05 10:00 resumed, due 2026-03-05 13:00',
      'running until 2026-03-05 12:00, 120 min',
    ]);
  });

  test('nothing of a change between two states that both run', () => {
    const { story: entries } = account('2026-03-04 12:00', [
      ['2026-03-04 10:00', opened()],
      ['2026-03-04 10:30', becomes('in_progress')],
      ['2026-03-04 11:00', becomes('pending_vendor')],
    ]);
    assert.deepEqual(
      entries.map(({ kind }) => kind),
      ['moment', 'running'],
    );
  });

  test('a new priority with the targets and due instants before and after', () => {
    const changed = account('2026-03-04 10:30', [
      ['2026-03-04 10:00', opened({ priority: 'P3' })],
      ['2026-03-04 10:20', priority('P1')],
    ]);
    const { before, after, usedSeconds } = moment(changed, 'priority_changed');
    assert.deepEqual(
      [before?.target.priority, before?.target.seconds, local(before?.dueAt ?? null)],
      ['P3', 16 * HOUR, '2026-03-06 10:00'],
    );
    assert.deepEqual(
      [after.target.priority, after.target.seconds, local(after.dueAt)],
      ['P1', HOUR, '2026-03-04 11:00'],
    );
    assert.equal(usedSeconds, 20 * MINUTE);
  });

  test('that a shorter target was used up before it came', () => {
    const changed = account('2026-03-04 15:00', [
      ['2026-03-04 10:00', opened({ priority: 'P3' })],
      ['2026-03-04 14:00', priority('P1')],
    ]);
    assert.deepEqual(told(changed), [
      '2026-03-04 10:00 started, due 2026-03-06 10:00',
      'running until 2026-03-04 14:00, 240 min',
      '2026-03-04 14:00 priority_changed, due null',
      '2026-03-04 14:00 breached, due null',
      'running until 2026-03-04 15:00, 60 min',
    ]);
    assert.deepEqual(changed.breach, { at: berlin('2026-03-04 14:00'), cause: 'target_change' });
  });

  test('a breach at its due instant although nobody did anything then', () => {
    const late = account('2026-03-04 16:00', [['2026-03-04 10:00', opened()]]);
    assert.deepEqual(told(late), [
      '2026-03-04 10:00 started, due 2026-03-04 14:00',
      'running until 2026-03-04 14:00, 240 min',
      '2026-03-04 14:00 breached, due null',
      'running until 2026-03-04 16:00, 120 min',
    ]);
  });

  test('the stop, and time since in which nothing counts', () => {
    const solved = account('2026-03-05 12:00', [
      ['2026-03-04 10:00', opened()],
      ['2026-03-04 11:00', becomes('resolved')],
    ]);
    assert.deepEqual(told(solved).slice(-2), [
      '2026-03-04 11:00 resolved, due null',
      'resolved until 2026-03-05 12:00',
    ]);
    assert.equal(local(solved.stoppedAt), '2026-03-04 11:00');
  });

  test('a first response up to the answer and no further', () => {
    const answered = account(
      '2026-03-05 12:00',
      [
        ['2026-03-04 10:00', opened()],
        ['2026-03-04 10:30', reply()],
        ['2026-03-04 11:00', priority('P1')],
        ['2026-03-04 12:00', reply()],
      ],
      { clock: 'first_response' },
    );
    assert.deepEqual(told(answered), [
      '2026-03-04 10:00 started, due 2026-03-04 11:00',
      'running until 2026-03-04 10:30, 30 min',
      '2026-03-04 10:30 answered, due null',
    ]);
  });

  test('two cycles after a reopening that restarts', () => {
    const lines: Line[] = [
      ['2026-03-04 10:00', opened({ under: 'restart' })],
      ['2026-03-04 11:00', becomes('resolved')],
      ['2026-03-04 12:00', becomes('in_progress')],
    ];
    assert.deepEqual(told(account('2026-03-04 13:00', lines)).at(-1), 'resolved until 2026-03-04 12:00');
    const second = account('2026-03-04 13:00', lines, { cycle: 2 });
    assert.deepEqual(second.start, { at: berlin('2026-03-04 12:00'), why: 'reopened' });
    assert.equal(local(second.projection.dueAt), '2026-03-04 16:00');
  });

  for (const [state, outcome] of [
    ['spam', 'excluded'],
    ['cancelled', 'met'],
  ] as const) {
    test(`the earlier cycle of a ticket that is ${state} now as ${outcome}`, () => {
      const lines: Line[] = [
        ['2026-03-04 10:00', opened({ under: 'restart' })],
        ['2026-03-04 11:00', becomes('resolved')],
        ['2026-03-04 12:00', becomes('in_progress')],
        ['2026-03-04 13:00', becomes(state)],
      ];
      assert.equal(account('2026-03-04 14:00', lines).reading.outcome, outcome);
    });
  }

  test('a promise that came later and counts from the creation', () => {
    const later = account('2026-03-04 12:00', [
      ['2026-03-04 10:00', opened({ under: { kind: 'none' } })],
      ['2026-03-04 11:00', agreement('office')],
    ]);
    assert.equal(later.start.why, 'promised_later');
    assert.deepEqual(told(later), [
      'running until 2026-03-04 11:00, 60 min',
      '2026-03-04 11:00 agreement_changed, due 2026-03-04 14:00',
      'running until 2026-03-04 12:00, 60 min',
    ]);
    assert.equal(moment(later, 'agreement_changed').before, null);
  });

  test('other hours from a change of calendar on, and what was measured stays', () => {
    const moved = account('2026-03-04 20:00', [
      ['2026-03-04 16:00', opened()],
      ['2026-03-04 18:00', calendar('always')],
    ]);
    assert.deepEqual(told(moved), [
      '2026-03-04 16:00 started, due 2026-03-05 12:00',
      'running until 2026-03-04 18:00, 60 min',
      '2026-03-04 18:00 calendar_changed, due 2026-03-04 21:00',
      'running until 2026-03-04 20:00, 120 min',
    ]);
  });

  test('a waiver, a withdrawal, and that the clock then goes on as it was', () => {
    const back = account('2026-03-04 13:30', [
      ['2026-03-04 10:00', opened()],
      ['2026-03-04 11:00', waive('resolution')],
      ['2026-03-04 12:00', becomes('spam')],
      ['2026-03-04 13:00', becomes('in_progress')],
    ]);
    assert.deepEqual(told(back).slice(2), [
      '2026-03-04 11:00 waived, due 2026-03-04 14:00',
      'running until 2026-03-04 12:00, 60 min',
      '2026-03-04 12:00 withdrawn, due null',
      'withdrawn until 2026-03-04 13:00',
      '2026-03-04 13:00 taken_back, due 2026-03-04 15:00',
      'running until 2026-03-04 13:30, 30 min',
    ]);
  });

  test('a second waiver of the same verdict as nothing new', () => {
    const waived = account('2026-03-04 12:30', [
      ['2026-03-04 10:00', opened()],
      ['2026-03-04 11:00', waive('resolution')],
      ['2026-03-04 12:00', waive('resolution')],
    ]);
    assert.equal(told(waived).filter((line) => line.includes('waived')).length, 1);
  });

  test('each step out of the figures, from cancelled to spam too', () => {
    const withdrawn = account('2026-03-04 13:00', [
      ['2026-03-04 10:00', opened()],
      ['2026-03-04 11:00', becomes('cancelled')],
      ['2026-03-04 12:00', becomes('spam')],
    ]);
    assert.deepEqual(told(withdrawn).slice(2), [
      '2026-03-04 11:00 withdrawn, due null',
      'withdrawn until 2026-03-04 12:00',
      '2026-03-04 12:00 withdrawn, due null',
      'withdrawn until 2026-03-04 13:00',
    ]);
  });

  test('the target under which the first response was given, whatever the priority is later', () => {
    const answered = account(
      '2026-03-04 13:00',
      [
        ['2026-03-04 10:00', opened()],
        ['2026-03-04 10:30', reply()],
        ['2026-03-04 11:00', priority('P1')],
        ['2026-03-04 12:00', waive('first_response')],
      ],
      { clock: 'first_response' },
    );
    assert.deepEqual(answered.projection.target, {
      seconds: HOUR,
      agreement: 'standard',
      versionId: 'office',
      priority: 'P2',
    });
  });

  test('a warning that was given, at its clock alone', () => {
    const warned: Told = (at) => ({ kind: 'clockWarned', at, clock: 'resolution', cycle: 1, key: 'k' });
    const lines: Line[] = [
      ['2026-03-04 10:00', opened()],
      ['2026-03-04 13:12', warned],
    ];
    const hasWarning = ({ story: entries }: DeadlineAccount): boolean =>
      entries.some((entry) => entry.kind === 'moment' && entry.cause.kind === 'warned');
    assert.equal(hasWarning(account('2026-03-04 13:30', lines)), true);
    assert.equal(hasWarning(account('2026-03-04 13:30', lines, { clock: 'first_response' })), false);
  });
});

test('a pause of years and a year of replies make no long account', () => {
  const start = berlin('2020-01-01 10:00');
  const daily = Array.from(
    { length: 365 },
    (_, day): TicketEvent => reply()((start + day * SECONDS_PER_DAY) as Instant),
  );
  const events = [
    opened({ under: 'always' })(start),
    ...daily,
    becomes('pending_customer')((start + 366 * SECONDS_PER_DAY) as Instant),
  ];
  const accounts = deadlineAccounts(events, VERSIONS, berlin('2026-01-01 00:00'));
  assert.ok(JSON.stringify(accounts).length < 100_000);
  assert.equal(accounts.find(({ clock }) => clock === 'resolution')!.story.at(-1)!.kind, 'paused');
});
