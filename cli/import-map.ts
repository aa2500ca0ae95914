import { open } from 'node:fs/promises';
import { type ImportMapping, importMapping } from '#contract/import-mapping.ts';
import { mappingProblems } from '#contract/import-mapping-problems.ts';
import { fileFailure, mappingProblemDetail, shownPath } from '#server/features/imports/index.ts';
import { Failure } from '#server/platform/failure.ts';

/** Mappings are a page long. What is longer is a log given by mistake. */
const LONGEST_MAP_BYTES = 1_000_000;

/** Reads the JSON of a mapping file; fails with a sentence when there is none. */
export async function readMap(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // What the parser says besides is English and repeats what stands in the file.
    const [, line, column] = /\(line (\d+) column (\d+)\)/.exec((error as Error).message) ?? [];
    const file = shownPath(path);
    if (line === undefined || column === undefined) throw new Failure('failure.importMapJson', { file });
    throw new Failure('failure.importMapJsonAt', { file, line, column });
  }
}

/** The mapping in `raw`; fails with all that is wrong with it. */
export function checkedMapping(raw: unknown, name: string): ImportMapping {
  const problems = mappingProblems(raw);
  if (problems.length === 0) return importMapping.parse(raw);
  throw new Failure('failure.importMap', { file: shownPath(name) }).withDetails(problems.map(mappingProblemDetail));
}

async function readText(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > LONGEST_MAP_BYTES) {
        throw new Failure('failure.importMapTooLong', { file: shownPath(path), limit: LONGEST_MAP_BYTES });
      }
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof Failure ? error : fileFailure(error, path);
  }
}
