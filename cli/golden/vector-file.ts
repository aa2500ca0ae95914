import type { JsonObject } from './vector-kind.ts';

export interface VectorFile {
  readonly name: string;
  /** The file as it is. */
  readonly content: JsonObject;
  readonly cases: readonly VectorCase[];
}

export interface VectorCase {
  readonly id: string;
  readonly vector: JsonObject;
  /** The same with every number that is written without a point as a bigint, so that whole numbers stay exact. */
  readonly exact: JsonObject;
}

/** A file that is no vector file. The message says why, in one sentence. */
export class UnreadableFile extends Error {}

/**
 * Reads a vector file.
 * @throws UnreadableFile when it is no JSON, or has no list of cases.
 */
export function readVectorFile(name: string, text: string): VectorFile {
  const content = parse(name, text);
  if (!isObject(content) || !Array.isArray(content.cases)) throw new UnreadableFile(`${name}: has no list "cases"`);
  const exact = parseWithSource(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && /^-?\d+$/.test(source) ? BigInt(source) : value,
  ) as { cases: unknown[] };
  const cases = content.cases.map((vector: unknown, index): VectorCase => {
    const exactVector = exact.cases[index];
    if (!isObject(vector) || !isObject(exactVector))
      throw new UnreadableFile(`${name}: case ${index + 1} is no object`);
    return { id: String(vector.id ?? index + 1), vector, exact: exactVector };
  });
  return { name, content, cases };
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON.parse as it is since ES2026: the reviver also gets the text a value was written as. */
const parseWithSource = JSON.parse as (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableFile(`${name}: is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
