import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { builtDesk } from '#cli/desk/build-desk.ts';
import { closingLines, type Tally, tallyOf } from './test/report.ts';
import { makeRunFolder } from './test/run-folder.ts';
import { startTestServer } from './test/start-test-server.ts';

/*
 * npm test [-- piece-of-a-path …] [--name pattern]
 * Starts one PostgreSQL for the run (or uses DATABASE_URL), runs the test files of all rooms, stops it, and ends with
 * the line "N passed, N failed".
 */

process.chdir(join(import.meta.dirname, '..'));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { name: { type: 'string' } } });

const files = findTests(positionals);
if (files.length === 0) {
  process.stderr.write(`no test file matches ${positionals.join(' ')}\n`);
  process.exit(1);
}

const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupt.abort());

// Once for all tests that serve it.
await builtDesk();
const folder = makeRunFolder();
let tally: Tally;
try {
  const server = await startTestServer(process.env.DATABASE_URL || undefined);
  Object.assign(process.env, server.environment);
  // A test that starts a Kundig of its own must not reach the server of the run by accident.
  delete process.env.DATABASE_URL;
  tally = await runFiles().finally(server.stop);
} finally {
  folder.remove();
}
if (interrupt.signal.aborted) process.stdout.write('interrupted\n');
process.stdout.write(closingLines(tally));
process.exitCode = tally.failed === 0 && tally.passed > 0 && !interrupt.signal.aborted ? 0 : 1;

async function runFiles(): Promise<Tally> {
  const stream = run({
    files,
    // Many tests wait for processes, so one more than there are cores.
    concurrency: availableParallelism() + 1,
    // The runner has no bound for a file that its open connections keep alive after its tests.
    execArgv: ['--import', join(import.meta.dirname, 'test/deadline.ts')],
    signal: interrupt.signal,
    ...(values.name === undefined ? {} : { testNamePatterns: [values.name] }),
  });
  const counted = tallyOf(stream);
  const reporter = stream.compose(spec);
  reporter.pipe(process.stdout);
  await new Promise((done) => {
    reporter.once('end', done);
    reporter.once('error', done);
  });
  return counted;
}

/** All test files of all rooms, or those whose path contains one of the given pieces. */
function findTests(pieces: readonly string[]): string[] {
  const all = globSync('**/*.test.{ts,tsx}', {
    exclude: (name) => ['node_modules', 'data', 'data-demo'].includes(name),
  });
  const wanted = pieces.map((piece) => piece.replace(/^\.\//, ''));
  return all.filter((file) => wanted.length === 0 || wanted.some((piece) => file.includes(piece))).sort();
}
