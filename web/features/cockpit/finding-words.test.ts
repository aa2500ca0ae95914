import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { COCKPIT_FIGURES } from '#core/figures/cockpit-groups.ts';
import { languages } from '#text/language.ts';
import { wordsIn } from '#web/shell/words.oracle.ts';
import type { Cockpit, Finding, Tile, TileSignal } from './cockpit-lines.ts';
import { calmWords, tellFinding } from './finding-words.ts';
import { figureIn, RESOLUTIONS } from './test-words.oracle.ts';

const RULES = ['beyond_limits', 'run_8', 'near_limit_3_of_4', 'mr_beyond'] as const;
const MEASURES = ['value', 'per_working_day', 'per_hundred'] as const;
const ROW = {
  split: 'mail',
  from: '2026-05-31T22:00:00Z',
  to: '2026-06-30T22:00:00Z',
  value: 49.1,
  reason: null,
  n: 271,
  numerator: 133,
  denominator: 271,
  low: 43,
  high: 55,
  wide: false,
  deviation: null,
  bound: null,
  undecided: 0,
  excluded: 0,
  excludedBy: {},
  immature: 0,
  duration: null,
  beside: {},
};
const WHERE = { dimension: 'service', value: 'mail', name: 'E-Mail und Kalender', row: ROW, share: 0.8 } as const;

const TILE = { row: ROW, signal: null, target: null, chart: { center: 84.4, reason: null } } as unknown as Tile;

function signal(given: Partial<TileSignal> = {}): TileSignal {
  const limits = { center: 84.4, lower: 77.04, upper: 91.8, value: 73.66 };
  const base = { rule: 'beyond_limits', side: 'below', tone: 'worse', measure: 'value', sigmas: 4, inARow: 3 } as const;
  return { ...base, ...limits, ...given };
}

function finding(figure: string, given: Partial<Finding> = {}): Finding {
  const told = given.signal === undefined ? signal() : given.signal;
  return {
    figure,
    code: told?.rule ?? 'target_missed',
    tone: 'worse',
    value: 73.66,
    missed: null,
    where: null,
    toldBy: null,
    ...given,
    signal: told,
  };
}

/** A text with a hole, two full stops, or a space before one reads as made by a machine. */
function assertWhole(text: string): void {
  assert.doesNotMatch(text, /[{}]|undefined|null|NaN|\.\.| \.|^$/, text);
  assert.match(text, /^[\p{Lu}\d].*[.]$/u, text);
}

describe('the words of a finding have no holes', () => {
  for (const language of languages) {
    const words = wordsIn(language);
    for (const definition of COCKPIT_FIGURES) {
      test(`${definition.id}, ${language}`, () => {
        const figure = figureIn(definition, language);
        const missed = [null, { value: 85, direction: 'at_least' }, { value: 85, direction: 'at_most' }] as const;
        for (const side of ['above', 'below'] as const) {
          for (const rule of RULES) {
            for (const measure of MEASURES) {
              const given = { signal: signal({ side, rule, measure }), missed: missed[1], where: WHERE };
              const told = tellFinding(finding(figure.id, given), {
                figure,
                head: { by: 'month', isRunning: false, isWhole: true },
                tile: TILE,
                words,
              });
              assertWhole(told.title);
              assertWhole(told.why);
            }
          }
        }
        for (const one of missed.slice(1)) {
          const told = tellFinding(finding(figure.id, { signal: null, missed: one }), {
            figure,
            head: { by: 'week', isRunning: true, isWhole: true },
            tile: TILE,
            words,
          });
          assertWhole(told.title);
          assertWhole(told.why);
        }
      });
    }
  }
});

test('every figure with a tile has a sentence of its own for either side, in both languages', () => {
  for (const language of languages) {
    const { sayLoosely } = wordsIn(language);
    const lacking = COCKPIT_FIGURES.flatMap(({ id }) =>
      ['above', 'below'].filter((side) => sayLoosely(`desk.cockpit.finding.${id}.${side}`) === null).map(() => id),
    );
    assert.deepEqual(lacking, []);
  }
});

