import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { z } from 'zod';
import type { ImportTask } from '#contract/api/import-shapes.ts';
import type { AnswerOf, Routes } from '#contract/api/routes.ts';
import type { FileHandlers } from '#server/platform/api/mount-files.ts';
import type { ReadHandlers, Told, WriteHandlers } from '#server/platform/api/mount-routes.ts';
import type { UploadHandlers } from '#server/platform/api/mount-uploads.ts';
import { questionDigest, readCursor, writeCursor } from '#server/platform/api/page-cursor.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { HttpProblem } from '#server/platform/problem.ts';
import type { Language } from '#text/language.ts';
import { importLineOut, importOut, inspectionOut, savedMappingOut } from './import-out.ts';
import { beginTask, cancelTask, type TaskOptions } from './import-task.ts';
import { removePieces } from './log-piece-store.ts';
import { readProblems } from './log-problem-store.ts';
import { draftProblems } from './mapping-words.ts';
import { writeProblems, writeRejected } from './problems-file.ts';
import { listMappings, readMapping, removeMapping, saveMapping } from './saved-mapping-store.ts';
import { listSources } from './source-list.ts';
import { storeUpload } from './store-upload.ts';
import { listImports, readImport, readInspection, type StoredImport, saveDraft } from './stored-import.ts';

export interface ImportRouteOptions {
  readonly pool: pg.Pool;
  readonly reportPool: pg.Pool;
  readonly mostUploadBytes: number;
}

type Reads = ReadHandlers<'listImports' | 'readImport' | 'readInspection' | 'listImportSources' | 'listImportMappings'>;
type Step = 'inspectImport' | 'saveImportDraft' | 'dryRunImport' | 'runImport' | 'cancelImport' | 'removeImportFile';
type Writes = WriteHandlers<Step | 'saveImportMapping' | 'removeImportMapping'>;
type Files = FileHandlers<'importProblems' | 'importRejectedRows' | 'importMappingFile' | 'savedMappingFile'>;
type ImportTold = Told<AnswerOf<Routes['readImport']>>;

const DEFAULT_LIMIT = 20;
const PROBLEMS_SHOWN = 50;
const listDigest = questionDigest('imports');

export function importReadHandlers({ reportPool, mostUploadBytes }: ImportRouteOptions): Reads {
  return {
    listImports: async ({ query, caller: { tenantId }, language }) => {
      const before = readCursor(query.cursor, listDigest, z.uuid());
      const limit = query.limit ?? DEFAULT_LIMIT;
      const rows = await inTenantSession(reportPool, tenantId, ({ client }) =>
        listImports(client, tenantId, { before, limit: limit + 1 }),
      );
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      const imports = page.map((row) => importLineOut(row, language));
      const nextCursor = last === undefined ? null : writeCursor(listDigest, last.id);
      return { body: { imports, nextCursor, mostBytes: mostUploadBytes } };
    },

    readImport: ({ params, caller: { tenantId }, language }) =>
      inTenantSession(reportPool, tenantId, ({ client }) =>
        told(client, { tenantId, importId: params.importId, language }),
      ),

    readInspection: async ({ params, caller: { tenantId } }) => {
      const found = await inTenantSession(reportPool, tenantId, ({ client }) =>
        readInspection(client, tenantId, params.importId),
      );
      if (found === null) throw new HttpProblem('not_found');
      return { body: inspectionOut(found) };
    },

    listImportSources: async ({ caller: { tenantId } }) => {
      const sources = await inTenantSession(reportPool, tenantId, ({ client }) => listSources(client, tenantId));
      return { body: { sources: [...sources] } };
    },

    listImportMappings: async ({ caller: { tenantId } }) => {
      const rows = await inTenantSession(reportPool, tenantId, ({ client }) => listMappings(client, tenantId));
      return { body: { mappings: rows.map(savedMappingOut) } };
    },
  };
}

/** The file is stored as it arrives; looking at it begins by itself. */
export function importUploadHandlers({ pool, mostUploadBytes }: ImportRouteOptions): UploadHandlers<'uploadImport'> {
  return {
    uploadImport: async ({ query, caller, language }, bytes) => {
      const upload = { fileName: query.name, bytes, mostBytes: mostUploadBytes };
      const importId = await storeUpload(pool, caller, upload);
      const { tenantId } = caller;
      return inTenantSession(pool, tenantId, ({ client }) => told(client, { tenantId, importId, language }));
    },
  };
}

