import { readFileSync } from 'node:fs';

const mostLines = 400;
/** Generated files, steps of the database and catalogues of texts grow by nature. */
const excepted = /^(?:server\/database\/(?:migrations|generated)\/|text\/(?:de|en)\/)/;

/** Every file that is longer than a person can keep in mind. */
export function checkSizes(files: readonly string[]): readonly string[] {
  return files
    .filter((file) => !excepted.test(file))
    .map((file) => ({ file, lines: countLines(readFileSync(file, 'utf8')) }))
    .filter(({ lines }) => lines > mostLines)
    .map(({ file, lines }) => `${file}: ${lines} lines, at most ${mostLines}. Split it: one concept a file.`);
}

/** Lines of a text; the last line break ends a line and begins none. */
export function countLines(text: string): number {
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
}
