import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIGURES } from '#core/figures/registry.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { exampleText } from './example-text.ts';
import { examplesIn } from './make-examples.ts';
import { readStoredExamples } from './stored-examples.ts';

const stored = readStoredExamples();
const database = await testDatabase();

test('every figure has a worked example', () => {
  const ids = FIGURES.map(({ id }) => id);
  assert.deepEqual(
    stored.map(({ figure }) => figure),
    ids,
  );
});

test('the row that an example takes apart has something in it', () => {
  const empty = stored.filter(({ row, answers }) => !answers[row] || answers[row].value === null);
  assert.deepEqual(
    empty.map(({ figure }) => figure),
    [],
  );
});

test('an example has its call and the words that explain it in both languages', () => {
  for (const example of stored) {
    for (const language of ['de', 'en'] as const) {
      const text = exampleText(example, language);
      assert.ok(text.includes(`npm run kundig -- kpi ${example.words}\n`), example.figure);
      assert.doesNotMatch(text, /\{\w+\}|undefined|null|NaN/, example.figure);
    }
  }
});

test('the product answers as the pages say (else "npm run generate -- examples", and read what they tell again)', async () => {
  const answered = JSON.parse(JSON.stringify(await examplesIn(database)));
  for (const [index, example] of answered.entries()) assert.deepEqual(stored[index], example);
  assert.equal(stored.length, answered.length);
});
