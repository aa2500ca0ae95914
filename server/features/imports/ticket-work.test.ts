import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { compileCalendar } from '#core/calendar/calendar.ts';
import { alwaysOpen } from '#core/calendar/definition.ts';
import type { HistoryRules } from '#core/import/history.ts';
import { historyOfRows } from '#core/import/history-of-rows.ts';
import { ACTIVITIES, type Activity, type SourceRow } from '#core/import/source-row.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import { isDoneState, TICKET_STATES, type TicketState } from '#core/ticket/state.ts';
import { instant } from '#core/time/instant.ts';
import { compareTicket, continuation } from './ticket-work.ts';

const rules: HistoryRules = {
  rows: 'event',
  hasStatedEnd: false,
  hasStatedClosing: false,
  isEmptyUnchanged: false,
  hasVerdict: true,
  calendarId: 'c',
  witnesses: ['states'],
  personOf: (name) => name,
};
const versions = { agreements: new Map(), calendars: new Map([['c', compileCalendar(alwaysOpen('UTC'))]]) };
const none = { team: null, service: null, priority: null, channel: null, level: null, type: null, agreement: null };

/** A row without its instant. */
interface Step {
  readonly state: TicketState;
  readonly team: string | null;
  readonly level: string | null;
  readonly assignee: string | null;
  readonly activity: Activity | null;
  readonly verdict: 'met' | 'missed';
}

const text = fc.constantFrom(null, '1', '2');
const step: fc.Arbitrary<Step> = fc.record({
  state: fc.constantFrom(...TICKET_STATES.filter((state) => state !== 'closed')),
  team: text,
  level: text,
  assignee: text,
  activity: fc.constantFrom(null, ...ACTIVITIES),
  verdict: fc.constantFrom('met' as const, 'missed' as const),
});

/** The rows of a ticket as an export made after `steps` tells them. */
function exportOf(steps: readonly Step[], hasStatedEnd: boolean): SourceRow[] {
  const at = (index: number) => instant(1_772_438_400 + index * 3600);
  const isDone = isDoneState(steps.at(-1)?.state ?? 'new');
  const firstDone = steps.findLastIndex(({ state }) => !isDoneState(state)) + 1;
  const resolvedAt = hasStatedEnd && isDone ? at(firstDone) : null;
  return steps.map(({ state, team, level, assignee, activity }, index) => ({
    line: index + 2,
    ticketKey: 'T',
    subject: null,
    at: at(index),
    order: index,
    createdAt: at(0),
    state,
    firstResponseAt: null,
    // What is known at the time of the export stands in every row.
    resolvedAt,
    closedAt: null,
    dimensions: { ...none, team, level },
    assignee,
    activity,
    // The verdict is found when the ticket is resolved and does not change until it is reopened.
    verdict: steps[firstDone]?.verdict ?? null,
  }));
}

for (const hasStatedEnd of [false, true]) {
  const told = hasStatedEnd ? 'in columns that are filled back' : 'by its events';
  test(`property: a later export of a log that tells the end ${told} goes on where the earlier one stopped`, () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(), (steps, cut) => {
        const history = (count: number) =>
          historyOfRows(exportOf(steps.slice(0, count), hasStatedEnd), { ...rules, hasStatedEnd }).events;
        const early = history(1 + (cut % steps.length));
        const late = history(steps.length);
        const fresh = continuation(early, late);
        assert.ok(fresh !== null);
        const isInLate = (event: TicketEvent) => late.some((one) => isDeepStrictEqual(one, event));
        const whole = [...early, ...fresh].filter((event) => event.kind !== 'verdictImported' || isInLate(event));
        assert.deepEqual(whole, late);
        assert.deepEqual(continuation([...early, ...fresh], late), []);
      }),
      { numRuns: 1000 },
    );
  });
}

test('a ticket that was resolved, reopened and resolved again counts under its new verdict, imported in parts or at once', () => {
  const base = { team: null, level: null, assignee: null, activity: null } as const;
  const steps = [
    { ...base, state: 'new', verdict: 'met' },
    { ...base, state: 'resolved', verdict: 'met' },
    { ...base, state: 'in_progress', verdict: 'met' },
    { ...base, state: 'resolved', verdict: 'missed' },
  ] as const;
  const compare = (count: number, stored?: Parameters<typeof compareTicket>[1]) =>
    compareTicket(exportOf(steps.slice(0, count), true), stored, { rules: { ...rules, hasStatedEnd: true }, versions });
  const first = compare(2).work;
  const inParts = compare(4, { ticketId: first?.ticketId ?? '', events: first?.events ?? [] });
  assert.equal(inParts.outcome, 'extended');
  const verdicts = [inParts, compare(4)].map(({ work }) =>
    work?.versions.filter(({ kind, knownTo }) => kind === 'clock' && knownTo === Number.POSITIVE_INFINITY),
  );
  assert.deepEqual(verdicts[0], verdicts[1]);
});

test('what is told otherwise, or earlier than what is stored, is no continuation', () => {
  const [opened, resolved] = historyOfRows(
    exportOf(
      [
        { state: 'new', team: '1', level: null, assignee: null, activity: null, verdict: 'met' },
        { state: 'resolved', team: '1', level: null, assignee: null, activity: null, verdict: 'met' },
      ],
      false,
    ),
    { ...rules, hasVerdict: false },
  ).events;
  assert.ok(opened && resolved);
  const moved = { ...resolved, at: instant(resolved.at - 1) };
  assert.equal(continuation([opened, resolved], [opened, moved]), null);
  assert.equal(continuation([opened, resolved], [opened]), null);
  assert.equal(continuation([opened, resolved], [opened, resolved, moved]), null);
  assert.deepEqual(continuation([opened], [opened, resolved]), [resolved]);
});
