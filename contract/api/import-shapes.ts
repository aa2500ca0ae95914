import { z } from 'zod';
import { countText, cursorText, instantAnswer, plainText } from './shapes.ts';

export const MOST_IMPORTS = 100;
const MOST_MAPPING_DEPTH = 8;
const MOST_MAPPING_VALUES = 5_000;

export const importParams = z.strictObject({ importId: z.uuid() });
export const savedMappingParams = z.strictObject({ mappingId: z.uuid() });

/** The name under which a person knows the file; its end tells whether it should be compressed. */
export const uploadQuery = z.strictObject({ name: plainText(200).min(1) });

export const importsQuery = z.strictObject({
  limit: countText(MOST_IMPORTS).optional(),
  cursor: cursorText.optional(),
});

/** A mapping on its way: the JSON of `--map`, perhaps half done. What is wrong with it is told beside it. */
export const mappingDraft = z
  .record(z.string(), z.unknown())
  .refine(isModest, { error: 'too_big' })
  .refine(isStorable, { error: 'forbidden_characters' });

export const draftBody = z.strictObject({ mapping: mappingDraft });

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15'] as const;

/** How to look at a file; what is left out is found out. `stateColumns`: whose values are counted together. */
export const inspectBody = z.strictObject({
  delimiter: z.string().min(1).max(1).optional(),
  encoding: z.enum(encodings).optional(),
  stateColumns: z.array(plainText(200).min(1)).min(1).max(9).optional(),
});

/** `expectedMapping`: what the caller believes it to be; refused when it has been changed meanwhile. */
export const dryRunBody = z.strictObject({ expectedMapping: mappingDraft.optional() });

/** `unreadableRows`: whether rows that cannot be read stop the import, or are left out with the others of their tickets. */
export const runBody = dryRunBody.extend({ unreadableRows: z.enum(['refuse', 'skip']).optional() });

export const saveMappingBody = z.strictObject({ name: plainText(100).trim().min(1), mapping: mappingDraft });

const count = z.number().int().min(0);

export const IMPORT_TASKS = ['inspect', 'dry_run', 'run'] as const;
export type ImportTask = (typeof IMPORT_TASKS)[number];

/** `interrupted`: its process has ended in the middle of it; it may be begun again. */
export const TASK_STATES = ['waiting', 'working', 'interrupted', 'done', 'failed', 'cancelled'] as const;
export type TaskState = (typeof TASK_STATES)[number];

const taskShape = z.strictObject({
  task: z.enum(IMPORT_TASKS),
  state: z.enum(TASK_STATES),
  /** `done` of `total`: bytes while the file is read, tickets while they are written. Null before it begins. */
  phase: z.enum(['reading', 'writing']).nullable(),
  done: count,
  total: count,
  /** Tickets that the run has added or continued so far; they stay, however it ends. */
  written: count,
  begunAt: instantAnswer.nullable(),
  endedAt: instantAnswer.nullable(),
  /** Why it failed, in the language of the request. */
  failure: z.string().nullable(),
});

const flow = z.strictObject({ created: count, resolved: count, closed: count });

const reportShape = z.strictObject({
  source: z.string(),
  timeZone: z.string(),
  rows: count,
  unreadableRows: count,
  /**
   * What became of the rows: together they are all. `rejected`: the unreadable ones and the others of their tickets. Null
   * in a report from before they were counted.
   */
  rowCounts: z.strictObject({ imported: count, unchanged: count, changed: count, rejected: count }).nullable(),
  /** Columns whose names stood in the file before them and were given a number. */
  numberedColumns: z.array(z.string()),
  /** Other sources that know tickets under the ids of this file: of the same system they would count twice. */
  knownElsewhere: z.array(z.strictObject({ source: z.string(), tickets: count, words: z.string() })),
  tickets: z.strictObject({ inFile: count, added: count, extended: count, unchanged: count, changed: count }),
  events: count,
  repairs: z.array(z.strictObject({ repair: z.string(), rows: count, examples: z.array(count), words: z.string() })),
  /** The first of them; `tickets.changed` counts all. */
  changedTickets: z.array(z.string()),
  months: z.array(z.strictObject({ month: z.string(), file: flow, database: flow })),
});

