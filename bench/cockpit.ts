import { COCKPIT_FIGURES } from '#core/figures/cockpit-groups.ts';
import { wholePeriodEdges } from '#core/periods/period-edges.ts';
import { periodTokenOf } from '#core/periods/period-token.ts';
import { formatInstant, type Instant } from '#core/time/instant.ts';
import { localDateAt } from '#core/time/zone.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { DEFAULT_WORKING_DAYS } from '#server/features/calendars/index.ts';
import { cockpitLineHandlers } from '#server/features/cockpit/index.ts';
import { askFigure } from '#server/features/figures/index.ts';
import { type BenchOptions, count, hint, median, medianMs, RUNS, ratio, report, timed } from './bench.ts';
import { type BenchDatabase, withBenchDatabase } from './database.ts';
import { fill, reportSizes } from './figures/fill.ts';
import { measurePainted } from './painted.ts';
import { MONTHS, WORLD_END, ZONE } from './world/world.ts';

/** The cockpit as it is streamed, against its figures asked one after the other for the same months, in the same run; and in a browser. */
export async function benchCockpit({ tickets }: BenchOptions): Promise<void> {
  await withBenchDatabase('none', async (database) => {
    await fill(database, tickets, { hasEvents: false });
    await reportSizes(database);
    const alone = await sumOfFigures(database);
    for (const compare of ['none', 'previous', 'same_last_year'] as const) {
      await measureStream(database, { compare, alone });
    }
    const period = `period=${periodTokenOf('month', localDateAt(ZONE, charted().at(-2)!))}`;
    await measurePainted(database, [period, `${period}&compare=same_last_year`]);
  });
}

/** What the tiles show: the last whole month and those before it. */
function charted(): Instant[] {
  return wholePeriodEdges(ZONE, 'month', MONTHS[0]!, WORLD_END);
}

/** Milliseconds of all figures of the cockpit, each asked for the months of its chart. */
async function sumOfFigures(database: BenchDatabase): Promise<number> {
  let sum = 0;
  for (const figure of COCKPIT_FIGURES) {
    const question = { figure, edges: charted(), asOf: WORLD_END, split: null, where: [], zone: ZONE };
    const ms = await medianMs(() => askFigure(database.reports, defaultTenantId, question));
    report(figure.id, [`${count(ms)} ms`]);
    sum += ms;
  }
  return sum;
}

interface Streamed {
  readonly firstTile: number;
  readonly lastTile: number;
  readonly all: number;
}

async function measureStream(
  database: BenchDatabase,
  { compare, alone }: { readonly compare: 'none' | 'previous' | 'same_last_year'; readonly alone: number },
): Promise<void> {
  const runs: Streamed[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const streamed = await stream(database, compare);
    // The first run warms up.
    if (run > 0) runs.push(streamed);
  }
  const of = (part: keyof Streamed): number => median(runs.map((run) => run[part]));
  hint(`  ${compare}: first tile ${count(of('firstTile'))} ms, last tile ${count(of('lastTile'))} ms`);
  report(`stream, compare ${compare}`, [
    `${count(of('all'))} ms`,
    `figures alone ${count(alone)} ms`,
    `ratio ${ratio(of('all') / alone)}`,
  ]);
}

async function stream(database: BenchDatabase, compare: 'none' | 'previous' | 'same_last_year'): Promise<Streamed> {
  const handlers = cockpitLineHandlers({
    reports: database.reports,
    reportingZone: ZONE.id,
    workingDays: DEFAULT_WORKING_DAYS,
    now: () => WORLD_END,
    onFailure: (error) => {
      throw error;
    },
  });
  const [from, to] = charted().slice(-2).map(formatInstant);
  const caller = {
    tenantId: defaultTenantId,
    tokenId: defaultTenantId,
    personId: null,
    role: 'reader',
    permissions: new Set(['figures.read'] as const),
  } as const;
  const call = { params: {}, query: { from, to, by: 'month', compare }, body: {}, caller, language: 'en' } as const;
  let [firstTile, lastTile] = [0, 0];
  const began = performance.now();
  const { ms } = await timed(async () => {
    const lines = handlers.readCockpit({ ...call, seenVersion: null }, new AbortController().signal);
    for await (const { line } of lines) {
      if (line === 'failure') throw new Error('a figure failed');
      if (line !== 'tile') continue;
      lastTile = performance.now() - began;
      if (firstTile === 0) firstTile = lastTile;
    }
  });
  return { firstTile, lastTile, all: ms };
}
