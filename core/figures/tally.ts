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
  /** Sum of the denominator of a quotient. */
  readonly secondSum: number;
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

/** Counted facts per bucket `[bounds[i], bounds[i + 1])` of seconds; the last bucket is open. */
export interface HistogramRow {
  readonly period: number;
  readonly split: string | null;
  readonly bucket: number;
  readonly facts: number;
}

/** Distinct technicians and local days among the counted contacts. */
export interface TechnicianDaysRow {
  readonly period: number;
  readonly split: string | null;
  readonly days: number;
}

/** An interpreter of figures: SQL over the fact tables, or arrays in memory. Both answer the same. */
export interface FigureSource {
  tally(query: FigureQuery): Promise<readonly TallyRow[]>;
  undecided(query: FigureQuery): Promise<readonly UndecidedRow[]>;
  ranked(query: FigureQuery, wanted: readonly RanksWanted[]): Promise<readonly RankedRow[]>;
  histogram(query: FigureQuery, bounds: readonly number[]): Promise<readonly HistogramRow[]>;
  technicianDays(query: FigureQuery): Promise<readonly TechnicianDaysRow[]>;
}
