import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeskAddress } from './desk-address.ts';

for (const address of [
  '/desk/cockpit',
  '/desk/cockpit?period=2026-06&where=team%3DMail',
  '/desk/cockpit/reopen_rate_pct?split=team',
  '/desk/q/resolution_sla_pct?tab=counted&where=service%3D(none)',
  '/desk/t/4711',
  '/desk/admin/import',
]) {
  test(`${address} is an address of the desk`, () => assert.ok(isDeskAddress(address)));
}

for (const address of [
  '',
  '/',
  '/desk',
  '/desk/',
  '/desk//evil.example',
  '//evil.example',
  '//evil.example/desk/cockpit',
  '/\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'https://evil.example/desk/cockpit',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/desk/cockpit\t',
  '/desk/cockpit\n',
  ' /desk/cockpit',
  '/desk/cockpit?a=b\\c',
  '/desk/cockpit#x',
  '/desk/cockpit@evil.example',
  '/desk/../api/v1/figures',
  '/desk/cockpit/../../api',
  '/desk/cockpit/%2e%2e/%2e%2e/api',
  '/desk/cockpit/%2f%2fevil.example',
  '/desk/sign-in?next=/desk/cockpit',
  '/desk/cockpits',
  '/DESK/cockpit',
  '/desk/cockpit?ä=1',
  `/desk/cockpit?${'a'.repeat(2_000)}`,
]) {
  test(`${JSON.stringify(address.slice(0, 60))} is none`, () => assert.ok(!isDeskAddress(address)));
}

test('what is an address of the desk is read by a browser as one of this host', () => {
  const { host, pathname } = new URL('/desk/cockpit?x=//evil.example', 'https://desk.example');
  assert.ok(isDeskAddress('/desk/cockpit?x=//evil.example'));
  assert.deepEqual([host, pathname], ['desk.example', '/desk/cockpit']);
});
