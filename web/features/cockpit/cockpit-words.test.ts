import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withFilter } from '#web/shell/figure-search.ts';
import { wordsIn } from '#web/shell/words.oracle.ts';
import type { Cockpit, CockpitHead, CockpitLine, Tile } from './cockpit-lines.ts';
import { cutOff, linesIn, withLine } from './cockpit-lines.ts';
import { leftOutText, numbersText } from './counted-words.ts';
import { askedPeriodName, comparedName, referenceName } from './period-names.ts';
import { readTargetValue } from './target-value.ts';
import { RESOLUTIONS } from './test-words.oracle.ts';
import { factsOf } from './things.ts';
import { changeText, changeVerdict, surenessText, verdictsOf } from './tile-words.ts';

const words = wordsIn('de');
const plain = (text: string | null): string | null => text?.replaceAll('\u202f', ' ') ?? null;
const JUNE = { from: '2026-05-31T22:00:00Z', to: '2026-06-30T22:00:00Z' };
const MAY = { from: '2026-04-30T22:00:00Z', to: '2026-05-31T22:00:00Z' };

const HEAD: CockpitHead = {
  line: 'head',
  period: JUNE,
  by: 'month',
  isWhole: true,
  isRunning: false,
  charted: JUNE,
  comparison: { kind: 'previous', isPartial: false, current: JUNE, reference: MAY },
  asOf: '2026-11-23T09:00:00Z',
  timeZone: 'Europe/Berlin',
  groups: [],
  firstAt: '2025-10-01T05:54:46Z',
  lastAt: '2026-11-23T08:40:00Z',
};

const ROW: Tile['row'] = {
  split: null,
  ...JUNE,
  value: 73.66,
  reason: null,
  n: 729,
  numerator: 537,
  denominator: 729,
  low: 70.3,
  high: 76.7,
  wide: false,
  deviation: null,
  bound: null,
  undecided: 0,
  excluded: 5,
  excludedBy: { waived: 2, spam: 3, test: 0 },
  immature: 0,
  duration: null,
  beside: {},
};

const CHART: NonNullable<Tile['chart']> = {
  split: null,
  kind: 'p',
  reason: null,
  measure: 'value',
  insteadOf: null,
  center: 84.4,
  sigmaZ: null,
  isProvisional: false,
  points: [],
  signals: [],
  baseline: null,
  segments: [],
};

function tile(given: Partial<Tile> = {}): Tile {
  return {
    line: 'tile',
    figure: 'resolution_sla_pct',
    row: ROW,
    comparison: null,
    chart: CHART,
    signal: null,
    target: null,
    ...given,
  };
}

const target = (verdict: 'kept' | 'missed' | 'open' | 'too_few') =>
  ({ version: 1, value: 85, direction: 'at_least', owner: 'x', validFrom: '2026-01-01', verdict }) as const;
const signal = {
  rule: 'beyond_limits',
  side: 'below',
  tone: 'worse',
  measure: 'value',
  value: 73.66,
  center: 84.4,
  lower: 77.04,
  upper: 91.8,
  sigmas: 4,
  inARow: 1,
} as const;

describe('what a tile says', () => {
  const says = (given: Partial<Tile>, head: Partial<CockpitHead> = {}) => {
    const verdicts = verdictsOf(tile(given), { figure: RESOLUTIONS, head: { ...HEAD, ...head }, words });
    return verdicts.map(({ sign, text }) => `${sign}: ${plain(text)}`).join(', ');
  };
  const cases: readonly (readonly [says: string, told: string, expected: string])[] = [
    ['a signal alone', says({ signal, target: target('kept') }), 'bad: Unter der Grenze von 77,0'],
    [
      'a signal and the promise that was missed',
      says({ signal, target: target('missed') }),
      'bad: Unter der Grenze von 77,0, risk: Zusage 85 verfehlt',
    ],
    [
      'how little was recorded, and no verdict on it',
      says({ row: { ...ROW, n: 2, excludedBy: { not_recorded: 1202 } }, target: target('too_few') }),
      'open: Nur 2 von 1.204 erfasst',
    ],
    [
      'a run',
      says({ signal: { ...signal, rule: 'run_8', side: 'above', tone: 'better', inARow: 9 } }),
      'good: 9 Monate in Folge über dem Mittel',
    ],
    ['a kept target', says({ target: target('kept') }), 'kept: Zusage 85 gehalten'],
    [
      'a kept target while the period runs',
      says({ target: target('kept') }, { isRunning: true }),
      'kept: Zusage 85 bisher gehalten',
    ],
    ['a missed target without a signal', says({ target: target('missed') }), 'risk: Zusage 85 verfehlt'],
    ['an undecided one', says({ target: target('open') }), 'open: Offen: Intervall enthält 85'],
    [
      'one that may still change',
      says({ target: target('open'), row: { ...ROW, immature: 12, bound: 'at_least' } }),
      'open: Offen: 12 Fälle noch unreif',
    ],
    ['nothing unusual', says({}), 'usual: Im üblichen Rahmen'],
    [
      'no limits yet',
      says({ chart: { ...CHART, center: null, reason: 'too_few_points' } }),
      'open: Noch kein üblicher Rahmen',
    ],
    ['a period that runs', says({}, { isRunning: true }), 'open: Zeitraum läuft noch'],
    ['no data', says({ row: { ...ROW, value: null, reason: 'not_recorded' } }), 'open: Die Quelle erfasst das nicht'],
  ];
  for (const [name, told, expected] of cases) test(name, () => assert.equal(told, expected));
});

