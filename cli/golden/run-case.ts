import { type Mismatch, mismatches } from './compare.ts';
import type { VectorCase, VectorFile } from './vector-file.ts';
import type { JsonObject, VectorKind } from './vector-kind.ts';

const TOLERANCE = 1e-9;

/** What core gets wrong about a case; empty when all is right. An error that core throws is a mismatch of its own. */
export async function runCase(kind: VectorKind, { vector, exact }: VectorCase, file: VectorFile): Promise<Mismatch[]> {
  try {
    const expected = (kind.expected ?? expectedFields)(exact);
    const got = await kind.got(vector, file.content);
    return mismatches(expected, got, kind.tolerance?.(vector) ?? TOLERANCE);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ field: 'error', expected: 'an answer', got: message }];
  }
}

/** The fields of `expected`, or else all whose names begin with it. */
function expectedFields(exact: JsonObject): unknown {
  if ('expected' in exact) return exact.expected;
  const fields = Object.entries(exact).filter(([name]) => name.startsWith('expected_'));
  if (fields.length === 0) throw new Error('the case expects nothing');
  return Object.fromEntries(fields);
}
