import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foldFacts } from '../facts/fold-facts.ts';
import {
  becomes,
  berlin,
  HOUR,
  handOver,
  type Line,
  opened,
  priority,
  reply,
  story,
  type Told,
  team,
  VERSIONS,
  verdict,
  waive,
} from '../ticket/story.oracle.ts';
import { zoneOf } from '../time/zone.ts';
import { answerFigure, type FigureAnswer } from './answer.ts';
import { arraySource } from './array-source.ts';
import type { FigureQuery } from './query.ts';
import { figureById } from './registry.ts';
import { DEFAULT_FIGURE_SETTINGS } from './settings.ts';

const MARCH = [berlin('2026-03-01 00:00'), berlin('2026-04-01 00:00')];
const MAY = berlin('2026-05-01 00:00');

/** What a figure says of March over a desk with these tickets. */
async function ask(
  id: string,
  tickets: readonly (readonly Line[])[],
  query: Partial<FigureQuery> = {},
): Promise<FigureAnswer[]> {
  const figure = figureById(id);
  assert.ok(figure, id);
  const facts = tickets.flatMap((lines, index) =>
    foldFacts(story(...lines), VERSIONS).versions.map((version) => ({ ...version, ticketId: String(index) })),
  );
  const asked: FigureQuery = {
    figure,
    edges: MARCH,
    asOf: MAY,
    split: null,
    where: [],
    settings: DEFAULT_FIGURE_SETTINGS,
    zone: zoneOf('Europe/Berlin'),
    calendar: VERSIONS.calendars.get('office')!,
    ...query,
  };
  return answerFigure(asked, arraySource(facts));
}

async function value(id: string, ...tickets: (readonly Line[])[]): Promise<number | null> {
  return (await ask(id, tickets))[0]!.value;
}

async function splitBy(
  split: FigureQuery['split'],
  id: string,
  ...tickets: (readonly Line[])[]
): Promise<Record<string, number | null>> {
  const answers = await ask(id, tickets, { split });
  return Object.fromEntries(answers.map((answer) => [answer.split, answer.value]));
}

const contact: Told = (at) => ({ kind: 'requesterContacted', at, isTrivial: false });

const resolvedOnce: readonly Line[] = [
  ['2026-03-04 09:00', opened()],
  ['2026-03-04 10:00', becomes('resolved')],
];

describe('what is undecided is no success (Chatwoot PR #9132, dbt_zendesk #35, erpnext #48196)', () => {
  test('a running clock is neither hit nor miss, but counted as undecided', async () => {
    const [answer] = await ask('sla_compliance_pct', [[['2026-03-31 16:30', opened({ priority: 'P3' })]]], {
      asOf: berlin('2026-04-01 00:00'),
    });
    assert.deepEqual([answer!.value, answer!.reason, answer!.n, answer!.undecided], [null, 'no_cases', 0, 2]);
  });

  test('a ticket created when the period is over is not undecided in it, and adds no row to a split', async () => {
    const waiting = (when: string, owner: string): Line[] => [
      [when, opened({ dimensions: { team: owner } })],
      [when, becomes('pending_customer')],
    ];
    for (const over of ['2026-04-01 00:00', '2026-04-20 09:00']) {
      const tickets = [waiting('2026-03-31 23:59:59', 'old'), waiting(over, 'young')];
      const answers = await ask('resolution_sla_pct', tickets, { split: 'team' });
      assert.deepEqual(
        answers.map(({ split, undecided }) => [split, undecided]),
        [['old', 1]],
      );
    }
  });

  test('an open ticket counts as a miss in the period in which its time ran out', async () => {
    const [answer] = await ask('resolution_sla_pct', [[['2026-03-04 09:00', opened()]]]);
    assert.deepEqual([answer!.value, answer!.numerator, answer!.denominator, answer!.undecided], [0, 0, 1, 0]);
  });

  test('without an answer there is no time to it, neither zero nor large', async () => {
    const [answer] = await ask('first_response_time_minutes', [[['2026-03-04 09:00', opened()]]]);
    assert.deepEqual([answer!.value, answer!.n], [null, 0]);
    assert.equal(await value('awaiting_first_response_count', [['2026-03-04 09:00', opened()]]), 1);
  });

  test('a ticket opened and answered in the night took no time, and the figure exists', async () => {
    const night: Line[] = [
      ['2026-03-04 22:00', opened()],
      ['2026-03-04 23:00', reply()],
    ];
    const [answer] = await ask('first_response_time_minutes', [night]);
    assert.deepEqual([answer!.value, answer!.n], [0, 1]);
  });

  test('a waived clock is in neither part of the share, and the waiver is counted', async () => {
    const waived: Line[] = [
      ['2026-03-04 09:00', opened()],
      ['2026-03-04 15:00', becomes('resolved')],
      ['2026-03-05 09:00', waive('resolution')],
    ];
    const [answer] = await ask('resolution_sla_pct', [waived, resolvedOnce]);
    assert.deepEqual([answer!.value, answer!.denominator, answer!.excludedBy], [100, 1, { waived: 1 }]);
    assert.equal(await value('sla_waived_count', waived, resolvedOnce), 1);
  });
});

