import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fit } from './fold.ts';

test('umlauts are found however they are typed', () => {
  assert.ok(fit('Lösungszeit eingehalten', 'loes') > 0);
  assert.ok(fit('Lösungszeit eingehalten', 'LÖS') > 0);
});

test('every word that was typed has to be there', () => {
  assert.ok(fit('Lösungszeit eingehalten', 'zeit ein') > 0);
  assert.equal(fit('Lösungszeit eingehalten', 'zeit offen'), 0);
});

test('what begins with the words stands before what merely holds them', () => {
  const texts = ['Erstreaktionszeit', 'Anteil der Zeit', 'Zeit bis zur Lösung'];
  assert.deepEqual(
    texts.toSorted((a, b) => fit(b, 'zeit') - fit(a, 'zeit')),
    ['Zeit bis zur Lösung', 'Anteil der Zeit', 'Erstreaktionszeit'],
  );
});

test('nothing typed fits everything', () => {
  assert.equal(fit('Cockpit', ' '), 1);
});
