import type { z } from 'zod';
import {
  draftBody,
  dryRunBody,
  type importLine,
  importParams,
  importShape,
  importSourcesAnswer,
  importsAnswer,
  importsQuery,
  inspectBody,
  inspectionAnswer,
  runBody,
  savedMappingParams,
  savedMappingShape,
  savedMappingsAnswer,
  saveMappingBody,
  uploadQuery,
} from './import-shapes.ts';
import { fileRoute, type Route, route, uploadRoute } from './route.ts';
import { nothing } from './shapes.ts';

const id = '0199a000-0000-7000-8000-000000000007';
const params = { importId: id };
const mapping = { source: 'our-desk', rows: 'event', ticket: { column: 'Ticket' }, at: { column: 'Time' } };
const access = 'imports.run';
const group = 'imports';

const line = {
  id,
  fileName: 'desk.csv.gz',
  byteCount: 48_211,
  createdAt: '2026-03-02T08:00:00Z',
  createdBy: null,
  file: 'stored',
  source: 'our-desk',
  task: {
    task: 'dry_run',
    state: 'working',
    phase: 'writing',
    done: 500,
    total: 2_000,
    written: 480,
    begunAt: '2026-03-02T08:05:00Z',
    endedAt: null,
    failure: null,
  },
  result: null,
} satisfies z.input<typeof importLine>;

const shown = {
  ...line,
  draft: mapping,
  draftProblems: [],
  dryRun: null,
  problems: [],
  problemCount: 0,
} satisfies z.input<typeof importShape>;

const saved = {
  id,
  source: 'our-desk',
  name: 'Every month',
  savedAt: '2026-03-02T08:00:00Z',
  mapping,
} satisfies z.input<typeof savedMappingShape>;

/** Uploaded logs, what stands in them, and saved mappings. */
export const importReadRoutes = {
  listImports: route({
    method: 'GET',
    path: '/api/v1/imports',
    access,
    group,
    params: nothing,
    query: importsQuery,
    body: nothing,
    status: 200,
    answer: importsAnswer,
    problems: [],
    example: {
      params: {},
      query: { limit: '20' },
      body: {},
      answer: { imports: [line], nextCursor: null, mostBytes: 536_870_912 },
    },
  }),
  readImport: route({
    method: 'GET',
    path: '/api/v1/imports/{importId}',
    access,
    group,
    params: importParams,
    query: nothing,
    body: nothing,
    status: 200,
    answer: importShape,
    problems: ['not_found'],
    example: { params, query: {}, body: {}, answer: shown },
  }),
  readInspection: route({
    method: 'GET',
    path: '/api/v1/imports/{importId}/inspection',
    access,
    group,
    params: importParams,
    query: nothing,
    body: nothing,
    status: 200,
    answer: inspectionAnswer,
    problems: ['not_found'],
    example: {
      params,
      query: {},
      body: {},
      answer: {
        delimiter: ';',
        encoding: 'utf-8',
        rows: 22,
        oddRows: 0,
        header: ['Ticket', 'Time'],
        numberedColumns: [],
        preview: [['D-101', '2026-03-02T08:00:00+01:00']],
        columns: [{ name: 'Ticket', filled: 22, examples: ['D-101'], values: null, format: null }],
        stateValues: null,
        preset: null,
        presetMapping: null,
        guess: mapping,
      },
    },
  }),
  listImportSources: route({
    method: 'GET',
    path: '/api/v1/import-sources',
    access,
    group,
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    answer: importSourcesAnswer,
    problems: [],
    example: {
      params: {},
      query: {},
      body: {},
      answer: { sources: [{ source: 'our-desk', lastFile: 'desk.csv.gz' }] },
    },
  }),
  listImportMappings: route({
    method: 'GET',
    path: '/api/v1/import-mappings',
    access,
    group,
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    answer: savedMappingsAnswer,
    problems: [],
    example: { params: {}, query: {}, body: {}, answer: { mappings: [saved] } },
  }),
} as const;

