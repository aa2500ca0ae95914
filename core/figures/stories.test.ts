import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storiesOf } from './stories.ts';
import type { Tone } from './tile-signal.ts';

const found = (name: string, tone: Tone, service: string | null) => ({
  name,
  tone,
  where: service === null ? null : { dimension: 'service', value: service },
});

const names = (findings: readonly ReturnType<typeof found>[]) =>
  storiesOf(findings).map(({ lead, others }) => [lead, ...others].map(({ name }) => name));

test('what went worse because of the same service is one story, told by its strongest finding', () => {
  const findings = [
    found('resolved late', 'worse', 'mail'),
    found('jams', 'worse', 'print'),
    found('answered late', 'worse', 'mail'),
  ];
  assert.deepEqual(names(findings), [['resolved late', 'answered late'], ['jams']]);
});

test('findings that nobody carries are stories of their own', () => {
  assert.deepEqual(names([found('a', 'worse', null), found('b', 'worse', null)]), [['a'], ['b']]);
});

test('what went well is no part of a story of what went wrong', () => {
  assert.deepEqual(names([found('a', 'worse', 'mail'), found('b', 'better', 'mail')]), [['a'], ['b']]);
});
