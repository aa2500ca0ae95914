import { isObject } from './vector-file.ts';

/** A field whose value is not the expected one. */
export interface Mismatch {
  readonly field: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** So near to zero a float counts as zero: no relative tolerance can say it. */
const NEAR_ZERO = 1e-12;

/**
 * Compares field by field. Whole numbers (bigint in `expected`), texts, booleans and null exactly, floats within the
 * relative tolerance. What is not expected is not looked at; what is expected and missing is a mismatch.
 */
export function mismatches(expected: unknown, got: unknown, tolerance: number, field = ''): Mismatch[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return [{ field, expected, got }];
    return expected.flatMap((value, i) => mismatches(value, got[i], tolerance, `${field}[${i}]`));
  }
  if (isObject(expected)) {
    if (!isObject(got)) return [{ field, expected, got }];
    return Object.entries(expected).flatMap(([key, value]) =>
      mismatches(value, got[key], tolerance, field === '' ? key : `${field}.${key}`),
    );
  }
  return isSame(expected, got, tolerance) ? [] : [{ field, expected, got }];
}

/** Writes a value as JSON, bigints as numbers and what is missing as `nothing`. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? Number(part) : part));
}

function isSame(expected: unknown, got: unknown, tolerance: number): boolean {
  if (typeof expected === 'bigint') return typeof got === 'number' && got === Number(expected);
  if (typeof expected !== 'number') return expected === got;
  if (typeof got !== 'number') return false;
  const distance = Math.abs(expected - got);
  return distance <= Math.max(tolerance * Math.max(Math.abs(expected), Math.abs(got)), NEAR_ZERO);
}
