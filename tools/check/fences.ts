import { readFileSync } from 'node:fs';
import { importsOf } from './imports.ts';
import { type CheckedFile, laws } from './laws.ts';
import { readSource } from './source-text.ts';

/** Every breach of a law in the given files, a line each that names the reason and the way out. */
export function checkFences(files: readonly string[]): readonly string[] {
  return files.flatMap((path) => breachesIn(path, readFileSync(path, 'utf8')));
}

/** The breaches in one source text. */
export function breachesIn(path: string, source: string): readonly string[] {
  const file: CheckedFile = { path, code: readSource(source).codeOnly, imports: importsOf(path, source) };
  return laws
    .filter((law) => law.holdsFor(path))
    .flatMap((law) =>
      law
        .breaches(file)
        .map(
          ({ line, what }) => `${path}:${line}: ${what}: ${law.name}, for ${law.reason}. Instead: ${law.alternative}.`,
        ),
    );
}
