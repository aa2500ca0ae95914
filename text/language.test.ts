import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf, languageOfHeader } from './language.ts';

const terminalCases = [
  [{}, 'en'],
  [{ LANG: 'de_DE.UTF-8' }, 'de'],
  [{ LANG: 'de' }, 'de'],
  [{ LANG: 'den_CA' }, 'en'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'de_AT', LC_MESSAGES: 'en_GB' }, 'en'],
  [{ LANG: 'en_GB', LC_ALL: 'de_CH.UTF-8', LC_MESSAGES: 'en_GB' }, 'de'],
  [{ LC_ALL: 'en_GB', KUNDIG_LANGUAGE: 'de' }, 'de'],
  [{ LC_ALL: 'de_DE', KUNDIG_LANGUAGE: 'en' }, 'en'],
  [{ LC_ALL: '', LANG: 'de_DE' }, 'de'],
  [{ LANG: 'fr_FR' }, 'en'],
] as const;

for (const [environment, language] of terminalCases) {
  test(`a terminal with ${JSON.stringify(environment)} reads ${language}`, () => {
    assert.equal(languageOf(environment), language);
  });
}

const headerCases = [
  [undefined, 'en'],
  ['de', 'de'],
  ['de-AT,de;q=0.9,en;q=0.5', 'de'],
  ['en-GB,de;q=0.5', 'en'],
  ['fr, de;q=0.5', 'de'],
  ['x'.repeat(10_000), 'en'],
] as const;

for (const [header, language] of headerCases) {
  test(`a request that accepts ${String(header).slice(0, 30)} reads ${language}`, () => {
    assert.equal(languageOfHeader(header), language);
  });
}
