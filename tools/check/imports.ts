import { posix } from 'node:path';
import { readSource } from './source-text.ts';

/** One import, export-from or import() of a file. */
export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The file it names, from the project's root; null for packages and for Node itself. */
  readonly target: string | null;
  /** Types alone: nothing of the other file runs. */
  readonly isTypeOnly: boolean;
  readonly line: number;
}

const statement = /(?:^|[;}\n])\s*(import|export)\s+(type\s+)?(?:[\w*\s{},$]*?\sfrom\s*)?(['"])([^'"\n]+)\3/g;
const call = /\bimport\s*\(\s*(['"])([^'"\n]+)\1/g;
const inType = /\btypeof\s+import\s*\(\s*$/;

/** All imports of a source text. `file` is its path from the project's root. */
export function importsOf(file: string, source: string): readonly Import[] {
  const { withoutComments: text, codeOnly } = readSource(source);
  /** What stands inside a text is no import. */
  const isCode = (match: RegExpExecArray) =>
    /\S/.test(codeOnly.slice(match.index, match.index + match[0].search(/\w/) + 1));
  const lineAt = (index: number) => text.slice(0, index).split('\n').length;
  const found: Import[] = [];
  for (const match of [...text.matchAll(statement)].filter(isCode)) {
    const specifier = match[4] ?? '';
    const line = lineAt(match.index + match[0].length - 1);
    found.push({ specifier, target: targetOf(file, specifier), isTypeOnly: match[2] !== undefined, line });
  }
  for (const match of [...text.matchAll(call)].filter(isCode)) {
    const specifier = match[2] ?? '';
    const isTypeOnly = inType.test(text.slice(0, match.index + match[0].indexOf('(') + 1));
    found.push({ specifier, target: targetOf(file, specifier), isTypeOnly, line: lineAt(match.index) });
  }
  return found;
}

function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), specifier));
  return null;
}
