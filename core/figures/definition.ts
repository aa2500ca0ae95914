import type { ColumnOf, FactKind } from '../facts/kinds.ts';
import type { Witness } from '../ticket/witness.ts';
import type { FigureDimension } from './figure-dimension.ts';
import { type Asks, all, asksOf, type Predicate } from './predicate.ts';

/** Why a fact stands outside a figure though its instant lies in the period. Shown with the count (law of honesty). */
export type LeftOutReason =
  | 'spam'
  | 'test'
  | 'merged'
  | 'not_recorded'
  | 'cancelled'
  | 'waived'
  | 'monitoring'
  | 'not_eligible'
  | 'email'
  | 'portal'
  | 'other_channel';

export type Unit =
  | 'tickets'
  | 'clocks'
  | 'contacts'
  | 'percent'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'per_day'
  | 'per_ticket';
export type DurationUnit = Extract<Unit, 'minutes' | 'hours' | 'days'>;
export type Better = 'higher' | 'lower' | 'neutral';
export type Chart = 'p' | 'u' | 'xmr' | 'none';
/** `flow`: facts dated in the period. `stock`: what stood so at the period's end (cohort POINT). */
export type Basis = 'flow' | 'stock';

/** What the value is while facts are immature: it can only rise, or only fall. */
export type Bound = 'at_least' | 'at_most';
/** Names of the numbers that stand beside figures. */
export type BesideName = 'waived' | 'paused' | 'pending_customer' | 'non_issue' | 'oldest';

/**
 * A number that is always told together with the figure.
 *
 * - `figure`: another figure over facts of the same kind, asked the same question
 * - `part`: how many of the counted facts also fulfil `where`; `figure` counts the same, for the drill-down. It is read
 *   while the figure itself is, so it costs nothing
 * - `oldest`: the longest time since `since` among the counted facts, in seconds up to as_of or the point of the stock
 */
export type Beside =
  | { readonly kind: 'figure'; readonly name: BesideName; readonly figure: Figure }
  | { readonly kind: 'part'; readonly name: BesideName; readonly figure: Figure; readonly where: Predicate }
  | { readonly kind: 'oldest'; readonly name: BesideName; readonly since: string; readonly unit: DurationUnit };

interface Common {
  readonly id: string;
  readonly of: FactKind;
  readonly basis: Basis;
  /** The column whose instant puts a fact into a period. */
  readonly datedBy: string;
  /** The facts in question. */
  readonly where: Predicate;
  /** A further condition that only sources with the needed witnesses can answer; the others are left out anyway. */
  readonly whereRecorded: Predicate;
  readonly leftOut: readonly { readonly reason: LeftOutReason; readonly when: Predicate }[];
  /** Verdicts still open: counted beside the figure, by creation before the period's end. */
  readonly undecided: Predicate | null;
  /** Counted facts whose success may still change. */
  readonly immature: Predicate | null;
  /** What the value is as long as there are such facts. */
  readonly bound: Bound | null;
  readonly beside: readonly Beside[];
  /** What the figure is split by unless somebody asks otherwise. */
  readonly naturalSplit: FigureDimension | null;
  /** Falls with the age of its cohort, so periods are compared at the same distance from their end. */
  readonly isAgeing: boolean;
  readonly needs: readonly Witness[];
  readonly better: Better;
  readonly unit: Unit;
  readonly digits: number;
  readonly chart: Chart;
  /** Columns of the drill-down, in order. */
  readonly show: readonly string[];
  readonly version: number;
}

/** Number of facts, or the sum of a whole-number column of theirs. */
export interface CountFigure extends Common {
  readonly kind: 'count';
  readonly sumOf: string | null;
  readonly interval: 'poisson' | null;
  /** What a u chart counts per: working days, or hundreds of the facts of another figure. */
  readonly per: 'working_day' | { readonly hundredOf: Figure };
}

/** Share of facts with success, in percent. */
export interface ShareFigure extends Common {
  readonly kind: 'share';
  readonly success: Predicate;
  readonly interval: 'wilson' | null;
}

/** Median (the headline), mean and 90th percentile of a time, given in seconds and shown in `unit`. */
export interface DurationFigure extends Common {
  readonly kind: 'duration';
  /** A column of seconds; or the age: period end less this instant. */
  readonly seconds: { readonly column: string } | { readonly ageSince: string };
  readonly unit: DurationUnit;
  /** Lower bounds of classes of seconds, ascending; the last class is open. Null: no classes are told. */
  readonly classes: readonly number[] | null;
}

/** Mean of a whole-number column, with Student's t interval. */
export interface MeanFigure extends Common {
  readonly kind: 'mean';
  readonly column: string;
}

