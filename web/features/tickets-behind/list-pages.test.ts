import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIRST_PAGE, isCutOff, MOST_ROWS, pageAfter } from './list-pages.ts';

/** The pages of a list of so many facts, as the server would give them. */
function pagesOf(facts: number): readonly { readonly rows: readonly number[]; readonly nextCursor: string | null }[] {
  const pages: { rows: number[]; nextCursor: string | null }[] = [];
  let told = 0;
  for (let wanted = FIRST_PAGE as ReturnType<typeof pageAfter>; wanted !== null; wanted = pageAfter(pages)) {
    const rows = Array.from({ length: Math.min(wanted.limit, facts - told) }, (_, index) => told + index);
    told += rows.length;
    pages.push({ rows, nextCursor: told < facts ? String(told) : null });
  }
  return pages;
}

for (const [facts, sizes, isCut] of [
  [0, [0], false],
  [199, [199], false],
  [200, [200], false],
  [5_000, [200, 2_000, 2_000, 800], false],
  [20_000, [200, ...Array(9).fill(2_000), 1_800], false],
  [20_001, [200, ...Array(9).fill(2_000), 1_800], true],
] as const) {
  test(`${facts} facts come in ${sizes.length} pages${isCut ? ', and not all of them' : ''}`, () => {
    const pages = pagesOf(facts);
    assert.deepEqual(
      pages.map(({ rows }) => rows.length),
      sizes,
    );
    assert.equal(isCutOff(pages), isCut);
    assert.ok(pages.flatMap(({ rows }) => rows).length <= MOST_ROWS);
  });
}
