import type { Kysely } from 'kysely';
import { EXPORT_TYPES, type FileQuery } from '#contract/api/export-shapes.ts';
import type { Issue } from '#contract/api/problems.ts';
import type { Instant } from '#core/time/instant.ts';
import { formatLocalDate } from '#core/time/local-date.ts';
import { localDateAt } from '#core/time/zone.ts';
import type { Database } from '#server/database/schema.ts';
import type { FileHandlers, SentFile } from '#server/platform/api/mount-files.ts';
import { breathing } from '#server/platform/breath.ts';
import { HttpProblem, refuseIssues } from '#server/platform/problem.ts';
import type { Language } from '#text/language.ts';
import {
  comparisonIn,
  type FigureRouteOptions,
  figureAsked,
  readQuestion,
  refuseTooManyRows,
  tabAsked,
} from '../figures/index.ts';
import { type Exported, exportedTable, type FileFormat, writeTable } from './exported-table.ts';
import { begun } from './row-cursor.ts';

/** What the database sends at once is read at once, and must not hold up other requests (law 13). */
const FACTS_PER_BATCH = 500;

/** Who asks, and for what file. */
interface Asked {
  readonly tenantId: string;
  readonly exported: Exported;
  readonly file: FileQuery;
  readonly language: Language;
}

/** Exports as files over HTTP: the question of the JSON routes, the tables of the command line. */
export function exportHandlers({
  reports,
  now,
  ...installation
}: FigureRouteOptions): FileHandlers<'exportFigure' | 'exportFacts'> {
  const settings = () => ({ ...installation, now: now() });
  return {
    exportFigure: async ({ params, query, caller, language }) => {
      const question = readQuestion(figureAsked(params.id), query, settings());
      const comparison = comparisonIn(question, query);
      const exported: Exported =
        comparison === null ? { kind: 'figure', question } : { kind: 'compare', question: comparison };
      return fileOf(reports, { tenantId: caller.tenantId, exported, file: query, language });
    },
    exportFacts: async ({ params, query, caller, language }) => {
      const figure = figureAsked(params.id);
      const question = readQuestion(figure, query, settings());
      const exported = { kind: 'tickets', question, wanted: tabAsked(figure, query) } as const;
      return fileOf(reports, { tenantId: caller.tenantId, exported, file: query, language });
    },
  };
}

async function fileOf(db: Kysely<Database>, { tenantId, exported, file, ...asked }: Asked): Promise<SentFile> {
  const format = formatOf(file);
  const language = file.language ?? asked.language;
  const asTable = { ...exported, language, factsPerBatch: FACTS_PER_BATCH };
  const made = await exportedTable(db, tenantId, asTable).catch(refuseTooManyRows);
  if (made.kind === 'refused') throw refusal('/to', 'not_begun');
  // The first row is read before the answer begins, so that a database in trouble is still told in words.
  const table = { ...made.table, rows: await begun(breathing(made.table.rows)) };
  return {
    name: `${nameOf(exported)}.${format.kind}`,
    mediaType: EXPORT_TYPES[format.kind],
    write: (sink) => writeTable(table, sink, { format, language }),
  };
}

/** The figure, what of it, and its first and last day, as pictures of it are called: plain letters by their making. */
function nameOf(exported: Exported): string {
  const { figure, asOf, zone } = exported.question;
  const day = (instant: Instant) => formatLocalDate(localDateAt(zone, instant));
  if (exported.kind === 'compare') return `${figure.id}_compared_${day(asOf)}`;
  const { edges } = exported.question;
  const part = exported.kind === 'tickets' ? '_facts' : '';
  return `${figure.id}${part}_${day(edges[0]!)}_${day((edges.at(-1)! - 1) as Instant)}`;
}

function formatOf({ format = 'csv', delimiter, bom, decimalComma }: FileQuery): FileFormat {
  if (format === 'csv') {
    const mark = { bom: bom ? 'with' : 'without', decimalMark: decimalComma ? ',' : '.' } as const;
    return { kind: 'csv', options: { delimiter: delimiter ?? ',', ...mark } };
  }
  const csvOnly = Object.entries({ delimiter, bom, decimalComma }).filter(([, value]) => value !== undefined);
  refuseIssues(csvOnly.map(([name]): Issue => ({ in: 'query', pointer: `/${name}`, code: 'csv_only' })));
  return { kind: 'xlsx' };
}

function refusal(pointer: string, code: Issue['code']): HttpProblem {
  return new HttpProblem('invalid_request', { issues: [{ in: 'query', pointer, code }] });
}
