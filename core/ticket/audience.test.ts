import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audienceOf, textsForCustomer } from './audience.ts';

const reply = (isPublic: boolean) =>
  ({ kind: 'replySent', details: { isPublic, isAutomatic: false }, texts: { body: 'Bitte sehr.' } }) as const;
const resolved = { kind: 'stateChanged', details: { to: 'resolved' }, texts: { solution: 'Neu gestartet.' } } as const;
const call = { kind: 'contactHandled', details: { isInbound: true }, texts: { note: 'Ist verärgert.' } } as const;

test('a reply is for the customer when it is public, and for the desk alone when it is not', () => {
  assert.deepEqual([audienceOf(reply(true)), audienceOf(reply(false))], ['customer', 'internal']);
});

test('a change of state is for the customer when it brings the solution', () => {
  assert.deepEqual([audienceOf(resolved), audienceOf({ ...resolved, texts: {} })], ['customer', 'system']);
});

test('a customer may read bodies and solutions', () => {
  assert.deepEqual(textsForCustomer(reply(true)), { body: 'Bitte sehr.' });
  assert.deepEqual(textsForCustomer(resolved), { solution: 'Neu gestartet.' });
});

test('a customer never reads notes of the desk, not even those about a call', () => {
  assert.deepEqual(textsForCustomer(reply(false)), {});
  assert.deepEqual(textsForCustomer(call), {});
});
