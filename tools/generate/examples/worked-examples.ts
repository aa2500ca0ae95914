import type { WorkedExample } from '#tools/generate/figure-docs.ts';
import { exampleText } from './example-text.ts';
import { readStoredExamples } from './stored-examples.ts';

/** The stored examples in words, by figure id. */
export function workedExamples(): ReadonlyMap<string, WorkedExample> {
  return new Map(
    readStoredExamples().map((example) => [
      example.figure,
      { en: exampleText(example, 'en'), de: exampleText(example, 'de') },
    ]),
  );
}
