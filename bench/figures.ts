import type { BenchOptions } from './bench.ts';
import { withBenchDatabase } from './database.ts';
import { fill, reportSizes } from './figures/fill.ts';

export async function benchFigures({ tickets }: BenchOptions): Promise<void> {
  await withBenchDatabase('none', async (database) => {
    await fill(database, tickets);
    await reportSizes(database);
  });
}
