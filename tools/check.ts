import { globSync } from 'node:fs';
import { join } from 'node:path';
import { checkFences } from './check/fences.ts';
import { checkGenerated } from './check/generated.ts';
import { checkLanguages } from './check/languages.ts';
import { checkLockFile } from './check/lock-file.ts';
import { complaintsOf } from './check/program.ts';
import { checkSizes } from './check/sizes.ts';

process.chdir(join(import.meta.dirname, '..'));
const files = globSync('**/*.{ts,tsx,js}', {
  exclude: (name) => ['node_modules', 'data', 'data-demo', 'dist'].includes(name),
}).sort();

/** All that is checked besides the tests. Each answers with its complaints; all are asked, however many complain. */
const checks: Readonly<Record<string, () => readonly string[] | Promise<readonly string[]>>> = {
  types: () => complaintsOf('typescript/bin/tsc', ['--project', '.']),
  'types of the web': () => complaintsOf('typescript/bin/tsc', ['--project', 'web']),
  // Hints of the lowest kind count too: what nobody must heed is soon heeded by nobody.
  style: () => complaintsOf('@biomejs/biome/bin/biome', ['check', '--max-diagnostics=200'], /Found \d+ /),
  fences: () => checkFences(files),
  sizes: () => checkSizes(files),
  languages: () => checkLanguages(),
  generated: () => checkGenerated(),
  'lock file': () => checkLockFile(),
};

const results = await Promise.all(
  Object.entries(checks).map(async ([name, check]) => ({ name, complaints: await check() })),
);
for (const { name, complaints } of results) {
  process.stdout.write(`${complaints.length === 0 ? 'ok    ' : 'FAILED'} ${name}\n`);
  for (const complaint of complaints) process.stdout.write(`       ${complaint}\n`);
}
process.exitCode = results.every(({ complaints }) => complaints.length === 0) ? 0 : 1;
