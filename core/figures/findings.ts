import type { Figure } from './definition.ts';
import type { Target, TargetVerdict } from './target.ts';
import { type TileSignal, type Tone, toneOf } from './tile-signal.ts';

/** What the findings need to know of a figure in the asked period. */
export interface JudgedTile {
  readonly figure: Figure;
  readonly value: number | null;
  /** The cases that it tells of. */
  readonly n: number;
  readonly signal: TileSignal | null;
  readonly target: (Target & { readonly verdict: TargetVerdict }) | null;
}

/** A figure that stands out, and why. Words are made of it in `text/`. */
export interface Finding {
  readonly figure: Figure;
  readonly code: 'beyond_limits' | 'run_8' | 'near_limit_3_of_4' | 'mr_beyond' | 'target_missed';
  readonly tone: Tone;
  readonly value: number;
  readonly signal: TileSignal | null;
  /** The target, when it was missed. */
  readonly missed: Target | null;
}

/**
 * The figures that stand out in a period, strongest first: figures with a signal or a missed target.
 *
 * Strongest is what a manager would ask about first. A promise that was missed by an unusual value comes before what is
 * unusually bad without a promise, that before a promise missed as ever, then what merely changed, and what is good.
 * Within these it is by how many cases more than usual the figure tells of, see `casesOf`. Not by sigmas: once a rule
 * has fired, chance is ruled out, and more sigmas only say how steady the figure used to be. Ties keep the order of the
 * tiles.
 */
export function findingsOf(tiles: readonly JudgedTile[]): Finding[] {
  return tiles
    .flatMap((tile) => {
      const finding = findingOf(tile);
      return finding === null ? [] : [{ finding, rank: rankOf(finding), cases: casesOf(finding, tile) }];
    })
    .sort((a, b) => a.rank - b.rank || b.cases - a.cases)
    .map(({ finding }) => finding);
}

function rankOf({ tone, signal, missed }: Finding): number {
  if (tone === 'better') return 4;
  if (tone === 'neutral') return 3;
  return signal === null ? 2 : missed === null ? 1 : 0;
}

/**
 * How many cases are not as they usually are, or where nothing is unusual not as they were promised. Of a share: so many
 * would have to change sides to bring it back. Of all else: the part of the cases that the distance is of the larger of
 * both values, so that a time that doubled weighs as half of its cases.
 */
function casesOf({ figure, signal, missed }: Finding, { n, value }: JudgedTile): number {
  const is = signal?.value ?? value!;
  const was = signal?.center ?? missed!.value;
  const whole = figure.kind === 'share' ? 100 : Math.max(Math.abs(is), Math.abs(was));
  return whole === 0 ? 0 : (n * Math.abs(is - was)) / whole;
}

function findingOf({ figure, value, signal, target }: JudgedTile): Finding | null {
  if (value === null) return null;
  const missed = target?.verdict === 'missed' ? target : null;
  if (signal) return { figure, code: signal.rule, tone: signal.tone, value, signal, missed };
  return missed && { figure, code: 'target_missed', tone: toneOfMiss(missed, figure), value, signal, missed };
}

/** A missed target is bad unless somebody promised a figure to be what is worse for the customer. */
function toneOfMiss({ direction }: Target, { better }: Figure): Tone {
  return better === 'neutral' ? 'worse' : toneOf(direction === 'at_least' ? 'below' : 'above', better);
}

/** How many figures of a group do what; a figure may both have a signal and a verdict. */
export interface Tally {
  readonly figures: number;
  readonly standOut: number;
  readonly kept: number;
  readonly missed: number;
  readonly open: number;
  readonly tooFew: number;
}

/** Counts the tiles of one group, or of all. */
export function tallyOf(tiles: readonly JudgedTile[]): Tally {
  const verdicts = tiles.map(({ target }) => target?.verdict ?? null);
  const countOf = (verdict: TargetVerdict): number => verdicts.filter((one) => one === verdict).length;
  return {
    figures: tiles.length,
    standOut: findingsOf(tiles).length,
    kept: countOf('kept'),
    missed: countOf('missed'),
    open: countOf('open'),
    tooFew: countOf('too_few'),
  };
}
