import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { staleFiles } from './check/generated.ts';

for (const { file, produced } of await staleFiles()) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, produced);
  process.stdout.write(`written: ${file}\n`);
}
