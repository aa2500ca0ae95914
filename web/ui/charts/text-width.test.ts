import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitText, textWidth, wrapLines, wrapText } from './text-width.ts';

test('wide signs take more room than narrow ones, and bold more than plain', () => {
  assert.ok(textWidth('mmm') > textWidth('lll'));
  assert.ok(textWidth('Zusage', 'bold') > textWidth('Zusage'));
});

test('a text that fits stays as it is', () => {
  assert.equal(fitText('Zusage', 200), 'Zusage');
  assert.deepEqual(wrapText('Zusage', 200), ['Zusage']);
});

test('a text that is cut says so and fits', () => {
  const cut = fitText('Vertragsverlängerungsabteilung', 80);
  assert.ok(cut.endsWith('…') && textWidth(cut) <= 80, cut);
});

test('a long text breaks between words and after hyphens', () => {
  assert.deepEqual(wrapText('Übergabe an Level 2 unvollständig', 130), ['Übergabe an Level 2', 'unvollständig']);
  assert.deepEqual(wrapText('Arbeitsplatz-Ausstattung', 100), ['Arbeitsplatz-', 'Ausstattung']);
});

test('what has no room on two lines is cut on the second', () => {
  const lines = wrapText('Der Lieferant antwortete erst nach der zweiten Mahnung der Leitung', 120);
  assert.equal(lines.length, 2);
  for (const line of lines) assert.ok(textWidth(line) <= 120, line);
});

test('under a picture nothing is cut: every word stands on a line that is wide enough', () => {
  const text = 'Eingehaltene Lösungsfristen, geteilt durch eingehaltene und verletzte Lösungsfristen';
  const lines = wrapLines(text, 160);
  assert.equal(lines.join(' '), text);
  for (const line of lines) assert.ok(textWidth(line) <= 160, line);
});

test('a single word without a place to break is cut', () => {
  assert.equal(wrapText('Vertragsverlängerungsabteilung', 80).length, 1);
});