/** Sum over facts divided by another sum over the same facts, in percent. */
export interface QuotientFigure extends Common {
  readonly kind: 'quotient';
  readonly numerator: string;
  readonly denominator: string;
}

/** Number of facts per day on which the service was open, or per technician and day. */
export interface RateFigure extends Common {
  readonly kind: 'rate';
  readonly per: 'working_day' | 'technician_day';
}

export type Figure = CountFigure | ShareFigure | DurationFigure | MeanFigure | QuotientFigure | RateFigure;

type Ask<K extends FactKind, T> = (columns: Asks<K>) => T;

interface CommonSpec<K extends FactKind> {
  readonly id: string;
  readonly of: K;
  readonly basis?: Basis;
  readonly datedBy?: ColumnOf<K>;
  readonly where?: Ask<K, Predicate>;
  readonly whereRecorded?: Ask<K, Predicate>;
  readonly leftOut?: Ask<K, Common['leftOut']>;
  readonly undecided?: Ask<K, Predicate>;
  readonly immature?: Ask<K, Predicate>;
  readonly bound?: Bound;
  readonly beside?: readonly Beside[];
  readonly naturalSplit?: FigureDimension;
  readonly isAgeing?: true;
  readonly needs?: readonly Witness[];
  readonly better: Better;
  readonly unit: Unit;
  readonly digits?: number;
  readonly chart: Chart;
  readonly show: readonly ColumnOf<K>[];
  readonly version?: number;
}

export function count<K extends FactKind>(
  spec: CommonSpec<K> & {
    readonly sumOf?: ColumnOf<K>;
    readonly interval: CountFigure['interval'];
    readonly per?: CountFigure['per'];
  },
): CountFigure {
  const { sumOf = null, interval, per = 'working_day' } = spec;
  return Object.freeze({ ...common(spec), kind: 'count', sumOf, interval, per });
}

export function share<K extends FactKind>(
  spec: Omit<CommonSpec<K>, 'unit'> & { readonly success: Ask<K, Predicate>; readonly interval?: null },
): ShareFigure {
  const interval = spec.interval === null ? null : 'wilson';
  const success = spec.success(asksOf(spec.of));
  return Object.freeze({ ...common({ ...spec, unit: 'percent' }), kind: 'share', success, interval });
}

export function duration<K extends FactKind>(
  spec: CommonSpec<K> & { readonly unit: DurationUnit; readonly classes?: readonly number[] } & (
      | { readonly column: ColumnOf<K> }
      | { readonly ageSince: ColumnOf<K> }
    ),
): DurationFigure {
  const seconds = 'column' in spec ? { column: spec.column } : { ageSince: spec.ageSince };
  return Object.freeze({ ...common(spec), kind: 'duration', seconds, unit: spec.unit, classes: spec.classes ?? null });
}

export function mean<K extends FactKind>(spec: CommonSpec<K> & { readonly column: ColumnOf<K> }): MeanFigure {
  return Object.freeze({ ...common(spec), kind: 'mean', column: spec.column });
}

export function quotient<K extends FactKind>(
  spec: Omit<CommonSpec<K>, 'unit'> & { readonly numerator: ColumnOf<K>; readonly denominator: ColumnOf<K> },
): QuotientFigure {
  const { numerator, denominator } = spec;
  return Object.freeze({ ...common({ ...spec, unit: 'percent' }), kind: 'quotient', numerator, denominator });
}

export function rate<K extends FactKind>(
  spec: Omit<CommonSpec<K>, 'unit'> & { readonly per: RateFigure['per'] },
): RateFigure {
  return Object.freeze({ ...common({ ...spec, unit: 'per_day' }), kind: 'rate', per: spec.per });
}

function common<K extends FactKind>(spec: CommonSpec<K>): Common {
  const columns = asksOf(spec.of);
  return {
    id: spec.id,
    of: spec.of,
    basis: spec.basis ?? 'flow',
    datedBy: spec.datedBy ?? 'at',
    where: spec.where?.(columns) ?? all(),
    whereRecorded: spec.whereRecorded?.(columns) ?? all(),
    leftOut: spec.leftOut?.(columns) ?? [],
    undecided: spec.undecided?.(columns) ?? null,
    immature: spec.immature?.(columns) ?? null,
    bound: spec.bound ?? null,
    beside: spec.beside ?? [],
    naturalSplit: spec.naturalSplit ?? null,
    isAgeing: spec.isAgeing ?? false,
    needs: spec.needs ?? [],
    better: spec.better,
    unit: spec.unit,
    digits: spec.digits ?? (spec.unit === 'tickets' || spec.unit === 'clocks' || spec.unit === 'contacts' ? 0 : 1),
    chart: spec.chart,
    show: spec.show,
    version: spec.version ?? 1,
  };
}
