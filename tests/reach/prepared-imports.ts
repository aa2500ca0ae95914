import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { ownLog } from '#tests/import-log.ts';

/** Addresses of imports that were begun. */
export interface PreparedImports {
  /** A dry run found rows in it that cannot be read. */
  readonly tried: string;
  /** It is no log at all. */
  readonly unreadable: string;
}

/** Begins imports on a desk that is open to this machine. */
export async function prepareImports(address: string): Promise<PreparedImports> {
  const log = readFileSync(ownLog('desk-example.csv'), 'utf8').replace('2026-03-02T08:20:00+01:00', 'soon');
  const tried = await begin(address, 'desk-export.csv', log);
  await send(address, `imports/${tried}/dry-run`, { body: '{}', type: 'application/json' });
  await settled(address, tried);
  const unreadable = await begin(address, 'picture.csv', '\u0000\u0001\u0002');
  const pageOf = (id: string): string => `/desk/admin/import?id=${id}`;
  return { tried: pageOf(tried), unreadable: pageOf(unreadable) };
}

async function begin(address: string, name: string, body: string): Promise<string> {
  const { id } = await send(address, `imports?name=${name}`, { body, type: 'text/csv' });
  await settled(address, id);
  return id;
}

interface Told {
  readonly id: string;
  readonly task: { readonly state: string } | null;
}

async function settled(address: string, id: string): Promise<void> {
  for (;;) {
    const { task } = (await (await fetch(`${address}/api/v1/imports/${id}`)).json()) as Told;
    if (task?.state === 'done' || task?.state === 'failed') return;
    await setTimeout(50);
  }
}

async function send(
  address: string,
  path: string,
  { body, type }: { readonly body: string; readonly type: string },
): Promise<Told> {
  const answer = await fetch(`${address}/api/v1/${path}`, { method: 'POST', headers: { 'content-type': type }, body });
  assert.ok(answer.ok, `${path}: ${answer.status}`);
  return (await answer.json()) as Told;
}
