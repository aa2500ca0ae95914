import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerFigure, type FigureAnswer } from '#core/figures/answer.ts';
import { arraySource } from '#core/figures/array-source.ts';
import { figureById } from '#core/figures/registry.ts';
import { DEFAULT_FIGURE_SETTINGS } from '#core/figures/settings.ts';
import { periodEdges } from '#core/periods/period-edges.ts';
import type { Dimension } from '#core/ticket/dimensions.ts';
import type { Instant } from '#core/time/instant.ts';
import { formatLocalDate, type LocalDate, parseLocalDate } from '#core/time/local-date.ts';
import { startOfDate, zoneOf } from '#core/time/zone.ts';
import { replay } from './replay.oracle.ts';
import { storyDates } from './stories.ts';
import { HOME_ZONE } from './timeline.ts';
import { demoWorld } from './world.ts';

/*
 * The stories are found by the figures, in worlds of several seeds and dates. A signal is a difference between two
 * shares of some standard errors; no number of any one world stands here.
 */

const zone = zoneOf(HOME_ZONE);
const KEYS = [
  { seed: 1, today: parseLocalDate('2026-11-23') },
  { seed: 2, today: parseLocalDate('2026-06-10') },
  { seed: 3, today: parseLocalDate('2027-03-01') },
] as const;

/** Months are counted as in the timeline: 0 is the last, -13 the first. */
const FIRST = -13;
/** Standard errors that chance does not bring about. */
const CLEAR = 4;
/** Standard errors within which a month is one like the others. */
const ORDINARY = 3;

type Where = Partial<Record<Dimension, string>>;
type Share = Pick<FigureAnswer, 'numerator' | 'denominator'>;

