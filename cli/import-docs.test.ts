import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as z from 'zod';
import { importMapping } from '#contract/import-mapping.ts';
import { REPAIRS } from '#core/import/source-row.ts';
import { TICKET_STATES } from '#core/ticket/state.ts';
import { WITNESSES } from '#core/ticket/witness.ts';
import { ownLog } from '#tests/import-log.ts';
import { say } from '#text/catalogue.ts';

const docs = readFileSync('docs/import.md', 'utf8');

test('docs/import.md names every key of a mapping, every choice, every state and every witness', () => {
  const { keys, choices } = namesIn(z.toJSONSchema(importMapping, { io: 'input', unrepresentable: 'any' }));
  assert.ok(keys.has('firstResponseAt') && choices.has('windows-1252'));
  const weekdays = ['tue', 'wed', 'thu', 'fri', 'sat'];
  const names = [...keys, ...choices, ...TICKET_STATES, ...WITNESSES].filter((name) => !weekdays.includes(name));
  const unnamed = [...new Set(names)].filter(
    (name) => !docs.includes(`\`${name}\``) && !docs.includes(`\`"${name}"\``),
  );
  assert.deepEqual(unnamed, []);
});

test('docs/import.md explains every kind of repair in the words of the report', () => {
  for (const repair of REPAIRS) assert.ok(docs.includes(`| ${say('en', `import.repair.${repair}`)} |`), repair);
});

test('the worked example in docs/import.md is the file that the tests import', () => {
  assert.ok(docs.includes(readFileSync(ownLog('desk-example.map.json'), 'utf8').trim()));
  const beginning = readFileSync(ownLog('desk-example.csv'), 'utf8').split('\n').slice(0, 6).join('\n');
  assert.ok(docs.includes(beginning));
});

test('source and licence of UCI 498 are named', () => {
  for (const name of ['doi:10.24432/C57S4H', 'CC BY 4.0', 'UCI Machine Learning Repository'])
    assert.ok(docs.includes(name));
});

/** All names of properties and all values of choices in a JSON schema. */
function namesIn(schema: unknown): { keys: Set<string>; choices: Set<string> } {
  const keys = new Set<string>();
  const choices = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('properties' in node && typeof node.properties === 'object' && node.properties !== null) {
      for (const key of Object.keys(node.properties)) keys.add(key);
    }
    if ('enum' in node && Array.isArray(node.enum)) for (const choice of node.enum) choices.add(String(choice));
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(schema);
  return { keys, choices };
}
