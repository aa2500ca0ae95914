import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIGURES } from '#core/figures/registry.ts';
import { catalogueOf } from '#text/catalogue.ts';
import { figureDocs } from './figure-docs.ts';

const pageOf = async (id: string, examples?: Parameters<typeof figureDocs>[0]): Promise<string> =>
  figureDocs(examples)
    .find(({ file }) => file === `docs/figures/${id}.md`)!
    .produce('');

for (const { id } of FIGURES) {
  test(`the page of ${id} has its formula, its bounds and its source in both languages`, () => {
    for (const language of ['de', 'en'] as const) {
      const words = catalogueOf(language) as Record<string, string>;
      for (const part of ['formula', 'notThis', 'source'])
        assert.ok(words[`docs.${id}.${part}`], `${language} ${part}`);
    }
  });
}

test('no page holds a placeholder or a missing text', async () => {
  for (const { produce, file } of figureDocs()) assert.doesNotMatch(await produce(''), /\{\w+\}|undefined|null/, file);
});

test('a page has an example only where there is one, in each language in its own section', async () => {
  assert.doesNotMatch(await pageOf('reopen_rate_pct'), /A worked example/);
  const examples = new Map([['reopen_rate_pct', { en: 'Of 200 tickets 9 came back.', de: 'Von 200 kamen 9 zurück.' }]]);
  const page = await pageOf('reopen_rate_pct', examples);
  assert.match(page, /### A worked example\n\nOf 200 tickets 9 came back\./);
  assert.match(page, /### Ein durchgerechnetes Beispiel\n\nVon 200 kamen 9 zurück\./);
  assert.doesNotMatch(await pageOf('lead_time_hours', examples), /### /);
});

test('the index names every page', async () => {
  const index = await figureDocs()[0]!.produce('');
  for (const { id } of FIGURES) assert.ok(index.includes(`(${id}.md)`));
});