for (const key of KEYS) {
  describe(`in the world of seed ${key.seed} up to ${formatLocalDate(key.today)}`, () => {
    const world = demoWorld(key);
    const { timeline, calendar } = world.surroundings;
    const dates = storyDates(timeline);
    const source = arraySource([...replay(world).tickets.values()].flatMap(({ facts }) => facts));

    const ask = (id: string, where: Where, edges: readonly Instant[]): Promise<FigureAnswer[]> =>
      answerFigure(
        {
          figure: figureById(id)!,
          edges,
          asOf: timeline.until,
          split: null,
          where: Object.entries(where).map(([dimension, value]) => ({ dimension: dimension as Dimension, value })),
          settings: DEFAULT_FIGURE_SETTINGS,
          zone,
          calendar: calendar('office-hamburg'),
        },
        source,
      );
    const start = (date: LocalDate): Instant => startOfDate(zone, date);
    const byMonth = (id: string, where: Where) =>
      ask(id, where, periodEdges(zone, 'month', start(timeline.firstDate), timeline.until));
    const between = async (id: string, where: Where, [from, to]: readonly [LocalDate, LocalDate | null]) =>
      (await ask(id, where, [start(from), to === null ? timeline.until : start(to)]))[0]!;
    const month = (answers: readonly FigureAnswer[], offset: number): FigureAnswer => answers[offset - FIRST]!;
    const allBut = (answers: readonly FigureAnswer[], ...offsets: number[]): Share =>
      together(answers.filter((_, index) => !offsets.includes(index + FIRST)));

    for (const [id, where] of [
      ['first_response_sla_pct', { team: 'mail' }],
      ['resolution_sla_pct', { service: 'mail' }],
    ] as const) {
      test(`the failed migration shows in ${id} in its month, and not in the next but one`, async () => {
        const months = await byMonth(id, where);
        assert.ok(deviations(allBut(months, -5), month(months, -5)) > CLEAR);
        assert.ok(Math.abs(deviations(allBut(months, -5, -3), month(months, -3))) < ORDINARY);
      });
    }

    test('the failed migration more than doubles the tickets about mail', async () => {
      const months = await byMonth('tickets_created_count', { service: 'mail' });
      const others = months.filter((_, index) => index + FIRST !== -5);
      const usual = others.reduce((sum, { n }) => sum + n, 0) / others.length;
      assert.ok(month(months, -5).n > 2 * usual);
    });

    test('the failed migration brings tickets back', async () => {
      const months = await byMonth('reopen_rate_pct', { service: 'mail' });
      assert.ok(deviations(month(months, -5), allBut(months, -5)) > CLEAR);
    });

    test('the flood of printer tickets fills two weeks and no other', async () => {
      const flood = dates['printer-flood'];
      const weeks = await ask(
        'tickets_created_count',
        { service: 'print' },
        periodEdges(zone, 'week', start(timeline.month(-10)), start(timeline.month(-5))),
      );
      const usual = weeks.map(({ n }) => n).sort((a, b) => a - b)[Math.floor(weeks.length / 2)]!;
      const flooded = weeks.filter(({ n }) => n > 3 * usual).map(({ from }) => from);
      assert.deepEqual(flooded, [start(flood.from), start((flood.from + 7) as LocalDate)]);
    });

    test('the reorganisation ends two teams and begins one on its date', async () => {
      const { from } = dates.reorganisation;
      for (const [team, isOld] of [
        ['workplace', true],
        ['field', true],
        ['workplace-care', false],
      ] as const) {
        const [before, after] = [
          await between('tickets_resolved_count', { team }, [timeline.firstDate, from]),
          await between('tickets_resolved_count', { team }, [from, null]),
        ];
        assert.deepEqual([before.n > 0, after.n > 0], [isOld, !isOld], team);
      }
    });

    test('one month of reopenings in the network stands out, the next is like all others', async () => {
      const months = await byMonth('reopen_rate_pct', { service: 'network' });
      assert.ok(deviations(month(months, -11), allBut(months, -11)) > ORDINARY);
      assert.ok(Math.abs(deviations(month(months, -10), allBut(months, -11, -10))) < ORDINARY);
    });

    test('the measure against reopenings in the network did nothing: before its cause it was as after it', async () => {
      const months = await byMonth('reopen_rate_pct', { service: 'network' });
      const before = together([month(months, -13), month(months, -12)]);
      const after = together(months.slice(-10 - FIRST));
      assert.ok(Math.abs(deviations(before, after)) < ORDINARY);
    });

    test('parking makes the targets of applications look better', async () => {
      const id = 'resolution_sla_pct';
      const before = await between(id, { service: 'applications' }, [timeline.firstDate, dates.parking.from]);
      const after = await between(id, { service: 'applications' }, [dates.parking.from, null]);
      assert.ok(deviations(after, before) > 2);
    });

    for (const [id, factor] of [
      ['customer_wait_share_pct', 2],
      ['lead_time_hours', 1.5],
    ] as const) {
      test(`parking shows in ${id} of applications`, async () => {
        const before = await between(id, { service: 'applications' }, [timeline.firstDate, dates.parking.from]);
        const after = await between(id, { service: 'applications' }, [dates.parking.from, null]);
        assert.ok(after.value! > factor * before.value!, `${before.value} to ${after.value}`);
      });
    }

    const firstContact = 'first_contact_resolution_pct';

    test('knowledge articles raise what is solved at first contact', async () => {
      const where = { team: 'service-desk' };
      const before = await between(firstContact, where, [timeline.firstDate, dates.knowledge.from]);
      const late = await between(firstContact, where, [timeline.month(-3), timeline.month(-1)]);
      assert.ok(deviations(late, before) > CLEAR, `${before.value} to ${late.value}`);
    });

    test('it takes months until the articles have their effect', async () => {
      const where = { team: 'service-desk', service: 'workplace' };
      const before = await between(firstContact, where, [timeline.firstDate, dates.knowledge.from]);
      const soon = await between(firstContact, where, [timeline.month(-6), timeline.month(-4)]);
      const late = await between(firstContact, where, [timeline.month(-2), timeline.month(0)]);
      assert.ok(before.value! < soon.value! && soon.value! < late.value!);
    });

    test('stricter targets are met less often by the same work', async () => {
      const where = { agreement: 'zirbelau' };
      const { from } = dates['stricter-targets'];
      const halves = [
        [timeline.firstDate, from],
        [from, timeline.month(-5)],
      ] as const;
      const [before, after] = await Promise.all(halves.map((half) => between('first_response_sla_pct', where, half)));
      assert.ok(deviations(before!, after!) > 2.5, `${before!.value} to ${after!.value}`);
      const times = await Promise.all(halves.map((half) => between('first_response_time_minutes', where, half)));
      assert.ok(Math.abs(times[1]!.value! / times[0]!.value! - 1) < 0.25, `${times.map(({ value }) => value)}`);
    });
  });
}

function together(answers: readonly Share[]): Share {
  return {
    numerator: answers.reduce((sum, { numerator }) => sum + numerator!, 0),
    denominator: answers.reduce((sum, { denominator }) => sum + denominator!, 0),
  };
}

/** How many standard errors the first share lies above the second. */
function deviations(one: Share, other: Share): number {
  const [a, n] = [one.numerator!, one.denominator!];
  const [b, m] = [other.numerator!, other.denominator!];
  const pooled = (a + b) / (n + m);
  return (a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}
