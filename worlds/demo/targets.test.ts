import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureById } from '#core/figures/registry.ts';
import { parseLocalDate } from '#core/time/local-date.ts';
import { targetsOf } from './targets.ts';
import { timelineOf } from './timeline.ts';

const timeline = timelineOf(parseLocalDate('2026-11-23'));
const targets = targetsOf(timeline);

test('every target is one of a figure', () => {
  const unknown = targets.filter(({ figure }) => figureById(figure) === undefined);
  assert.deepEqual(unknown, []);
});

test('no target begins after the world has ended, and later ones are set later', () => {
  const dates = targets.map(({ validFrom }) => validFrom);
  assert.ok(Math.max(...dates) < timeline.today);
  assert.deepEqual(
    dates,
    dates.toSorted((a, b) => a - b),
  );
});

test('one target was tightened, so that there is a history to see', () => {
  const byFigure = Map.groupBy(targets, ({ figure }) => figure);
  const tightened = [...byFigure].filter(([, own]) => own.length > 1).map(([figure]) => figure);
  assert.deepEqual(tightened, ['resolution_sla_pct']);
});
