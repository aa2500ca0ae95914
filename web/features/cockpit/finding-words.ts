import type { DeskKey } from '#text/desk-english.ts';
import { dimensionValueName } from '#web/shell/dimension-words.ts';
import type { Words } from '#web/shell/words.tsx';
import { measuredOf, measuredText, possibleValues } from '#web/ui/charts/chart-figure.ts';
import { periodCount } from '#web/ui/charts/period-words.ts';
import { usualText } from '#web/ui/charts/usual-text.ts';
import type { SignName } from '#web/ui/sign.tsx';
import type { Cockpit, Finding, Tile, TileFigure, TileSignal } from './cockpit-lines.ts';
import { promisesOf, rangesOf } from './recorded.ts';
import { courseVerdict, type TileContext } from './tile-words.ts';

type FindingWords = Pick<Words, 'language' | 'say' | 'sayLoosely' | 'format'>;

/** A finding in words: a short sentence, and why. */
export interface FindingTold {
  readonly sign: SignName;
  readonly title: string;
  readonly why: string;
}

interface FindingContext {
  readonly figure: TileFigure;
  readonly head: TileContext['head'];
  /** The tile that the finding is about. */
  readonly tile: Tile;
  readonly words: FindingWords;
}

/**
 * What a finding says. A signal is told by a sentence of its figure ("more tickets came back") and what is usual; a
 * missed target without a signal by name and value. Then what was promised, what the tile says of the course, and where
 * it comes from.
 */
export function tellFinding(finding: Finding, context: FindingContext): FindingTold {
  const { figure, tile, words } = context;
  const { signal, missed, where } = finding;
  const parts = [
    signal ? signalSentence(signal, context) : null,
    missed ? promiseSentence(missed, context) : null,
    signal === null ? `${courseVerdict(tile, context).text}.` : null,
    where ? whereSentence(where, context) : null,
  ];
  return {
    sign: signOf(finding),
    title: titleOf(finding, figure, words),
    why: parts.filter((part) => part !== null).join(' '),
  };
}

/** A finding in a list of others: its sentence without the full stop. */
export function briefFinding(finding: Finding, { figure, words }: Pick<FindingContext, 'figure' | 'words'>): string {
  return titleOf(finding, figure, words).replace(/\.$/, '');
}

/** That nothing stands out, or that nothing could, and why: only figures with a usual range can lie in it. */
export function calmWords(
  cockpit: Pick<Cockpit, 'head' | 'tiles'>,
  { say, format }: FindingWords,
): { readonly title: string; readonly why: string } {
  const { head } = cockpit;
  const { ranged, all } = rangesOf(cockpit);
  const promises = promisesOf(cockpit);
  const title = say(ranged > 0 || promises > 0 ? 'desk.cockpit.found.none' : 'desk.cockpit.found.unjudged');
  const counts = { n: format.whole(ranged), all: format.whole(all) };
  const valued = Object.values(cockpit.tiles).filter(({ row }) => row.value !== null).length;
  const ranges = head.isRunning
    ? say('desk.cockpit.found.running')
    : !head.isWhole
      ? say('desk.cockpit.found.stretch')
      : ranged === 0
        ? say('desk.cockpit.found.noRanges', { periods: periodCount(longestCourse(cockpit), head.by, { say }) })
        : say(ranged === all ? 'desk.cockpit.found.noneWhy' : 'desk.cockpit.found.someRanges', counts);
  const parts = [
    valued === all ? null : say('desk.cockpit.found.valued', { ...counts, n: format.whole(valued) }),
    ranges,
    say(promises === 0 ? 'desk.cockpit.found.noPromises' : 'desk.cockpit.found.noneMissed'),
  ];
  return { title, why: parts.filter((part) => part !== null).join(' ') };
}

/** How many periods with values the longest course has. */
function longestCourse({ tiles }: Pick<Cockpit, 'tiles'>): number {
  const used = Object.values(tiles).map(({ chart }) => chart?.points.filter(({ value }) => value !== null).length ?? 0);
  return Math.max(0, ...used);
}

function signOf({ signal, tone }: Finding): SignName {
  if (signal === null) return 'risk';
  return ({ better: 'good', worse: 'bad', neutral: 'changed' } as const)[tone];
}

function titleOf({ signal, value }: Finding, figure: TileFigure, { say, sayLoosely, format }: FindingWords): string {
  const text = format.withUnit(value, figure);
  const own =
    signal && sayLoosely(`desk.cockpit.finding.${figure.id}.${signal.side}` satisfies string, { value: text });
  return own ?? say('desk.cockpit.finding.missed', { name: figure.name, value: text });
}

function signalSentence(signal: TileSignal, { figure, head, words }: FindingContext): string {
  const { say } = words;
  const { rule, side, measure } = signal;
  const measured = measuredOf(figure, signal);
  const written = (given: number): string => measuredText(given, measured, words);
  const fillings = {
    low: written(signal.lower),
    high: written(signal.upper),
    center: written(signal.center),
    // What lies beyond a limit crossed one that can be crossed.
    range: usualText(signal, { measured, possible: possibleValues({ ...figure, ...measured }), words }) ?? '',
    periods: periodCount(signal.inARow, head.by, words),
  };
  switch (rule) {
    case 'beyond_limits': {
      if (measure === 'value') return say('desk.cockpit.why.beyond_limits', fillings);
      return say('desk.cockpit.why.beyond_measured', { ...fillings, value: written(signal.value) });
    }
    case 'mr_beyond':
      return say('desk.cockpit.why.mr_beyond');
    default:
      return say(`desk.cockpit.why.${rule}.${side}` satisfies DeskKey, fillings);
  }
}

function promiseSentence(
  { value, direction }: NonNullable<Finding['missed']>,
  { figure, words }: FindingContext,
): string {
  return words.say(`desk.cockpit.why.target.${direction}`, { target: words.format.tight(value, figure) });
}

function whereSentence(where: NonNullable<Finding['where']>, { figure, words }: FindingContext): string {
  const { say, format } = words;
  const { row } = where;
  const fillings = {
    where: dimensionValueName(where, words),
    value: row.value === null ? say('desk.cockpit.tile.noValue') : format.withUnit(row.value, figure),
  };
  // What merely counts is its own n.
  if (row.value === row.n) return say('desk.cockpit.why.whereCount', fillings);
  return say('desk.cockpit.why.where', { ...fillings, n: format.whole(row.n) });
}
