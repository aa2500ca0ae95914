import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { runVectors as run } from './golden.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kundig-golden-'));
});
afterEach(() => rm(folder, { recursive: true }));

const third = { id: 'third', op: 'proportion', numerator: 1, denominator: 3 };
const hour = { id: 'hour', op: 'duration_h_mm_ss', seconds: 3600, expected_text: '1:00:00' };

async function golden(files: Readonly<Record<string, unknown>>, args = [folder]) {
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  const out: string[] = [];
  const err: string[] = [];
  const status = await run(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { status, out, err };
}

test('what core gets right passes, whatever the file is called', async () => {
  const right = { ...third, expected: { value_pct: 33.333333333333336 } };
  assert.deepEqual(await golden({ 'a.json': { cases: [right] }, 'b.json': { cases: [hour] }, 'notes.txt': 'x' }), {
    status: 0,
    out: ['2 passed, 0 failed'],
    err: [],
  });
});

test('a failure names file, case, field, what was expected and what came', async () => {
  const wrong = { ...third, expected: { value_pct: 33.3, wide: true, odds: 0.5, low_pct: null } };
  const { status, out } = await golden({ 'shares.json': { cases: [wrong, third] }, 'time.json': { cases: [hour] } });
  assert.equal(status, 1);
  assert.deepEqual(out.slice(0, 2), [
    'shares.json: third: value_pct: expected 33.3, got 33.333333333333336',
    'shares.json: third: odds: expected 0.5, got nothing',
  ]);
  assert.match(out[2]!, /^shares.json: third: low_pct: expected null, got 6\.149/);
  assert.match(out[3]!, /^shares.json: third: error: expected "an answer", got "the case expects nothing"/);
  assert.equal(out.at(-1), '1 passed, 2 failed');
});

test('whole numbers are exact, floats are not', async () => {
  const cases = '{"cases":[{"id":"n","op":"nps","counts":{"9":1000000000},"expected":{"n":N}}]}';
  const statusOf = async (n: string) => (await golden({ 'n.json': cases.replace('N}', `${n}}`) })).status;
  assert.deepEqual([await statusOf('1000000000'), await statusOf('1000000001')], [0, 1]);
  assert.deepEqual([await statusOf('1000000000.5'), await statusOf('1000000002.5')], [0, 1]);
});

test('an error inside core is a failure of its case and no more', async () => {
  const impossible = { id: 'x', op: 'quantile', values: [1], q: 7, expected: { n: 1 } };
  const { status, out } = await golden({ 'q.json': { cases: [impossible, { ...third, expected: { wide: true } }] } });
  assert.deepEqual([status, out.at(-1)], [1, '1 passed, 1 failed']);
});

test('an unknown or broken file is named, the others are still evaluated, and the status is 2', async () => {
  const { status, out, err } = await golden({
    'broken.json': '{"cases": [',
    'empty.json': [],
    'other.json': { cases: [{ id: 1, weather: 'fine' }] },
    'time.json': { cases: [hour] },
  });
  assert.deepEqual([status, out], [2, ['1 passed, 0 failed']]);
  assert.equal(err.length, 3);
  assert.match(err[0]!, /^broken.json: is no JSON/);
  assert.match(err[1]!, /^empty.json: has no list "cases"/);
  assert.match(err[2]!, /^other.json: no known kind of vectors/);
});

test('a folder that is named like a vector file is no vector file', async () => {
  await mkdir(join(folder, 'folder.json'));
  const { status, err } = await golden({ 'time.json': { cases: [hour] } });
  assert.equal(status, 2);
  assert.match(err[0]!, /^folder.json: cannot be read/);
});

test('a missing folder, an empty one and no folder at all are told apart', async () => {
  const nowhere = join(folder, 'nowhere');
  assert.deepEqual(await golden({}, [nowhere]), { status: 2, out: [], err: [`${nowhere}: there is no such folder.`] });
  assert.deepEqual(await golden({}), { status: 2, out: [], err: [`${folder}: holds no *.json files.`] });
  assert.equal((await golden({}, [])).status, 2);
});

test('year to date of anything but years is refused, which a case expects as null', async () => {
  const at = '2026-05-05T10:00:00Z';
  const asked = { id: 'ytd', op: 'windows', tz: 'UTC', anchor: at, as_of: at, granularity: 'month', comparison: 'ytd' };
  assert.equal((await golden({ 'p.json': { cases: [{ ...asked, expected: null }] } })).status, 0);
});
