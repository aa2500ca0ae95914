import type { ColumnOf, FactKind } from '../facts/kinds.ts';
import type { Witness } from '../ticket/witness.ts';
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
  | 'not_eligible';

export type Unit = 'tickets' | 'clocks' | 'contacts' | 'percent' | 'minutes' | 'hours' | 'days' | 'ratio';
export type DurationUnit = Extract<Unit, 'minutes' | 'hours' | 'days'>;
export type Better = 'higher' | 'lower' | 'neutral';
export type Chart = 'p' | 'u' | 'xmr' | 'none';
/** `flow`: facts dated in the period. `stock`: what stood so at the period's end (cohort POINT). */
export type Basis = 'flow' | 'stock';

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

export type Figure = CountFigure | ShareFigure | DurationFigure | QuotientFigure | RateFigure;

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
  readonly needs?: readonly Witness[];
  readonly better: Better;
  readonly unit: Unit;
  readonly digits?: number;
  readonly chart: Chart;
  readonly show: readonly ColumnOf<K>[];
  readonly version?: number;
}

export function count<K extends FactKind>(
  spec: CommonSpec<K> & { readonly sumOf?: ColumnOf<K>; readonly interval: CountFigure['interval'] },
): CountFigure {
  return Object.freeze({ ...common(spec), kind: 'count', sumOf: spec.sumOf ?? null, interval: spec.interval });
}

export function share<K extends FactKind>(
  spec: Omit<CommonSpec<K>, 'unit'> & { readonly success: Ask<K, Predicate>; readonly interval?: null },
): ShareFigure {
  const interval = spec.interval === null ? null : 'wilson';
  const success = spec.success(asksOf(spec.of));
  return Object.freeze({ ...common({ ...spec, unit: 'percent' }), kind: 'share', success, interval });
}

export function duration<K extends FactKind>(
  spec: CommonSpec<K> & { readonly unit: DurationUnit } & (
      | { readonly column: ColumnOf<K> }
      | { readonly ageSince: ColumnOf<K> }
    ),
): DurationFigure {
  const seconds = 'column' in spec ? { column: spec.column } : { ageSince: spec.ageSince };
  return Object.freeze({ ...common(spec), kind: 'duration', seconds, unit: spec.unit });
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
  return Object.freeze({ ...common({ ...spec, unit: 'ratio' }), kind: 'rate', per: spec.per });
}

/** The same figure over fewer facts: those that also fulfil `condition`. */
export function narrow<F extends Figure>(figure: F, condition: Predicate): F {
  const narrowed: F = { ...figure, where: all(figure.where, condition) };
  return Object.freeze(narrowed);
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
    needs: spec.needs ?? [],
    better: spec.better,
    unit: spec.unit,
    digits: spec.digits ?? (spec.unit === 'tickets' || spec.unit === 'clocks' || spec.unit === 'contacts' ? 0 : 1),
    chart: spec.chart,
    show: spec.show,
    version: spec.version ?? 1,
  };
}