describe('reopening (zammad #3745, #4516, #5013, cerb #140, GLPI #23359)', () => {
  const closedThenReopened: Line[] = [
    ['2026-03-04 09:00', opened()],
    ['2026-03-04 10:00', becomes('closed')],
    ['2026-03-05 09:00', becomes('in_progress')],
  ];

  test('a reopened ticket leaves the closed and the resolved', async () => {
    assert.equal(await value('tickets_closed_count', closedThenReopened), 0);
    assert.equal(await value('tickets_resolved_count', closedThenReopened), 0);
    assert.equal(await value('backlog_open_count', closedThenReopened), 1);
  });

  test('closed at once, a ticket is resolved and closed at the first close', async () => {
    const closed = closedThenReopened.slice(0, 2);
    assert.deepEqual(
      [await value('tickets_closed_count', closed), await value('tickets_resolved_count', closed)],
      [1, 1],
    );
    assert.equal(await value('lead_time_hours', closed), 1);
  });

  test('a ticket is resolved once, however often it was reopened', async () => {
    const thrice: Line[] = [
      ...resolvedOnce,
      ['2026-03-05 09:00', becomes('in_progress')],
      ['2026-03-05 10:00', becomes('resolved')],
      ['2026-03-06 09:00', becomes('in_progress')],
      ['2026-03-06 10:00', becomes('resolved')],
    ];
    assert.equal(await value('tickets_resolved_count', thrice), 1);
    assert.equal(await value('reopen_rate_pct', thrice), 100);
  });

  test('where a reopening restarts, each cycle is a clock with a verdict of its own, and the first miss stays', async () => {
    const cycles: Line[] = [
      ['2026-03-04 09:00', opened({ under: 'restart' })],
      ['2026-03-04 09:30', reply()],
      ['2026-03-04 15:00', becomes('resolved')],
      ['2026-03-05 09:00', becomes('in_progress')],
      ['2026-03-05 10:00', becomes('resolved')],
      ['2026-03-06 09:00', becomes('in_progress')],
      ['2026-03-06 10:00', becomes('resolved')],
      ['2026-03-09 09:00', becomes('cancelled')],
    ];
    const [answer] = await ask('resolution_sla_pct', [cycles]);
    assert.deepEqual([answer!.numerator, answer!.denominator, answer!.excludedBy], [1, 2, { cancelled: 1 }]);
    assert.equal(await value('sla_violations_count', cycles), 1);
  });

  test('time spent resolved is neither work nor waiting', async () => {
    const [, ...rest] = closedThenReopened;
    const again: Line[] = [['2026-03-04 09:00', opened()], ...rest, ['2026-03-05 10:00', becomes('resolved')]];
    assert.equal(await value('resolution_time_minutes', again), 120);
    assert.equal(await value('customer_wait_share_pct', again), 0);
  });

  test('the share of waiting is one of all time not resolved, cancelled time included', async () => {
    const waited: Line[] = [
      ['2026-03-04 09:00', opened()],
      ['2026-03-04 10:00', becomes('pending_customer')],
      ['2026-03-04 11:00', becomes('cancelled')],
      ['2026-03-04 12:00', becomes('in_progress')],
      ['2026-03-04 13:00', becomes('resolved')],
    ];
    assert.equal(await value('customer_wait_share_pct', waited), 25);
  });

  test('a second question within the window spoils the first contact, a third after it changes nothing', async () => {
    const asked: Line[] = [...resolvedOnce, ['2026-03-05 10:00', contact], ['2026-03-20 10:00', contact]];
    assert.equal(await value('first_contact_resolution_pct', asked), 0);
    assert.equal(await value('first_contact_resolution_pct', [...resolvedOnce, asked.at(-1)!]), 100);
  });

  test('a thank-you mail is no reopening', async () => {
    const thanked: Line[] = [
      ...resolvedOnce,
      ['2026-03-04 11:00', becomes('in_progress', { isNonIssue: true })],
      ['2026-03-04 11:01', becomes('resolved')],
    ];
    assert.equal(await value('reopen_rate_pct', thanked), 0);
  });
});

