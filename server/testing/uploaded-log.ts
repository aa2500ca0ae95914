import { readFileSync } from 'node:fs';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { importReadRoutes } from '#contract/api/import-routes.ts';
import type { importShape, inspectionAnswer } from '#contract/api/import-shapes.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { type RunningImports, startImports } from '#server/features/imports/index.ts';
import { inTenantSession, type OpenDatabase } from '#server/platform/database.ts';
import { randomUUIDv7 } from '#server/platform/ids.ts';
import { createLog } from '#server/platform/log.ts';
import type { Settings } from '#server/platform/setting-table.ts';
import { makeToken, type TestApi, testApi } from './test-api.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

export type ToldImport = z.output<typeof importShape>;
export type ToldInspection = z.output<typeof inspectionAnswer>;

/** Imports as a browser does them, over the API of a test. */
export class UploadedLogs {
  readonly #api: TestApi;
  readonly #token: string;

  constructor(api: TestApi, token: string) {
    this.#api = api;
    this.#token = token;
  }

  /** Sends a file; the answer whatever it is. */
  async send(name: string, bytes: Uint8Array | string, type = 'application/octet-stream'): Promise<Response> {
    return fetch(`${this.#api.address}/api/v1/imports?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': type },
      body: typeof bytes === 'string' ? bytes : Buffer.from(bytes),
    });
  }

  /** Uploads a file and waits until it was looked at. */
  async upload(name: string, bytes: Uint8Array | string): Promise<ToldImport> {
    const answer = await this.send(name, bytes);
    if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
    const { id } = (await answer.json()) as ToldImport;
    return this.settled(id);
  }

  async read(id: string): Promise<ToldImport> {
    return (await this.#api.get(`/api/v1/imports/${id}`, this.#token)).json;
  }

  async inspection(id: string): Promise<ToldInspection> {
    return (await this.#api.get(`/api/v1/imports/${id}/inspection`, this.#token)).json;
  }

  /** Keeps a mapping with an import. */
  async draft(id: string, mapping: unknown): Promise<ToldImport> {
    return (await this.#api.post(`/api/v1/imports/${id}/draft`, this.#token, { mapping })).json;
  }

  /** Begins a step and waits for its end. */
  async step(id: string, name: 'inspect' | 'dry-run' | 'run', body: object = {}): Promise<ToldImport> {
    const answer = await this.#api.post(`/api/v1/imports/${id}/${name}`, this.#token, body);
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
    return this.settled(id);
  }

  /** The import once its task is neither waiting nor at work. */
  async settled(id: string, milliseconds = 30_000): Promise<ToldImport> {
    return this.until(id, ({ task }) => task?.state !== 'waiting' && task?.state !== 'working', milliseconds);
  }

  async until(id: string, isSo: (told: ToldImport) => boolean, milliseconds = 30_000): Promise<ToldImport> {
    const deadline = performance.now() + milliseconds;
    for (;;) {
      const told = await this.read(id);
      if (isSo(told)) return told;
      if (performance.now() > deadline)
        throw new Error(`not so after ${milliseconds} ms: ${JSON.stringify(told.task)}`);
      await sleep(40);
    }
  }
}

/** Imports of a test with all that they need. */
export interface TestImports {
  readonly database: TestDatabase;
  readonly api: TestApi;
  /** Of a lead. */
  readonly token: string;
  readonly logs: UploadedLogs;
  /** Every line of the log. */
  readonly lines: readonly string[];
  /** What does the tasks stops, and starts again. */
  stop(): Promise<void>;
  start(): void;
}

/** A database, an API over it and what does the tasks of imports. To be called at the top of a test file. */
export async function testImports(settings: Partial<Settings> = {}): Promise<TestImports> {
  let running: RunningImports | null = null;
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = null;
  };
  // Before the database goes.
  after(stop);
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => lines.push(line) });
  const database = await testDatabase();
  const api = await testApi(database, { settings });
  const { token } = await makeToken(database, defaultTenantId, { role: 'lead' });
  const start = (): void => {
    running = startImports({ database, databaseUrl: database.url, log, timeZone: 'Europe/Berlin' });
  };
  start();
  return { database, api, token, logs: new UploadedLogs(api, token), lines, stop, start };
}

/** The bytes of a file. */
export function bytesOf(path: string): Uint8Array {
  return readFileSync(path);
}

/** An import that was looked at and a saved mapping, for what only reads them. */
export async function storeInspectedImport(
  { appPool }: OpenDatabase,
  tenantId: string,
): Promise<{ readonly importId: string; readonly mappingId: string }> {
  const [importId, mappingId] = [randomUUIDv7(), randomUUIDv7()];
  const { answer } = importReadRoutes.readInspection.example;
  const { presetMapping: _, ...inspection } = answer;
  const mapping = JSON.stringify(answer.guess);
  await inTenantSession(appPool, tenantId, async ({ client }) => {
    await client.query(
      `insert into log_import (tenant_id, id, file_name, stored_at, inspection, draft)
       values ($1, $2, 'desk.csv', now(), $3, $4)`,
      [tenantId, importId, JSON.stringify(inspection), mapping],
    );
    await client.query(
      `insert into import_mapping (tenant_id, id, source, name, mapping) values ($1, $2, 'our-desk', 'Kept', $3)`,
      [tenantId, mappingId, mapping],
    );
  });
  return { importId, mappingId };
}