const told = (given: Partial<Finding>, language: 'de' | 'en' = 'de') => {
  const { title, why, sign } = tellFinding(finding('resolution_sla_pct', given), {
    figure: RESOLUTIONS,
    head: { by: 'month', isRunning: false, isWhole: true },
    tile: TILE,
    words: wordsIn(language),
  });
  return [sign, title.replaceAll('\u202f', ' '), why.replaceAll(/[\u202f\u00a0]/g, ' ')];
};

const examples: readonly (readonly [
  says: string,
  given: Partial<Finding>,
  sign: string,
  title: string,
  why: string,
])[] = [
  [
    'a point beyond a limit, with the promise and where it comes from',
    { missed: { value: 85, direction: 'at_least' }, where: WHERE },
    'bad',
    'Lösungen seltener in der Frist: 73,7 %.',
    'Üblich 77,0 bis 91,8 %. Zugesagt mindestens 85 %. Vor allem Service E-Mail und Kalender: 49,1 %, n 271.',
  ],
  [
    'a point beyond the one limit that can be crossed',
    { signal: signal({ lower: 63.8, upper: 107.3 }) },
    'bad',
    'Lösungen seltener in der Frist: 73,7 %.',
    'Üblich mindestens 63,8 %.',
  ],
  [
    'a count by what it is counted per',
    { signal: signal({ measure: 'per_hundred', value: 19.3, lower: -2.8, upper: 14.6, side: 'above' }) },
    'bad',
    'Lösungen öfter in der Frist: 73,7 %.',
    'Das sind 19,3 je 100 entschiedene Fristen, üblich höchstens 14,6.',
  ],
  [
    'a run',
    { signal: signal({ rule: 'run_8', side: 'above', inARow: 9 }), tone: 'better', value: 90.1 },
    'good',
    'Lösungen öfter in der Frist: 90,1 %.',
    '9 Monate in Folge über dem Mittel von 84,4 %.',
  ],
  [
    'a missed promise that is nothing unusual',
    { signal: null, missed: { value: 85, direction: 'at_least' } },
    'risk',
    'Lösungszeit eingehalten: 73,7 %.',
    'Zugesagt mindestens 85 %. Im üblichen Rahmen.',
  ],
];

for (const [says, given, sign, title, why] of examples) {
  test(`in words: ${says}`, () => assert.deepEqual(told(given), [sign, title, why]));
}

describe('nothing stands out', () => {
  const point = { value: 4 };
  const tile = (center: number | null, verdict: string | null = null, value: number | null = 1) => ({
    chart: { center, points: [point, point, { value: null }] },
    target: verdict && { verdict },
    row: { ...ROW, value },
  });
  const told = (tiles: readonly unknown[], head = {}) =>
    calmWords(
      { head: { isWhole: true, isRunning: false, by: 'month', ...head }, tiles: { ...tiles } } as unknown as Cockpit,
      wordsIn('de'),
    );

  test('is said only where there is a usual range or a promise', () => {
    const titles = [[tile(null)], [tile(4)], [tile(null, 'kept')], [tile(null, 'too_few')]].map((tiles) => told(tiles));
    assert.deepEqual(
      titles.map(({ title }) => title),
      ['Noch nicht zu beurteilen.', 'Nichts fällt auf.', 'Nichts fällt auf.', 'Noch nicht zu beurteilen.'],
    );
  });

  test('tells how many figures have a usual range, and what those without one lack', () => {
    assert.match(told([tile(null), tile(null)]).why, /^Ein üblicher Rahmen braucht acht .* sind es 2 Monate\. Keine/);
    assert.match(told([tile(4), tile(null)]).why, /haben 1 von 2 Kennzahlen/);
    assert.match(told([tile(4), tile(5)]).why, /^Alle Kennzahlen liegen im üblichen Rahmen\./);
    assert.match(told([tile(4)], { isWhole: false }).why, /^Ein Ausschnitt von Tagen/);
  });

  test('tells how many figures have no value, and whether a promise was there to be missed', () => {
    const { why } = told([tile(4, 'kept'), tile(4, null, null)]);
    assert.match(why, /^Werte haben 1 von 2 Kennzahlen\. .* Keine Zusage ist verfehlt\.$/);
    assert.match(told([tile(4)]).why, /Keine Zusage lässt sich beurteilen\.$/);
  });
});
