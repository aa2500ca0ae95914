import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEnvironmentFile } from './environment-file.ts';

const valueCases = [
  ['plain', 'A=b', 'b'],
  ['spaces around', '  A =  b c  ', 'b c'],
  ['an equals sign in the value', 'A=b=c', 'b=c'],
  ['double quotes keep spaces', 'A=" b "', ' b '],
  ['single quotes', "A='b'", 'b'],
  ['one quote alone stays', 'A="', '"'],
  ['a number sign in the value stays', 'A=b#c', 'b#c'],
  ['nothing', 'A=', ''],
  ['export', 'export A=b', 'b'],
  ['a byte order mark and Windows line ends', '\uFEFFA=b\r\n', 'b'],
  ['nothing is expanded', 'A=$HOME', '$HOME'],
] as const;

for (const [name, text, value] of valueCases) {
  test(`a value: ${name}`, () => {
    assert.deepEqual(parseEnvironmentFile(text), { entries: [{ name: 'A', value, line: 1 }], badLines: [] });
  });
}

test('comments and empty lines are left out, lines are counted with them', () => {
  assert.deepEqual(parseEnvironmentFile('# a\n\nA=1\n1A=2\nB\n'), {
    entries: [{ name: 'A', value: '1', line: 3 }],
    badLines: [4, 5],
  });
});