describe('what is no ticket of the desk (zammad #1741, dbt_zendesk #100, libredesk #70)', () => {
  for (const state of ['merged', 'spam', 'test'] as const) {
    test(`${state} tickets are left out everywhere, and said to be`, async () => {
      const withdrawn: Line[] = [
        ['2026-03-04 09:00', opened()],
        ['2026-03-05 09:00', becomes(state)],
      ];
      for (const id of ['tickets_created_count', 'sla_compliance_pct', 'unresolved_rate_pct', 'sla_violations_count']) {
        const [answer] = await ask(id, [withdrawn]);
        assert.equal(answer!.n, 0, id);
        assert.ok((answer!.excludedBy[state] ?? 0) > 0, id);
      }
    });
  }

  test('closing a cancelled ticket is paperwork: closed, but never resolved', async () => {
    const cancelled: Line[] = [
      ['2026-03-04 09:00', opened()],
      ['2026-03-04 09:30', becomes('cancelled')],
      ['2026-03-05 09:00', becomes('closed')],
    ];
    assert.equal(await value('tickets_closed_count', cancelled), 1);
    const twice: Line[] = [...cancelled, ['2026-04-02 09:00', becomes('closed')]];
    assert.equal(await value('tickets_closed_count', twice), 1);
    assert.equal(await value('tickets_resolved_count', cancelled), 0);
    assert.equal(await value('first_response_time_minutes', cancelled), null);
  });
});

describe('groups are those of the instant that counts (kpi-spec G13)', () => {
  test('a breach belongs to the priority of its instant, not to that of today', async () => {
    const upgraded: Line[] = [
      ['2026-03-04 09:00', opened({ priority: 'P2' })],
      ['2026-03-04 14:00', priority('P3')],
      ['2026-03-04 15:00', becomes('resolved')],
    ];
    assert.deepEqual(await splitBy('priority', 'sla_violations_count', upgraded), { P2: 2 });
    assert.deepEqual(await splitBy('priority', 'tickets_resolved_count', upgraded), { P3: 1 });
    assert.deepEqual(await splitBy('priority', 'tickets_created_count', upgraded), { P2: 1 });
  });

  test('a breach stays with its team through reopening, and a later verdict goes to the team of then', async () => {
    const told = (target: string): Line[] => [
      ['2026-03-04 09:00', opened({ priority: target, dimensions: { team: 'desk' } })],
      ['2026-03-04 14:00', becomes('resolved')],
      ['2026-03-05 09:00', team('network')],
      ['2026-03-05 09:00', becomes('in_progress')],
      ['2026-03-05 09:30', becomes('resolved')],
      ['2026-03-05 10:00', team('field')],
    ];
    assert.deepEqual(await splitBy('team', 'resolution_sla_pct', told('P2')), { desk: 0 });
    assert.deepEqual(await splitBy('team', 'resolution_sla_pct', told('P3')), { network: 100 });
  });

  test('a breach by a new priority belongs to the new priority, whatever comes later', async () => {
    const told: Line[] = [
      ['2026-03-04 09:00', opened({ priority: 'P3' })],
      ['2026-03-04 09:05', reply()],
      ['2026-03-04 14:00', priority('P2')],
      ['2026-03-04 15:00', priority('P3')],
    ];
    assert.deepEqual(await splitBy('priority', 'sla_violations_count', told), { P2: 1 });
  });

  test('a ticket is in the backlog of the team that had it at the end of the period', async () => {
    const moved: Line[] = [
      ['2026-03-04 09:00', opened({ dimensions: { team: 'desk' } })],
      ['2026-03-31 23:59:59', team('network')],
      ['2026-04-01 00:00', team('field')],
    ];
    assert.deepEqual(await splitBy('team', 'backlog_open_count', moved), { network: 1 });
  });

  test('a hand-over in the second of the resolution counts, whichever was told first', async () => {
    const before: Line[] = [
      ['2026-03-04 09:00', opened()],
      ['2026-03-04 10:00', handOver('1', '2')],
      ['2026-03-04 10:00', becomes('resolved')],
    ];
    const after = [before[0]!, before[2]!, before[1]!];
    for (const told of [before, after]) {
      assert.equal(await value('first_level_resolution_pct', told), 0);
      assert.equal(await value('first_contact_resolution_pct', told), 0);
    }
  });

  test('an answer in the second of the resolution counts, even if a thank-you mail came between', async () => {
    const told: Line[] = [
      ['2026-03-04 09:00', opened()],
      ['2026-03-04 09:30', reply()],
      ['2026-03-04 10:00', becomes('resolved')],
      ['2026-03-04 10:00', becomes('in_progress', { isNonIssue: true })],
      ['2026-03-04 10:00', reply()],
    ];
    assert.equal(await value('first_contact_resolution_pct', told), 0);
    assert.equal(await value('first_contact_resolution_pct', told.slice(0, 4)), 100);
  });
});