/** What is wrong with a mapping, at which of its keys, in the language of the request. */
const draftProblem = z.strictObject({
  kind: z.string(),
  path: z.array(z.union([z.string(), z.number()])),
  words: z.string(),
});

const rowProblem = z.strictObject({ line: count, column: z.string(), words: z.string(), value: z.string() });

/** An import in a list. */
export const importLine = z.strictObject({
  id: z.string(),
  fileName: z.string(),
  byteCount: count,
  createdAt: instantAnswer,
  /** Who uploaded it, if known. */
  createdBy: z.string().nullable(),
  /** Whether all of the file has arrived, and whether it is still there. */
  file: z.enum(['arriving', 'stored', 'removed']),
  source: z.string().nullable(),
  task: taskShape.nullable(),
  /** Counts of the real run, once there was one. */
  result: reportShape.pick({ rows: true, tickets: true }).nullable(),
});

export const importShape = importLine.extend({
  draft: z.record(z.string(), z.unknown()).nullable(),
  draftProblems: z.array(draftProblem),
  /** `isCurrent`: the mapping has not changed since. */
  dryRun: z.strictObject({ report: reportShape, isCurrent: z.boolean() }).nullable(),
  result: reportShape.nullable(),
  /** The first problems of the last dry run or run, and how many are kept. */
  problems: z.array(rowProblem),
  problemCount: count,
});

export const importsAnswer = z.strictObject({
  imports: z.array(importLine),
  nextCursor: z.string().nullable(),
  mostBytes: count,
});

const countedValue = z.strictObject({ value: z.string(), rows: count });

/** What stands in a file. */
export const inspectionAnswer = z.strictObject({
  delimiter: z.string(),
  encoding: z.enum(encodings),
  rows: count,
  /** Rows that are no CSV, or have more or fewer fields than the first line. */
  oddRows: count,
  header: z.array(z.string()),
  /** Columns whose names stood in the file before them and were given a number. */
  numberedColumns: z.array(z.string()),
  preview: z.array(z.array(z.string())),
  columns: z.array(
    z.strictObject({
      name: z.string(),
      filled: count,
      examples: z.array(z.string()),
      /** All values by their number of rows; null when there are too many. */
      values: z.array(countedValue).nullable(),
      /** How the instants in it are written, when it holds such. */
      format: z.string().nullable(),
    }),
  ),
  /** The values that the columns of the status make together, when they were asked for. */
  stateValues: z.strictObject({ columns: z.array(z.string()), values: z.array(countedValue) }).nullable(),
  /** The preset whose columns are all there. */
  preset: z.string().nullable(),
  presetMapping: z.record(z.string(), z.unknown()).nullable(),
  guess: z.record(z.string(), z.unknown()),
});

export const savedMappingShape = z.strictObject({
  id: z.string(),
  source: z.string(),
  name: z.string(),
  savedAt: instantAnswer,
  mapping: z.record(z.string(), z.unknown()),
});

export const savedMappingsAnswer = z.strictObject({ mappings: z.array(savedMappingShape) });

export const importSourcesAnswer = z.strictObject({
  /** `lastFile`: the last one that was imported from it over the API. */
  sources: z.array(z.strictObject({ source: z.string(), lastFile: z.string().nullable() })),
});

/** Not deeper and not longer than any mapping: what walks over it later must not run out of stack. */
function isModest(mapping: unknown): boolean {
  let level: unknown[] = [mapping];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    seen += level.length;
    if (depth > MOST_MAPPING_DEPTH || seen > MOST_MAPPING_VALUES) return false;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return true;
}

/** Neither NUL nor half a character, in keys and in texts. */
function isStorable(mapping: unknown): boolean {
  if (typeof mapping === 'string') return !mapping.includes('\0') && mapping.isWellFormed();
  if (typeof mapping !== 'object' || mapping === null) return true;
  return !isModest(mapping) || Object.entries(mapping).every(([name, value]) => isStorable(name) && isStorable(value));
}
