import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { startTestServer } from './test/start-test-server.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { name: { type: 'string' } } });
const files = findTests(positionals);
if (files.length === 0) {
  process.stderr.write(`no test file matches ${positionals.join(' ')}\n`);
  process.exit(1);
}

const server = await startTestServer(process.env['DATABASE_URL']);
Object.assign(process.env, server.environment);
delete process.env['DATABASE_URL'];
const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => interrupt.abort());

const tally = { passed: 0, failed: 0, skipped: new Map<string, number>() };
const stream = run({
  files,
  concurrency: Math.max(2, availableParallelism()),
  timeout: 300_000,
  signal: interrupt.signal,
  ...(values.name === undefined ? {} : { testNamePatterns: [values.name] }),
});
stream.on('test:summary', ({ file, counts }) => {
  if (file !== undefined) return;
  tally.passed = counts.passed;
  tally.failed = counts.tests - counts.passed - counts.skipped - counts.todo;
});
stream.on('test:pass', ({ skip }) => {
  if (typeof skip === 'string' && skip !== '') tally.skipped.set(skip, (tally.skipped.get(skip) ?? 0) + 1);
});
const reporter = stream.compose(spec);
reporter.pipe(process.stdout);
await new Promise((done) => {
  reporter.once('end', done);
  reporter.once('error', done);
});
await server.stop();
for (const [reason, count] of tally.skipped) process.stdout.write(`skipped: ${count} (${reason})\n`);
if (interrupt.signal.aborted) process.stdout.write('interrupted\n');
process.stdout.write(`${tally.passed} passed, ${tally.failed} failed\n`);
process.exit(tally.failed === 0 && tally.passed > 0 && !interrupt.signal.aborted ? 0 : 1);

/** All test files of all rooms, or those whose path contains one of the given pieces. */
function findTests(pieces: readonly string[]): string[] {
  const all = globSync('**/*.test.ts', { exclude: (name) => name === 'node_modules' || name === 'data' });
  const wanted = pieces.map((piece) => piece.replace(/^\.\//, ''));
  return all.filter((file) => wanted.length === 0 || wanted.some((piece) => file.includes(piece))).sort();
}
