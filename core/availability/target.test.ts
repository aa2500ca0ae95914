import assert from 'node:assert/strict';
import { test } from 'node:test';
import { targetVerdict } from './target.ts';

const over = { agreedSeconds: 100_000, downtimeSeconds: 1000, remainingSeconds: 0 };

test('a target is met on the exact value, not on a rounded one', () => {
  assert.equal(targetVerdict({ ...over, targetPct: 99 }), 'met');
  assert.equal(targetVerdict({ ...over, downtimeSeconds: 1001, targetPct: 99 }), 'missed');
});

test('a running period is undecided while its rest can still save and spoil it', () => {
  const running = { agreedSeconds: 50_000, downtimeSeconds: 900, remainingSeconds: 50_000, targetPct: 99 };
  assert.equal(targetVerdict(running), 'undecided');
  assert.equal(targetVerdict({ ...running, downtimeSeconds: 1001 }), 'missed');
  assert.equal(targetVerdict({ ...running, downtimeSeconds: 0, remainingSeconds: 500 }), 'met');
});

test('a period without agreed time has no verdict', () => {
  assert.equal(targetVerdict({ agreedSeconds: 0, downtimeSeconds: 0, remainingSeconds: 0, targetPct: 99 }), null);
});
