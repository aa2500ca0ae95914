import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatIn } from './format.ts';

const german = formatIn('de', 'Europe/Berlin');
const english = formatIn('en', 'Europe/Berlin');
const minutes = { unit: 'minutes', digits: 1 };
const share = { unit: 'percent', digits: 1 };
const NARROW = '\u202f';

describe('minutes as sentences say them', () => {
  test('below two hours they stay minutes', () => {
    assert.equal(german.withUnit(119.9, minutes), `119,9${NARROW}Min.`);
  });

  test('minutes that have not passed are cut off, as tickets do', () => {
    assert.equal(german.hours(187_199), '51:59');
    assert.equal(german.hours(-15_959), '\u22124:25');
    assert.equal(german.withUnit(33 + 35 / 60, { unit: 'hours', digits: 1 }), `33:35${NARROW}Std.`);
  });

  test('from two hours on they are hours and minutes', () => {
    assert.equal(german.withUnit(120, minutes), `2:00${NARROW}Std.`);
    assert.equal(german.withUnit(2014.8, minutes), `33:34${NARROW}Std.`);
    assert.equal(english.withUnit(2014.8, minutes), `33:34${NARROW}h`);
  });

  test('a change for the shorter is read as one for the longer', () => {
    assert.equal(german.withUnit(-130, minutes), `\u22122:10${NARROW}Std.`);
  });

  test('two ends share the unit of the longer one', () => {
    assert.deepEqual(german.range(90, 150, minutes), { low: '1:30', high: `2:30${NARROW}Std.` });
    assert.deepEqual(german.range(30, 90.5, minutes), { low: '30,0', high: `90,5${NARROW}Min.` });
  });

  test('tables stay in minutes', () => {
    assert.equal(german.value(2014.8, minutes), '2.014,8');
  });

  test('a promise has no decimals that are none', () => {
    assert.equal(german.tight(45, minutes), `45${NARROW}Min.`);
    assert.equal(german.tight(480, minutes), `8:00${NARROW}Std.`);
    assert.equal(german.tight(85, share), `85${NARROW}%`);
    assert.equal(german.tight(87.5, share), `87,5${NARROW}%`);
    assert.equal(german.tight(6.5, { unit: 'hours', digits: 1 }), `6:30${NARROW}Std.`);
    assert.equal(german.tight(6, { unit: 'hours', digits: 1 }), `6:00${NARROW}Std.`);
    assert.equal(german.tight(12, { unit: 'tickets', digits: 0 }), '12');
  });
});
