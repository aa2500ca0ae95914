import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { betweenMarkers } from '#tools/generate/markers.ts';
import { checkGenerated } from './generated.ts';
import { checkLanguages } from './languages.ts';
import { checkLockFile } from './lock-file.ts';
import { checkSizes, countLines } from './sizes.ts';
import { readSource } from './source-text.ts';

test('a file of 401 lines is too long, one of 400 is not', (t) => {
  const folder = temporaryFolder(t);
  const files = [400, 401].map((lines) => {
    const file = join(folder, `${lines}.ts`);
    writeFileSync(file, 'x\n'.repeat(lines));
    return file;
  });
  assert.deepEqual(checkSizes(files).length, 1);
  assert.match(checkSizes(files)[0] ?? '', /401\.ts: 401 lines/);
  assert.deepEqual([countLines(''), countLines('a'), countLines('a\n'), countLines('a\n\n')], [0, 1, 1, 2]);
});

test('a text that is missing, empty, or fills in other values in one language is found', () => {
  assert.deepEqual(
    checkLanguages({ a: 'x', b: '{n} x', c: 'x {n} {m} {n}', d: 'x' }, { a: ' ', b: '{m} x', c: '{m} {n}', e: 'x' }),
    [
      'text a is missing in de',
      'text b fills in {n} in en, but {m} in de',
      'text d is missing in de',
      'text e is missing in en',
    ],
  );
});

test('a generated file that is out of date is found', async (t) => {
  const file = join(temporaryFolder(t), 'a.md');
  writeFileSync(file, 'old');
  assert.deepEqual(await checkGenerated([{ name: 'a', file, produce: () => 'new' }]), [
    `${file} is out of date: run "npm run generate".`,
  ]);
  assert.deepEqual(await checkGenerated([{ name: 'a', file, produce: (current) => current }]), []);
});

test('a lock file that forgot an optional package is found', () => {
  const lock = (names: readonly string[]) => {
    const forgetful = { '': {}, 'node_modules/a': { optionalDependencies: { b: '1', c: '1' } } };
    return JSON.stringify({ packages: { ...forgetful, ...Object.fromEntries(names.map((name) => [name, {}])) } });
  };
  assert.equal(checkLockFile(lock([])).length, 2);
  assert.deepEqual(checkLockFile(lock(['node_modules/b', 'node_modules/a/node_modules/c'])), []);
});

test('only what stands between the markers is replaced', () => {
  const text = 'mine\n<!-- generated: a -->\nold\n<!-- end: a -->\nmine too';
  assert.equal(betweenMarkers(text, 'a', 'new'), text.replace('old', 'new'));
  assert.throws(() => betweenMarkers(text, 'b', 'new'), /missing/);
});

const sources = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the samples are source texts
  ['a template with code inside', 'a(`x ${b("y", { c: `z ${d}` })} x`, e)', 'a(`  ${b(" ", { c: `  ${d}` })}  `, e)'],
  ['a pattern after an equals sign', 'const a = /["`]/g; b("x")', 'const a = /    /g; b(" ")'.replace('    ', '    ')],
  ['a division is no pattern', 'a / b; c("x") / d', 'a / b; c(" ") / d'],
  ['an escaped quote', "a('it\\'s'); b", "a('     '); b"],
  ['a comment in a text stays text', 'a("// x"); b // y', 'a("    "); b     '],
] as const;

for (const [name, source, code] of sources) {
  test(`what is code: ${name}`, () => {
    assert.equal(readSource(source).codeOnly, code);
  });
}
