import type { Instant } from '../time/instant.ts';

/** Type of a fact column, and whether it may be null. Durations are whole seconds, so that sums are exact. */
export interface Column<T extends ColumnType = ColumnType, N extends boolean = boolean> {
  readonly type: T;
  readonly isNullable: N;
}

export type ColumnType = 'instant' | 'seconds' | 'count' | 'text' | 'flag';

interface ValueTypes {
  instant: Instant;
  seconds: number;
  count: number;
  text: string;
  flag: boolean;
}

export type ColumnValue = string | number | boolean | null;

export type ValueOf<C> = C extends Column<infer T, infer N> ? ValueTypes[T] | (N extends true ? null : never) : never;

export type RowOf<C extends Record<string, Column>> = { readonly [K in keyof C]: ValueOf<C[K]> };

export function column<T extends ColumnType>(type: T): Column<T, false> {
  return { type, isNullable: false };
}

export function nullable<T extends ColumnType>(type: T): Column<T, true> {
  return { type, isNullable: true };
}
