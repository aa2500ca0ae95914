import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnsweredExample } from './ask-examples.ts';

/** The answers that the pages of figures show, kept in the repository: building the company takes too long for a check. */
const FILE = join(import.meta.dirname, '..', '..', '..', 'docs', 'figures', 'examples.json');

/** Empty as long as nothing was stored. */
export function readStoredExamples(): readonly AnsweredExample[] {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : [];
}

/** Written as the formatter of the house writes it: lists of numbers stand on one line. */
export function storeExamples(examples: readonly AnsweredExample[]): void {
  const text = JSON.stringify(examples, null, 2).replace(/\[[\d.,\s-]+\]/g, (numbers) =>
    JSON.stringify(JSON.parse(numbers)).replaceAll(',', ', '),
  );
  writeFileSync(FILE, `${text}\n`);
}
