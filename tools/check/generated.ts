import { existsSync, readFileSync } from 'node:fs';
import type { Generator } from '#tools/generate/generator.ts';
import { generators } from '#tools/generate/generators.ts';

/** A generated file that is not as its generator makes it. */
export interface StaleFile {
  readonly file: string;
  readonly produced: string;
}

/** All generated files that are out of date. */
export async function staleFiles(all: readonly Generator[] = generators): Promise<readonly StaleFile[]> {
  const made = await Promise.all(
    all.map(async ({ file, produce }) => {
      const current = existsSync(file) ? readFileSync(file, 'utf8') : '';
      const produced = await produce(current);
      return { file, produced, isStale: produced !== current };
    }),
  );
  return made.filter(({ isStale }) => isStale);
}

/** The same as lines for a person. */
export async function checkGenerated(all: readonly Generator[] = generators): Promise<readonly string[]> {
  return (await staleFiles(all)).map(({ file }) => `${file} is out of date: run "npm run generate".`);
}
