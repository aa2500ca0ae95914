import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fillIn } from './fill.ts';
import { foreignText } from './foreign-text.ts';

const runs = { seed: 20_261_123, numRuns: 3000 };
const signs = fc.string({
  unit: fc.constantFrom(
    ...'ab 1(\nש\u0639\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\u0007\u0085',
  ),
  maxLength: 14,
});

test('a text of left-to-right letters stays as it is, to the last sign', () => {
  for (const text of ['Größe, 印刷, 👩‍🔧, x̂\n\tab', '', ' ', '<b>&amp;</b>']) assert.equal(foreignText(text), text);
});

test('letters that run from right to left stay, and run so for themselves', () => {
  assert.equal(foreignText('שלום (12)'), '\u2068שלום (12)\u2069');
  assert.equal(foreignText('خدمة 24/7'), '\u2068خدمة 24/7\u2069');
});

test('an override and an isolate that is not closed are seen and turn nothing', () => {
  assert.equal(foreignText('Rechnung \u202egnp.exe'), 'Rechnung \ufffdgnp.exe');
  assert.equal(foreignText('\u2067a\u2066b'), '\ufffda\ufffdb');
  assert.equal(foreignText('\u2069\u2069ש'), '\u2068\ufffd\ufffdש\u2069');
});

test('of a text that nobody would see, every sign is seen', () => {
  assert.equal(foreignText('\u200b\u3164'), '\ufffd\ufffd');
  assert.equal(foreignText('a\u200bb'), 'a\u200bb');
});

test('whatever the text, its isolates open and close within it and hold no other sign of direction', () => {
  fc.assert(
    fc.property(signs, (text) => {
      const shown = foreignText(text);
      assert.match(shown, /^(?:[^\u202a-\u202e\u2066-\u2069]|\u2068[^\u202a-\u202e\u2066-\u2069]*\u2069)*$/);
      assert.ok(!/\p{Cc}/u.test(shown.replaceAll('\n', '')));
    }),
    runs,
  );
});

test('doing it twice is doing it once, also in a sentence in a sentence', () => {
  fc.assert(
    fc.property(signs, (text) => {
      const once = foreignText(text);
      assert.equal(foreignText(once), once);
      const sentence = fillIn('Service {name}.', { name: text });
      assert.equal(fillIn('{sentence} {n}', { sentence, n: 2 }), `${sentence} 2`);
    }),
    runs,
  );
});
