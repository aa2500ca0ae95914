import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textTable } from './table.ts';

test('a cell neither breaks its line nor commands the terminal', () => {
  const table = textTable([{ title: 'Team', align: 'left' }], [['a\nb\u001b[2J']]);
  assert.deepEqual(table.split('\n'), ['Team', '───────', 'a\ufffdb\ufffd[2J']);
});
