import { type Instant, NEVER } from '#core/time/instant.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { saveAgreements, saveCalendars } from '#server/features/directory/index.ts';
import { listTickets, readTicketPage } from '#server/features/tickets/index.ts';
import { inTenantSession, type TenantSession } from '#server/platform/database.ts';
import { type BenchOptions, count, hint, median, ratio, report, timed } from './bench.ts';
import { type BenchDatabase, withBenchDatabase } from './database.ts';
import { fill } from './figures/fill.ts';
import { randomFrom } from './world/random.ts';
import { pinnedVersions, TEAMS, WORLD_END } from './world/world.ts';

const READS = 200;

type Read = (session: TenantSession, number: number) => Promise<unknown>;

const nothing = { createdFrom: null, createdTo: null } as const;
const page =
  (question: Partial<Parameters<typeof listTickets>[2]>): Read =>
  (session) =>
    listTickets(session.db, defaultTenantId, { ...nothing, limit: 50, ...question });

const READS_BY_NAME: Readonly<Record<string, Read>> = {
  'ticket page': (session, number) => readTicketPage(session, defaultTenantId, { number, now: WORLD_END }),
  'list of 50, newest first': page({}),
  'list of 50, open ones of a team': page({
    state: ['new', 'in_progress', 'pending_customer', 'pending_vendor'],
    team: [TEAMS[3]!],
    sort: 'lastEventAt',
    direction: 'ascending',
  }),
  'list of 50, resolved of priority 1': page({ state: ['resolved'], priority: ['1'], sort: 'createdAt' }),
};

/** What a ticket and a page of a list take when there are ten and a hundred times as many tickets. */
export async function benchGrowth({ tickets }: BenchOptions): Promise<void> {
  const sizes = [tickets / 100, tickets / 10, tickets].map(Math.round);
  const first = new Map<string, number>();
  for (const size of sizes) {
    await withBenchDatabase('none', async (database) => {
      await savePromises(database);
      await fill(database, size, { hasEvents: true });
      await measureReads(database, size, first);
    });
  }
  hint(`  median of ${READS} reads, by the database pool of the program; the last column against the smallest`);
}

/** `first` holds the times of the smallest size, by name; filled by the first call. */
export async function measureReads(database: BenchDatabase, size: number, first: Map<string, number>): Promise<void> {
  for (const [name, read] of Object.entries(READS_BY_NAME)) {
    const ms = await medianRead(database, size, read);
    const smallest = first.get(name) ?? ms;
    first.set(name, smallest);
    report(name, [`${count(size)} tickets`, `${ms.toFixed(2)} ms`, `${ratio(ms / smallest)} times`]);
  }
}

/** The versions that the generated tickets are pinned to. */
export async function savePromises(database: BenchDatabase): Promise<void> {
  const { calendars, agreements } = pinnedVersions();
  await inTenantSession(database.appPool, defaultTenantId, async ({ client }) => {
    await saveCalendars(
      client,
      defaultTenantId,
      [...calendars].map(([id, { definition }]) => ({ id, definition })),
    );
    await saveAgreements(
      client,
      defaultTenantId,
      [...agreements].map(([id, terms]) => ({
        id,
        terms,
        customer: null,
        services: null,
        validFrom: Number.NEGATIVE_INFINITY as Instant,
        validTo: NEVER,
      })),
    );
  });
}

async function medianRead(database: BenchDatabase, tickets: number, read: Read): Promise<number> {
  const random = randomFrom(4711);
  const times: number[] = [];
  for (let left = READS + 50; left > 0; left -= 1) {
    const number = 1 + Math.floor(random.next() * tickets);
    const { ms } = await timed(() =>
      inTenantSession(database.appPool, defaultTenantId, (session) => read(session, number)),
    );
    if (left <= READS) times.push(ms);
  }
  return median(times);
}
