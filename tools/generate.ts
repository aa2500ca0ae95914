import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/*
 * npm run generate [-- examples]
 * Writes the generated files that are out of date. With `examples` the example company is built and asked anew first.
 */

const [what, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (what !== undefined && what !== 'examples')) {
  process.stderr.write('npm run generate [-- examples]\n');
  process.exit(1);
}
if (what === 'examples') {
  const { makeExamples } = await import('./generate/examples/make-examples.ts');
  const { storeExamples } = await import('./generate/examples/stored-examples.ts');
  storeExamples(await makeExamples());
}
// Only now: the pages take the stored answers when they are loaded.
const { staleFiles } = await import('./check/generated.ts');
for (const { file, produced } of await staleFiles()) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, produced);
  process.stdout.write(`written: ${file}\n`);
}
