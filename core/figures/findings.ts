import type { Figure } from './definition.ts';
import type { Target, TargetVerdict } from './target.ts';
import { type TileSignal, type Tone, toneOf } from './tile-signal.ts';

/** What the findings need to know of a figure in the asked period. */
export interface JudgedTile {
  readonly figure: Figure;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
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
 * Ranks of findings. First what lies beyond its limits; then slow shifts, told by runs, by points near a limit, and by
 * jumps; then missed targets that are nothing unusual.
 */
const RANKS: Readonly<Record<Finding['code'], number>> = {
  beyond_limits: 0,
  run_8: 1,
  near_limit_3_of_4: 2,
  mr_beyond: 2,
  target_missed: 3,
};
const TONES: Readonly<Record<Tone, number>> = { worse: 0, neutral: 1, better: 2 };

/**
 * The figures that stand out in a period, strongest first: figures with a signal or a missed target. Within a rank what
 * is bad comes before what merely changed, and that before what is good; among these the strongest first. Strength is
 * the distance from the centre in sigmas for points beyond a limit and for jumps, the number of periods for runs, and for
 * targets the distance from the target as a share of it. Ties keep the order of the tiles.
 */
export function findingsOf(tiles: readonly JudgedTile[]): Finding[] {
  return tiles
    .flatMap((tile) => findingOf(tile) ?? [])
    .sort(
      (a, b) =>
        RANKS[a.code] - RANKS[b.code] || TONES[a.tone] - TONES[b.tone] || byStrength(strengthOf(a), strengthOf(b)),
    );
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

function strengthOf({ code, signal, value, missed }: Finding): number {
  if (code === 'run_8') return signal!.inARow;
  if (signal) return signal.sigmas ?? Number.POSITIVE_INFINITY;
  return Math.abs(value - missed!.value) / Math.max(Math.abs(missed!.value), Number.EPSILON);
}

function byStrength(a: number, b: number): number {
  return a === b ? 0 : b - a;
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