/** Each step answers with the import as it leaves it. */
export function importWriteHandlers(): Writes {
  return {
    inspectImport: async ({ params, body, caller: { tenantId }, language }, { client }) => {
      const { importId } = params;
      await beginTask(client, tenantId, { importId, task: 'inspect', source: null, options: body });
      return told(client, { tenantId, importId, language });
    },

    saveImportDraft: async ({ params: { importId }, body, caller: { tenantId }, language }, { client }) => {
      const isKnown = await saveDraft(client, tenantId, { id: importId, draft: body.mapping });
      if (!isKnown) throw new HttpProblem('not_found');
      return told(client, { tenantId, importId, language });
    },

    dryRunImport: ({ params, body, caller: { tenantId }, language }, { client }) =>
      begin(client, { task: 'dry_run', ...body }, { tenantId, importId: params.importId, language }),

    runImport: ({ params, body, caller: { tenantId }, language }, { client }) =>
      begin(client, { task: 'run', ...body }, { tenantId, importId: params.importId, language }),

    cancelImport: async ({ params: { importId }, caller: { tenantId }, language }, { client }) => {
      await cancelTask(client, tenantId, importId);
      return told(client, { tenantId, importId, language });
    },

    removeImportFile: async ({ params: { importId }, caller: { tenantId }, language }, { client }) => {
      const { taskState } = await existing(client, tenantId, importId);
      if (taskState === 'working' || taskState === 'waiting') throw new HttpProblem('import_busy');
      await removePieces(client, tenantId, importId);
      return told(client, { tenantId, importId, language });
    },

    saveImportMapping: async ({ body, caller: { tenantId, personId }, language }, { client }) => {
      const { name, mapping } = body;
      const { source } = mapping;
      if (typeof source !== 'string' || draftProblems(mapping, null, { language }).length > 0) {
        throw new HttpProblem('mapping_wrong');
      }
      const saved = await saveMapping(client, tenantId, { source, name, mapping, savedBy: personId });
      if (saved === null) throw new HttpProblem('imports_full');
      return { body: savedMappingOut(saved) };
    },

    removeImportMapping: async ({ params, caller: { tenantId } }, { client }) => {
      if (!(await removeMapping(client, tenantId, params.mappingId))) throw new HttpProblem('not_found');
      return { body: { mappings: (await listMappings(client, tenantId)).map(savedMappingOut) } };
    },
  };
}

export function importFileHandlers({ reportPool }: ImportRouteOptions): Files {
  return {
    importProblems: async ({ params, caller: { tenantId }, language }) => {
      const row = await inTenantSession(reportPool, tenantId, ({ client }) =>
        existing(client, tenantId, params.importId),
      );
      return {
        name: 'import-problems.csv',
        mediaType: 'text/csv; charset=utf-8',
        write: (sink) => writeProblems(reportPool, { tenantId, row, language }, sink),
      };
    },

    importRejectedRows: async ({ params, caller: { tenantId }, language }) => {
      const row = await inTenantSession(reportPool, tenantId, ({ client }) =>
        existing(client, tenantId, params.importId),
      );
      return {
        name: 'rejected-rows.csv',
        mediaType: 'text/csv; charset=utf-8',
        write: (sink) => writeRejected(reportPool, { tenantId, row, language }, sink),
      };
    },

    importMappingFile: async ({ params, caller: { tenantId } }) => {
      const { draft } = await inTenantSession(reportPool, tenantId, ({ client }) =>
        existing(client, tenantId, params.importId),
      );
      return mappingFile(draft ?? {});
    },

    savedMappingFile: async ({ params, caller: { tenantId } }) => {
      const saved = await inTenantSession(reportPool, tenantId, ({ client }) =>
        readMapping(client, tenantId, params.mappingId),
      );
      if (saved === null) throw new HttpProblem('not_found');
      return mappingFile(saved.mapping);
    },
  };
}

function mappingFile(mapping: Readonly<Record<string, unknown>>): Awaited<ReturnType<Files['importMappingFile']>> {
  const source =
    typeof mapping.source === 'string' && /^[\w-]{1,63}$/.test(mapping.source) ? mapping.source : 'mapping';
  return {
    name: `${source}.map.json`,
    mediaType: 'application/json',
    write: async (sink) => sink.end(`${JSON.stringify(mapping, null, 2)}\n`),
  };
}

interface Asked {
  readonly tenantId: string;
  readonly importId: string;
  readonly language: Language;
}

interface Beginning {
  readonly task: Exclude<ImportTask, 'inspect'>;
  readonly expectedMapping?: Readonly<Record<string, unknown>> | undefined;
  readonly unreadableRows?: 'refuse' | 'skip' | undefined;
}

/** Begins a dry run or a run with the mapping as it is kept. */
async function begin(
  client: pg.ClientBase,
  { task, expectedMapping, unreadableRows: unreadable }: Beginning,
  asked: Asked,
): Promise<ImportTold> {
  const { tenantId, importId, language } = asked;
  const { draft } = await existing(client, tenantId, importId);
  if (expectedMapping !== undefined && !isDeepStrictEqual({ ...expectedMapping }, { ...draft })) {
    throw new HttpProblem('import_changed');
  }
  const inspection = await readInspection(client, tenantId, importId);
  if (draft === null || draftProblems(draft, inspection?.header ?? null, { language }).length > 0) {
    throw new HttpProblem('mapping_wrong');
  }
  const options: TaskOptions = { mapping: draft, unreadable };
  await beginTask(client, tenantId, { importId, task, source: String(draft.source), options });
  return told(client, asked);
}

async function existing(client: pg.ClientBase, tenantId: string, importId: string): Promise<StoredImport> {
  const row = await readImport(client, tenantId, importId);
  if (row === null) throw new HttpProblem('not_found');
  return row;
}

async function told(client: pg.ClientBase, { tenantId, importId, language }: Asked): Promise<ImportTold> {
  const row = await existing(client, tenantId, importId);
  const inspection = await readInspection(client, tenantId, importId);
  const problems = await readProblems(client, { tenantId, importId }, { after: 0, limit: PROBLEMS_SHOWN });
  return { body: importOut({ row, header: inspection?.header ?? null, problems }, language) };
}