describe('a comparison in words', () => {
  const comparison = (change: object, verdict: 'worse' | 'untested' = 'worse'): Tile['comparison'] =>
    ({
      split: null,
      current: ROW,
      reference: ROW,
      change,
      interval: null,
      verdict,
      perWorkingDay: null,
    }) as Tile['comparison'];
  const text = (change: object, figure: Partial<typeof RESOLUTIONS> = {}) =>
    plain(
      changeText(tile({ comparison: comparison(change) }), {
        figure: { ...RESOLUTIONS, ...figure },
        words,
        reference: 'Mai',
      }),
    );

  test('shares in points', () =>
    assert.equal(text({ difference: -10.15, differenceUnit: 'pp', relativePct: -12 }), '10,2 Pkt. unter Mai'));
  test('times and counts in percent', () =>
    assert.equal(
      text({ difference: 107, differenceUnit: 'unit', relativePct: 56.6 }, { kind: 'duration' }),
      '57 % über Mai',
    ));
  test('a count from zero by its difference', () =>
    assert.equal(
      text({ difference: 3, differenceUnit: 'unit', relativePct: null }, { kind: 'count', digits: 0 }),
      '3 über Mai',
    ));
  test('what rounds to nothing is the same', () =>
    assert.equal(text({ difference: 0.04, differenceUnit: 'pp', relativePct: 0 }), 'wie Mai'));
  test('what was not tested has no verdict', () => {
    const change = { difference: 1, differenceUnit: 'unit', relativePct: 1 };
    assert.deepEqual(
      [
        changeVerdict(tile({ comparison: comparison(change) }), words),
        changeVerdict(tile({ comparison: comparison(change, 'untested') }), words),
      ],
      ['Unterschied belegt', null],
    );
  });
});

test('the sureness of a value is its interval, of a stock the moment it was taken', () => {
  const stock = { ...RESOLUTIONS, basis: 'stock' } as const;
  const bare = tile({ row: { ...ROW, low: null, high: null } });
  assert.deepEqual(
    [
      surenessText(tile(), { figure: RESOLUTIONS, head: HEAD, words }),
      surenessText(bare, { figure: stock, head: HEAD, words }),
    ],
    ['Intervall 70,3 bis 76,7', 'am Ende des Zeitraums'],
  );
});

describe('the names of periods', () => {
  const partial = {
    ...HEAD,
    isRunning: true,
    period: { from: '2026-10-31T23:00:00Z', to: '2026-11-30T23:00:00Z' },
    comparison: {
      kind: 'previous',
      isPartial: true,
      current: { from: '2026-10-31T23:00:00Z', to: '2026-11-23T09:00:00Z' },
      reference: { from: '2026-09-30T22:00:00Z', to: '2026-10-23T08:00:00Z' },
    },
  } as const satisfies CockpitHead;

  test('a whole month against another', () => assert.equal(comparedName(HEAD, words), 'Juni 2026 gegen Mai 2026'));
  test('a running month against the same part of another', () =>
    assert.equal(comparedName(partial, words), 'November 2026 bis zum 23. gegen Oktober 2026 bis zum 23.'));
  test('the title of a running month', () =>
    assert.equal(askedPeriodName(partial, words), 'November 2026 bis zum 23.'));
  test('the reference in short, with its year when that is another one', () => {
    const lastYear = {
      ...HEAD,
      comparison: {
        ...HEAD.comparison!,
        kind: 'same_last_year',
        reference: { from: '2025-05-31T22:00:00Z', to: '2025-06-30T22:00:00Z' },
      },
    } as const;
    assert.deepEqual([referenceName(HEAD, words), referenceName(lastYear, words)], ['Mai', 'Juni 2025']);
  });
  test('no comparison with a year that the calendar lacks, though there are data of it', () => {
    const leapDay = {
      ...HEAD,
      by: 'day',
      comparison: { ...HEAD.comparison!, kind: 'same_last_year', reference: null },
    };
    const early = { ...leapDay, firstAt: '2020-01-01T05:00:00Z' } as const;
    assert.equal(comparedName(early as CockpitHead, words), 'kein Vergleich: Das Vorjahr hat keinen solchen Zeitraum');
  });
  test('no data from the beginning of the reference on', () =>
    assert.equal(
      comparedName({ ...HEAD, comparison: { ...HEAD.comparison!, reference: null } }, words),
      'kein Vergleich: Daten erst ab 01.10.2025',
    ));
});

