import { clearTenant } from '#server/features/directory/index.ts';
import { inTenantSession, type OpenDatabase } from '#server/platform/database.ts';
import { Failure } from '#server/platform/failure.ts';
import type { Language } from '#text/language.ts';
import { seededIds } from '#worlds/demo/ids.ts';
import type { WorldKey } from '#worlds/demo/surroundings.ts';
import type { DemoWorld } from '#worlds/demo/world.ts';
import { buildWorld } from './build-world.ts';
import type { DemoCall } from './demo-call.ts';
import { readMarks, writeMark } from './world-mark.ts';

export interface PrepareRequest {
  readonly tenantId: string;
  readonly call: Pick<DemoCall, 'today' | 'seed' | 'isFresh'>;
  /** The world to build when no date and no seed were asked for. */
  readonly fallback: WorldKey;
  /** What the notes of a new world are written in. */
  readonly language: Language;
  /** Where the data lies, in words for a person. */
  readonly place: string;
  /** The world of a seed and a date. */
  readonly worldOf: (key: WorldKey) => DemoWorld;
  readonly onProgress: (done: number, total: number) => void;
  readonly stop: AbortSignal;
}

/** The world that is there now, and whether it was built for this call. */
export interface PreparedWorld {
  readonly key: WorldKey;
  readonly isNew: boolean;
}

/**
 * Sees to it that a finished world is there: the one that is, when it is what was asked for, else a new one. What a
 * killed build left is taken away. Data that no demo has made is never touched: that is a failure. Who asks while another
 * builds waits, and finds the world.
 */
export async function prepareWorld(database: OpenDatabase, request: PrepareRequest): Promise<PreparedWorld> {
  const lock = await database.appPool.connect();
  try {
    await lock.query('select pg_advisory_lock(hashtextextended($1, 0))', [`demo/${request.tenantId}`]);
    return await prepareAlone(database, request);
  } finally {
    // The lock is the session's: ending the connection sets it free whatever happened.
    lock.release(true);
  }
}

async function prepareAlone(database: OpenDatabase, request: PrepareRequest): Promise<PreparedWorld> {
  const { tenantId, call, fallback, place } = request;
  const { appPool, ownerPool } = database;
  const marks = await inTenantSession(appPool, tenantId, ({ client }) => readMarks(client, tenantId));
  if (marks.isForeign) throw new Failure('failure.demoTaken', { place });
  const { finished } = marks;
  if (finished && !call.isFresh && isAsked(finished, call)) return { key: finished, isNew: false };
  if (marks.isBegun) await clearTenant(ownerPool, tenantId);
  const key: WorldKey = { seed: call.seed ?? fallback.seed, today: call.today ?? fallback.today };
  await build(database, key, request);
  // Without it PostgreSQL plans figures for the empty tables it has last heard of.
  await ownerPool.query('analyze');
  return { key, isNew: true };
}

async function build(
  { appPool }: OpenDatabase,
  key: WorldKey,
  { tenantId, worldOf, language, onProgress, stop }: PrepareRequest,
): Promise<void> {
  const newId = seededIds(key.seed, 'marks');
  const mark = (which: 'begun' | 'finished'): Promise<void> =>
    inTenantSession(appPool, tenantId, ({ client }) => writeMark(client, tenantId, { key, mark: which, newId }));
  const world = worldOf(key);
  await mark('begun');
  await buildWorld(appPool, {
    tenantId,
    world,
    language,
    stop,
    onProgress: (done) => onProgress(done, world.arrivalCount),
  });
  await mark('finished');
}

function isAsked(key: WorldKey, { seed, today }: PrepareRequest['call']): boolean {
  return (seed === undefined || seed === key.seed) && (today === undefined || today === key.today);
}
