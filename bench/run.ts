import { parseArgs } from 'node:util';
import { benchApi } from './api.ts';
import { type BenchOptions, hint } from './bench.ts';
import { benchClock } from './clock.ts';
import { benchCockpit } from './cockpit.ts';

import { benchFigures } from './figures.ts';
import { benchFold } from './fold.ts';
import { benchGrowth } from './growth.ts';
import { benchImport } from './import.ts';

/*
 * npm run bench [-- name …] [--tickets N]
 * Each benchmark prints plain lines: what, the figure, the limit measured in the same run, the ratio of the two.
 * docs/benchmarks.md says what each limit is.
 */

const benchmarks: Readonly<Record<string, (options: BenchOptions) => Promise<void>>> = {
  fold: benchFold,
  clock: benchClock,
  import: benchImport,
  api: benchApi,
  figures: benchFigures,
  cockpit: benchCockpit,
  growth: benchGrowth,
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { tickets: { type: 'string' } } });
const tickets = Number(values.tickets ?? 100_000);
const names = positionals.length > 0 ? positionals : Object.keys(benchmarks);
const unknown = names.filter((name) => !(name in benchmarks));
if (unknown.length > 0 || !Number.isSafeInteger(tickets) || tickets < 1000) {
  process.stderr.write(`npm run bench [-- ${Object.keys(benchmarks).join(' | ')}] [--tickets 1000 or more]\n`);
  process.exit(1);
}
hint(`Node ${process.version}, ${tickets} generated tickets`);
for (const name of names) {
  process.stdout.write(`\n${name}\n`);
  await benchmarks[name]!({ tickets });
}
