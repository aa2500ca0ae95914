import type { FigureQuery } from './query.ts';

/** Facts of one period and one split value that share a fate: counted (reason null) or left out for one reason. */
export interface TallyRow {
  /** Index of the period, from 0. */
  readonly period: number;
  readonly split: string | null;
  readonly reason: string | null;
  readonly facts: number;
  /** Share figures: how many with success. */
  readonly successes: number;
  readonly immature: number;
  /** Sum of the first column of the figure: the summed column, the seconds, the numerator. */
  readonly firstSum: number;
  /** Sum of the denominator of a quotient, or of the squares of a mean. */
  readonly secondSum: number;
  /** Durations with classes: how many facts have at least the lower bound of each class. */
  readonly atLeast: readonly number[];
  /** How many facts each part beside the figure has, in the order of the definition. */
  readonly parts: readonly number[];
  /** The longest time since the instant that the figure tells the oldest by, in seconds; null for other figures. */
  readonly oldest: number | null;
  /**
   * Durations of a stock: the seconds of all these facts, ascending. Stocks are small beside what is read to find them,
   * so order statistics of theirs need no second reading. Null for other figures, and when there are many periods: then
   * `ranked` is asked.
   */
  readonly sorted: readonly number[] | null;
}

/** The facts of a figure by their fate, and those whose verdict is open: both come from one reading. */
export interface Tally {
  readonly rows: readonly TallyRow[];
  readonly undecided: readonly UndecidedRow[];
}

/** Facts with an open verdict, by the number of edges at or before the creation of their ticket. */
export interface UndecidedRow {
  readonly edgesBefore: number;
  readonly split: string | null;
  readonly facts: number;
}

/** Which order statistics (ranks from 0, of counted facts) of one group are wanted. */
export interface RanksWanted {
  readonly period: number;
  readonly split: string | null;
  readonly ranks: readonly number[];
}

export interface RankedRow {
  readonly period: number;
  readonly split: string | null;
  readonly rank: number;
  readonly seconds: number;
}

/** What a comparison of skewed times needs of the counted facts: sums over natural logarithms of their seconds. */
export interface LogSumsRow {
  readonly period: number;
  readonly split: string | null;
  readonly facts: number;
  /** Facts of no length at all: they have no logarithm and are in no sum. */
  readonly zeros: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

/** Distinct technicians and local days among the counted contacts. */
export interface TechnicianDaysRow {
  readonly period: number;
  readonly split: string | null;
  readonly days: number;
}

/** An interpreter of figures: SQL over the fact tables, or arrays in memory. Both answer the same. */
export interface FigureSource {
  tally(query: FigureQuery): Promise<Tally>;
  /** Asked for those seconds that did not come with the tally. */
  ranked(query: FigureQuery, wanted: readonly RanksWanted[]): Promise<readonly RankedRow[]>;
  logSums(query: FigureQuery): Promise<readonly LogSumsRow[]>;
  technicianDays(query: FigureQuery): Promise<readonly TechnicianDaysRow[]>;
}
