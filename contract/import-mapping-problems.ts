import type * as z from 'zod';
import { importMapping } from './import-mapping.ts';
import { type ContradictionKind, contradictionsOf } from './import-mapping-contradictions.ts';

/** What is wrong with a single key of a mapping; the words stand in text/. */
export type KeyProblemKind =
  | 'missing'
  | 'object'
  | 'text'
  | 'list'
  | 'choice'
  | 'unknownKey'
  | 'empty'
  | 'tooLong'
  | 'pair'
  | 'date'
  | 'sourceName'
  | 'delimiter'
  | 'format'
  | 'timeZone'
  | 'timeOfDay'
  | 'hoursOverMidnight'
  | 'region'
  | 'years';

export type MappingProblemKind = KeyProblemKind | ContradictionKind;

export interface MappingProblem {
  readonly kind: MappingProblemKind;
  readonly path: readonly (string | number)[];
  /** What may stand there, for `choice`. */
  readonly choices: readonly string[];
}

/** Everything that is wrong with a mapping, in the order of its keys; empty when `importMapping` accepts it. */
export function mappingProblems(raw: unknown): MappingProblem[] {
  const result = importMapping.safeParse(raw);
  const problems = result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue, raw));
  for (const { problem, path } of contradictionsOf(raw)) {
    if (!problems.some((known) => isSamePath(known.path, path))) problems.push({ kind: problem, path, choices: [] });
  }
  return problems;
}

function problemsOf(issue: z.core.$ZodIssue, raw: unknown): MappingProblem[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const one = (kind: MappingProblemKind, choices: readonly string[] = []): MappingProblem[] => [
    { kind, path, choices },
  ];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key): MappingProblem => ({ kind: 'unknownKey', path: [...path, key], choices: [] }));
  }
  if (issue.code === 'custom') return one(issue.params?.problem as MappingProblemKind);
  if (valueAt(raw, path) === undefined) return one('missing');
  switch (issue.code) {
    case 'invalid_type':
      return one(TYPES[issue.expected] ?? 'object');
    case 'invalid_value':
      return one('choice', issue.values.map(String));
    case 'too_small':
      return one(issue.origin === 'array' && issue.minimum > 1 ? 'pair' : 'empty');
    case 'too_big':
      return one(issue.origin === 'array' ? 'pair' : 'tooLong');
    case 'invalid_format':
      return one('date');
    case 'invalid_union':
      return one('text');
    default:
      return one('object');
  }
}

const TYPES: Readonly<Record<string, KeyProblemKind>> = {
  string: 'text',
  array: 'list',
  tuple: 'pair',
  object: 'object',
  record: 'object',
};

function valueAt(raw: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
    raw,
  );
}

function isSamePath(a: readonly (string | number)[], b: readonly (string | number)[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