/** The file itself, as the bytes of the request. */
export const importUploadRoutes = {
  uploadImport: uploadRoute({
    path: '/api/v1/imports',
    access,
    group,
    params: nothing,
    query: uploadQuery,
    acceptedTypes: ['application/octet-stream', 'text/csv', 'application/gzip'],
    answer: importShape,
    problems: ['file_too_large', 'file_empty', 'imports_full'],
    example: { params: {}, query: { name: line.fileName }, answer: { ...shown, task: null, draft: null } },
  }),
} as const;

/** A step of an import; it answers with the import as the step leaves it. */
function step<Body extends z.ZodObject>(
  name: string,
  { body, example, problems }: Pick<Route, 'problems'> & { readonly body: Body; readonly example: z.input<Body> },
): Route<typeof importParams, typeof nothing, Body, typeof importShape> {
  return route({
    method: 'POST',
    path: `/api/v1/imports/{importId}/${name}`,
    access,
    group,
    params: importParams,
    query: nothing,
    body,
    status: 200,
    answer: importShape,
    problems: ['not_found', ...problems],
    example: { params, query: {}, body: example, answer: shown },
  });
}

const beginning = ['import_busy', 'import_file_gone'] as const;
const unready = ['mapping_wrong', 'import_changed'] as const;

/** What is done with an import. */
export const importWriteRoutes = {
  inspectImport: step('inspect', { body: inspectBody, example: { delimiter: ';' }, problems: beginning }),
  saveImportDraft: step('draft', { body: draftBody, example: { mapping }, problems: [] }),
  dryRunImport: step('dry-run', { body: dryRunBody, example: {}, problems: [...beginning, ...unready] }),
  runImport: step('run', {
    body: runBody,
    example: { unreadableRows: 'skip' },
    problems: [...beginning, ...unready],
  }),
  cancelImport: step('cancel', { body: nothing, example: {}, problems: [] }),
  removeImportFile: step('remove-file', { body: nothing, example: {}, problems: ['import_busy'] }),
  saveImportMapping: route({
    method: 'POST',
    path: '/api/v1/import-mappings',
    access,
    group,
    params: nothing,
    query: nothing,
    body: saveMappingBody,
    status: 201,
    answer: savedMappingShape,
    problems: ['mapping_wrong', 'imports_full'],
    example: { params: {}, query: {}, body: { name: saved.name, mapping }, answer: saved },
  }),
  removeImportMapping: route({
    method: 'POST',
    path: '/api/v1/import-mappings/{mappingId}/remove',
    access,
    group,
    params: savedMappingParams,
    query: nothing,
    body: nothing,
    status: 200,
    answer: savedMappingsAnswer,
    problems: ['not_found'],
    example: { params: { mappingId: id }, query: {}, body: {}, answer: { mappings: [saved] } },
  }),
} as const;

/** What an import found wrong, and mappings as the files that the command line takes. */
export const importFileRoutes = {
  importProblems: fileRoute({
    path: '/api/v1/imports/{importId}/problems',
    access,
    group,
    params: importParams,
    query: nothing,
    mediaTypes: ['text/csv; charset=utf-8'],
    problems: ['not_found'],
    example: { params, query: {} },
  }),
  importRejectedRows: fileRoute({
    path: '/api/v1/imports/{importId}/rejected-rows',
    access,
    group,
    params: importParams,
    query: nothing,
    mediaTypes: ['text/csv; charset=utf-8'],
    problems: ['not_found'],
    example: { params, query: {} },
  }),
  importMappingFile: fileRoute({
    path: '/api/v1/imports/{importId}/mapping',
    access,
    group,
    params: importParams,
    query: nothing,
    mediaTypes: ['application/json'],
    problems: ['not_found'],
    example: { params, query: {} },
  }),
  savedMappingFile: fileRoute({
    path: '/api/v1/import-mappings/{mappingId}',
    access,
    group,
    params: savedMappingParams,
    query: nothing,
    mediaTypes: ['application/json'],
    problems: ['not_found'],
    example: { params: { mappingId: id }, query: {} },
  }),
} as const;