test('a ticket closed by a rule stays in, and is no success of first contact or first level (kpi-spec G5)', async () => {
  const byRule: Line[] = [
    ['2026-03-04 09:00', opened()],
    ['2026-03-04 10:00', becomes('closed', { isAutomatic: true })],
  ];
  for (const id of ['first_contact_resolution_pct', 'first_level_resolution_pct']) {
    const [answer] = await ask(id, [byRule, resolvedOnce]);
    assert.deepEqual([answer!.numerator, answer!.denominator], [1, 2], id);
  }
  assert.equal(await value('tickets_resolved_count', byRule), 1);
});

describe('verdicts of a source (kpi-spec 1.5)', () => {
  const imported: Line[] = [
    ['2026-03-04 09:00', opened({ under: { kind: 'imported' }, priority: 'P2' })],
    ['2026-03-04 10:00', priority('P1')],
    ['2026-03-04 11:00', becomes('resolved')],
    ['2026-03-04 12:00', priority('P3')],
    ['2026-03-04 12:00', verdict(true)],
  ];

  test('count at the last resolution, under the priority of then', async () => {
    assert.deepEqual(await splitBy('priority', 'resolution_sla_pct', imported), { P1: 100 });
  });

  test('are withdrawn by a reopening, until the source says something of the new resolution', async () => {
    const again: Line[] = [
      ...imported,
      ['2026-03-05 09:00', becomes('new')],
      ['2026-03-05 10:00', becomes('resolved')],
    ];
    const [open] = await ask('resolution_sla_pct', [again]);
    assert.deepEqual([open!.value, open!.undecided], [null, 1]);
    assert.equal(await value('resolution_sla_pct', [...again, ['2026-03-05 10:00', verdict(false)]]), 0);
  });
});

test('a breach stays on record when the ticket moves to a priority that is promised nothing', async () => {
  const told: Line[] = [
    ['2026-03-04 09:00', opened({ priority: 'P2' })],
    ['2026-03-05 09:00', priority(null)],
  ];
  assert.equal(await value('sla_violations_count', told), 2);
});

test('a clock that promises nothing is no case, not even a cancelled one', async () => {
  const told: Line[] = [
    ['2026-03-04 09:00', opened({ priority: null })],
    ['2026-03-05 09:00', becomes('cancelled')],
  ];
  const [answer] = await ask('sla_compliance_pct', [told]);
  assert.deepEqual([answer!.n, answer!.excluded, answer!.undecided], [0, 0, 0]);
});

test('what a source cannot tell is left out as not recorded, never counted as absent', async () => {
  const silent: Line[] = [
    ['2026-03-04 09:00', opened({ witnesses: ['states'] })],
    ['2026-03-04 10:00', becomes('resolved')],
  ];
  for (const id of ['first_response_time_minutes', 'first_contact_resolution_pct', 'first_level_resolution_pct']) {
    const [answer] = await ask(id, [silent]);
    assert.deepEqual(
      [answer!.value, answer!.reason, answer!.excludedBy],
      [null, 'not_recorded', { not_recorded: 1 }],
      id,
    );
  }
  assert.equal(await value('resolution_time_minutes', silent), HOUR / 60);
});
