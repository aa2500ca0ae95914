import type { z } from 'zod';
import type { importLine, importShape, inspectionAnswer, savedMappingShape } from '#contract/api/import-shapes.ts';
import { instantOut } from '#contract/api/shapes.ts';
import type { Instant } from '#core/time/instant.ts';
import { say, sayLoosely, type TextKey } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import type { RowProblem } from './import-problem.ts';
import type { ImportReport } from './import-report.ts';
import type { Inspection } from './inspect-log.ts';
import { draftProblems } from './mapping-words.ts';
import { PRESETS } from './presets.ts';
import type { SavedMapping } from './saved-mapping-store.ts';
import type { KeptFailure, StoredImport } from './stored-import.ts';

/** An import in a list. */
export function importLineOut(row: StoredImport, language: Language): z.input<typeof importLine> {
  const { result } = row;
  return {
    id: row.id,
    fileName: row.fileName,
    byteCount: row.byteCount,
    createdAt: instantOut(row.createdAt),
    createdBy: row.createdBy,
    file: row.removedAt !== null ? 'removed' : row.storedAt !== null ? 'stored' : 'arriving',
    source: result?.source ?? row.taskSource,
    task: taskOut(row, language),
    result: result && { rows: result.rows, tickets: result.tickets },
  };
}

export interface ImportParts {
  readonly row: StoredImport;
  /** Names of the columns of its file; null before it was looked at. */
  readonly header: readonly string[] | null;
  readonly problems: readonly RowProblem[];
}

/** An import with all that belongs to it. */
export function importOut({ row, header, problems }: ImportParts, language: Language): z.input<typeof importShape> {
  const { draft, dryRun, result } = row;
  return {
    ...importLineOut(row, language),
    draft,
    draftProblems: draft === null ? [] : draftProblems(draft, header, { language }).map(withPath),
    dryRun: dryRun && { report: reportOut(dryRun, language), isCurrent: row.isDryRunCurrent },
    result: result && reportOut(result, language),
    problems: problems.map((problem) => ({
      line: problem.line,
      column: problem.column,
      words: problemWords(problem, language),
      value: problem.value,
    })),
    problemCount: row.problemCount,
  };
}

export function problemWords({ problem }: Pick<RowProblem, 'problem'>, language: Language): string {
  return sayLoosely(language, `import.problem.${problem}`, {});
}

export function inspectionOut(found: Inspection): z.input<typeof inspectionAnswer> {
  const { header, preview, columns, stateValues, guess, numberedColumns = [], ...rest } = found;
  return {
    ...rest,
    header: [...header],
    numberedColumns: [...numberedColumns],
    preview: preview.map((row) => [...row]),
    columns: columns.map(({ name, filled, examples, values, format }) => ({
      name,
      filled,
      examples: [...examples],
      values: values && [...values],
      format,
    })),
    stateValues: stateValues && { columns: [...stateValues.columns], values: [...stateValues.values] },
    presetMapping: found.preset === null ? null : (PRESETS[found.preset] as Record<string, unknown>),
    guess: { ...guess },
  };
}

export function savedMappingOut({ savedAt, mapping, ...saved }: SavedMapping): z.input<typeof savedMappingShape> {
  return { ...saved, savedAt: instantOut(savedAt), mapping: { ...mapping } };
}

function taskOut(row: StoredImport, language: Language): z.input<typeof importLine>['task'] {
  const { task, taskState } = row;
  if (task === null || taskState === null) return null;
  const at = (instant: Instant | null) => (instant === null ? null : instantOut(instant));
  return {
    task,
    state: taskState,
    phase: row.phase,
    done: row.done,
    total: row.total,
    written: row.written,
    begunAt: at(row.begunAt),
    endedAt: at(row.endedAt),
    failure: row.failure && failureWords(row.failure, language),
  };
}

/** What the command line says of its options is said otherwise here. */
const OTHERWISE: Readonly<Record<string, TextKey>> = {
  'failure.importRefused': 'import.task.refused',
  'failure.importDelimiter': 'import.task.delimiter',
  'failure.importUtf16': 'import.task.utf16',
  'failure.importEncoding': 'import.task.encoding',
};

function failureWords({ key, params }: KeptFailure, language: Language): string {
  return sayLoosely(language, OTHERWISE[key] ?? key, params);
}

function reportOut(report: ImportReport, language: Language): NonNullable<z.input<typeof importShape>['result']> {
  const { source, timeZone, rows, unreadableRows, tickets, events, repairs, changedTickets, months } = report;
  const { rowCounts, numberedColumns = [], knownElsewhere = [] }: Partial<ImportReport> = report;
  return {
    source,
    timeZone,
    rows,
    unreadableRows,
    // Reports that were kept before rows were counted so lack them.
    rowCounts: rowCounts ?? null,
    numberedColumns: [...numberedColumns],
    knownElsewhere: knownElsewhere.map((known) => ({
      ...known,
      words: say(language, 'import.knownElsewhere', {
        tickets: new Intl.NumberFormat(language).format(known.tickets),
        source: known.source,
      }),
    })),
    tickets,
    events,
    repairs: repairs.map(({ repair, rows: count, examples }) => ({
      repair,
      rows: count,
      examples: [...examples],
      words: sayLoosely(language, `import.repair.${repair}`, {}),
    })),
    changedTickets: [...changedTickets],
    months: [...months],
  };
}

function withPath<P extends { readonly path: readonly (string | number)[] }>(problem: P) {
  return { ...problem, path: [...problem.path] };
}