test('what was counted and left out is told with its numbers', () => {
  assert.deepEqual(
    [plain(numbersText(tile(), RESOLUTIONS, words)), leftOutText(tile(), words)],
    ['537 von 729 = 73,7 %', 'Hier: 3 Spam, 2 erlassen.'],
  );
});

describe('the tickets behind a finding', () => {
  const finding = {
    figure: 'resolution_sla_pct',
    code: 'beyond_limits',
    tone: 'worse',
    value: 73.66,
    signal,
    missed: null,
    toldBy: null,
  } as const;
  const asked = { figure: RESOLUTIONS, search: { period: '2026-06', where: ['team=Mail'] } };

  test('are those of a share that make it worse', () =>
    assert.deepEqual(factsOf({ ...finding, where: null }, tile(), asked), {
      count: 192,
      search: { period: '2026-06', where: ['team=Mail'], success: 'false' },
    }));
  test('are those of the value that carries it', () => {
    const row = { ...ROW, split: 'mail', n: 271, numerator: 133 };
    const where = { dimension: 'service', value: 'mail', name: null, row, share: 0.8 } as const;
    assert.deepEqual(factsOf({ ...finding, where }, tile(), asked), {
      count: 138,
      search: { period: '2026-06', where: ['service=mail', 'team=Mail'], success: 'false' },
    });
  });
  test('are all that are counted where it is for the better', () =>
    assert.deepEqual(factsOf({ ...finding, tone: 'better', where: null }, tile(), asked).count, 729));
});

test('a filter is set, replaced and taken away without touching the others', () => {
  const set = withFilter(['team=Mail'], { dimension: 'service', value: 'vpn' });
  const replaced = withFilter(set, { dimension: 'team', value: 'Net=1' });
  assert.deepEqual(
    [set, replaced, withFilter(replaced, { dimension: 'team', value: null })],
    [['service=vpn', 'team=Mail'], ['service=vpn', 'team=Net=1'], ['service=vpn']],
  );
});

const written = [
  ['85', 'percent', 85],
  ['92,5 %', 'percent', 92.5],
  ['1.5', 'days', 1.5],
  ['4:30', 'minutes', 270],
  ['4:30', 'hours', 4.5],
  ['−10', 'tickets', -10],
  ['4:30', 'percent', null],
  ['', 'percent', null],
  ['viel', 'percent', null],
  ['1,2,3', 'percent', null],
] as const;

for (const [text, unit, value] of written) {
  test(`"${text}" as a target in ${unit} is ${value}`, () => assert.equal(readTargetValue(text, { unit }), value));
}

describe('lines make a cockpit', () => {
  const found: CockpitLine = {
    line: 'findings',
    findings: [],
    groups: [],
    tally: { figures: 1, standOut: 0, kept: 0, missed: 0, open: 0, tooFew: 0 },
  };
  const failure: CockpitLine = { line: 'failure', figure: 'resolution_sla_pct', code: 'internal', title: 't' };
  const from = (lines: readonly CockpitLine[]): Cockpit => lines.reduce<Cockpit | null>(withLine, null)!;

  test('a tile takes the place of its failure', () => {
    const { tiles, failures } = from([HEAD, failure, tile(), found]);
    assert.deepEqual([Object.keys(tiles), Object.keys(failures)], [['resolution_sla_pct'], []]);
  });
  test('what was known stays until its new line comes', () => {
    const { tiles, findings } = from([HEAD, tile(), found, { ...HEAD, by: 'week' }]);
    assert.deepEqual([Object.keys(tiles), findings], [['resolution_sla_pct'], found]);
  });
  test('what has not come by the end has failed', () => {
    const head = { ...HEAD, groups: [{ id: 'goals' as const, awaits: null, figures: [RESOLUTIONS] }] };
    const { failures } = cutOff(from([head]));
    assert.deepEqual(
      [Object.keys(failures), Object.keys(cutOff(from([head, tile()])).failures)],
      [['resolution_sla_pct'], []],
    );
  });
  test('lines are read however the text was cut', async () => {
    const text = [HEAD, tile(), found].map((line) => `${JSON.stringify(line)}\n`).join('');
    async function* pieces() {
      for (let at = 0; at < text.length; at += 7) yield text.slice(at, at + 7);
      yield '{"line":"cut';
    }
    const lines = (await Array.fromAsync(linesIn(pieces()))).flat();
    assert.deepEqual(lines, [HEAD, tile(), found]);
  });
});
