import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_NOTE_CHARACTERS } from '#contract/api/note-shapes.ts';
import { parseLocalDate } from '#core/time/local-date.ts';
import { CUSTOMERS, SERVICES, TEAMS } from './house.ts';
import { notesOf } from './notes.ts';
import { timelineOf } from './timeline.ts';

const timeline = timelineOf(parseLocalDate('2026-11-23'));
const notes = notesOf(timeline);

test('notes come in the order of their days, within the world', () => {
  const days = notes.map(({ on }) => on);
  assert.deepEqual(
    days,
    days.toSorted((a, b) => a - b),
  );
  assert.ok(days.every((day) => day >= timeline.firstDate && day < timeline.today));
});

test('a note is as short as one that people write', () => {
  const texts = notes.flatMap(({ text }) => Object.values(text));
  for (const text of texts) assert.ok(text.length > 0 && text.length <= MOST_NOTE_CHARACTERS, text);
});

test('a note about one value is about one that the house has', () => {
  const known: Readonly<Record<string, object>> = { service: SERVICES, team: TEAMS, agreement: CUSTOMERS };
  for (const { split } of notes) if (split) assert.ok(split.value in known[split.dimension]!, split.value);
});
