import { open } from 'node:fs/promises';
import { type ImportMapping, importMapping } from '#contract/import-mapping.ts';
import { type MappingProblem, mappingProblems } from '#contract/import-mapping-problems.ts';
import { fileFailure, shown, shownPath } from '#server/features/imports/index.ts';
import { Failure, type FailureDetail } from '#server/platform/failure.ts';

/** Mappings are a page long. What is longer is a log given by mistake. */
const LONGEST_MAP_BYTES = 1_000_000;
const LONGEST_CHOICES = 200;

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
  throw new Failure('failure.importMap', { file: shownPath(name) }).withDetails(problems.map(detailOf));
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

function detailOf({ kind, path, choices }: MappingProblem): FailureDetail {
  const params = { path: pathText(path), choices: shown(choices.join(', '), LONGEST_CHOICES) };
  const words = path.length === 0 ? { path: 'import.map.whole' as const } : {};
  return { key: `import.map.${kind}`, params, words };
}

/** `state.values["On Hold"]`, `witnesses[1]`. */
function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part + 1}]`;
    const isName = /^[A-Za-z]+$/.test(part);
    const name = shown(part);
    if (text === '') return isName ? name : `["${name}"]`;
    return isName ? `${text}.${name}` : `${text}["${name}"]`;
  }, '');
}
