import { instant } from '#core/time/instant.ts';
import { formatLocalDate } from '#core/time/local-date.ts';
import { localDateAt, zoneOf } from '#core/time/zone.ts';
import { countTickets } from '#server/features/tickets/index.ts';
import { isLoopback } from '#server/platform/api/this-machine-only.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { takeServerPlace } from '#server/platform/launcher/embedded-cluster.ts';
import { readSettings } from '#server/platform/settings.ts';
import { say } from '#text/catalogue.ts';
import { HOME_ZONE, timelineOf } from '#worlds/demo/timeline.ts';
import { demoWorld } from '#worlds/demo/world.ts';
import type { CommandIo } from './command.ts';
import { DEFAULT_SEED, type DemoCall, readDemoCall } from './demo/demo-call.ts';
import { demoTenant } from './demo/demo-tenant.ts';
import { guideText } from './demo/guide-text.ts';
import { overviewText } from './demo/overview.ts';
import { type PreparedWorld, prepareWorld } from './demo/prepare-world.ts';
import { progressOn } from './progress.ts';
import { serveUntilStopped } from './serve.ts';
import { type DatabaseWork, withDatabase } from './with-database.ts';

/** `kundig demo`: builds the example company unless it is there, shows what happened in it, and serves it. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const present = localDateAt(zoneOf(HOME_ZONE), instant(Date.now() / 1000));
  const call = readDemoCall(args, present);
  const demoIo: CommandIo = { ...io, environment: { ...io.environment, KUNDIG_DATA: call.data } };
  const settings = readSettings(demoIo.environment, io.workingFolder);
  // A server on that folder would have its data taken away while it serves.
  const place = settings.DATABASE_URL === null ? takeServerPlace(settings.KUNDIG_DATA) : null;
  let tenantId = '';
  const building = withDatabase(demoIo, async (work) => {
    const began = performance.now();
    tenantId = await demoTenant(work.database);
    const world = await prepare(work, {
      tenantId,
      call,
      fallback: { seed: call.seed ?? DEFAULT_SEED, today: present },
      io,
    });
    await show(work, { tenantId, world, call, io, seconds: (performance.now() - began) / 1000 });
    return 0;
  });
  await building.finally(() => place?.release());
  // Nothing here is secret: who sits at this machine needs no token.
  const isOpen = isLoopback(settings.KUNDIG_HOST) || settings.KUNDIG_OPEN_ON_LOOPBACK;
  return serveUntilStopped({ ...settings, KUNDIG_OPEN_ON_LOOPBACK: isOpen }, demoIo, { openTenantId: tenantId });
}

interface Preparing {
  readonly tenantId: string;
  readonly call: DemoCall;
  readonly fallback: PreparedWorld['key'];
  readonly io: CommandIo;
}

async function prepare(
  { database, settings, language, stop }: DatabaseWork,
  { tenantId, call, fallback, io }: Preparing,
): Promise<PreparedWorld> {
  const progress = progressOn(io.err, language);
  return prepareWorld(database, {
    tenantId,
    call,
    fallback,
    language: settings.KUNDIG_LANGUAGE || language,
    place: database.cluster === null ? 'DATABASE_URL' : settings.KUNDIG_DATA,
    worldOf: demoWorld,
    onProgress: (done, total) => progress.show(say(language, 'demo.building'), done, total),
    stop,
  }).finally(() => progress.end());
}

interface Showing {
  readonly tenantId: string;
  readonly world: PreparedWorld;
  readonly call: DemoCall;
  readonly io: CommandIo;
  readonly seconds: number;
}

async function show(
  { database, settings, language: spoken }: DatabaseWork,
  { tenantId, world, call, io, seconds }: Showing,
): Promise<void> {
  const language = settings.KUNDIG_LANGUAGE || spoken;
  const timeline = timelineOf(world.key.today);
  const { seed } = world.key;
  const today = formatLocalDate(world.key.today);
  const count = await inTenantSession(database.appPool, tenantId, ({ client }) => countTickets(client, tenantId));
  const headline = world.isNew
    ? say(language, 'demo.built', {
        tickets: new Intl.NumberFormat(language).format(count),
        today,
        seed,
        seconds: seconds.toFixed(0),
      })
    : say(language, 'demo.found', { today, seed });
  const zone = zoneOf(settings.KUNDIG_TIME_ZONE);
  const overview = await overviewText(database.app, { tenantId, timeline, zone, language });
  const command = database.cluster === null ? 'npm run kundig --' : `KUNDIG_DATA=${call.data} npm run kundig --`;
  io.out.write(`${[headline, '', overview, '', guideText(timeline, { language, command }), ''].join('\n')}\n`);
}
