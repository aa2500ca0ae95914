import { type MappingProblem, mappingProblems } from '#contract/import-mapping-problems.ts';
import type { FailureDetail } from '#server/platform/failure.ts';
import { sayLoosely } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import { shown } from './import-problem.ts';
import { columnsOfMapping } from './presets.ts';

const LONGEST_CHOICES = 200;

/** What is wrong with a draft, in words, at which of its keys. */
export interface DraftProblem {
  readonly kind: string;
  readonly path: readonly (string | number)[];
  readonly words: string;
}

/** What is wrong with a key of a mapping, as a detail of a failure. */
export function mappingProblemDetail({ kind, path, choices }: MappingProblem): FailureDetail {
  const params = { path: pathText(path), choices: shown(choices.join(', '), LONGEST_CHOICES) };
  const words = path.length === 0 ? { path: 'import.map.whole' as const } : {};
  return { key: `import.map.${kind}`, params, words };
}

/** All that is wrong with a mapping, columns that the file lacks included; none: it can be run. */
export function draftProblems(
  draft: unknown,
  header: readonly string[] | null,
  { language }: { readonly language: Language },
): DraftProblem[] {
  const wrong = mappingProblems(draft).map((problem): DraftProblem => {
    const { key, params, words = {} } = mappingProblemDetail(problem);
    const spoken = Object.entries(words).map(([name, word]) => [name, sayLoosely(language, word, {})]);
    return {
      kind: problem.kind,
      path: problem.path,
      words: sayLoosely(language, key, { ...params, ...Object.fromEntries(spoken) }),
    };
  });
  if (header === null) return wrong;
  const missing = columnsOfMapping(draft).filter(({ column }) => !header.includes(column.trim()));
  return [
    ...wrong,
    ...missing.map(({ column, path }) => ({
      kind: 'columnMissing',
      path,
      words: sayLoosely(language, 'import.map.columnMissing', { path: shown(column) }),
    })),
  ];
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
