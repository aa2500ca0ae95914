import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages } from '#text/language.ts';
import { chanceOf } from '../chance.ts';
import { APPLICATION_TOPICS } from './applications.ts';
import { MAIL_MIGRATION_TOPICS, MAIL_TOPICS } from './mail.ts';
import { NETWORK_TOPICS } from './network.ts';
import { PHRASES } from './phrases.ts';
import { PRINT_TOPICS } from './print.ts';
import { PRODUCTION_TOPICS } from './production.ts';
import { fillSlots, rollSlots } from './slots.ts';
import { WORKPLACE_TOPICS } from './workplace.ts';

const TOPICS = [
  ...WORKPLACE_TOPICS,
  ...PRINT_TOPICS,
  ...MAIL_TOPICS,
  ...MAIL_MIGRATION_TOPICS,
  ...NETWORK_TOPICS,
  ...APPLICATION_TOPICS,
  ...PRODUCTION_TOPICS,
];

for (const language of languages) {
  const slots = { ...rollSlots(chanceOf(1, 'texts'), language), matter: 'matter' };

  for (const { key, words } of TOPICS) {
    test(`${key} has ${language} texts whose blanks are all filled`, () => {
      const { subjects, descriptions, question, answer, finding, solutions } = words[language];
      for (const text of [...subjects, ...descriptions, question, answer, finding, ...solutions]) {
        assert.match(fillSlots(text, slots), /^[^{}]{8,}$/);
      }
    });
  }

  test(`the ${language} phrases have no blank that nothing fills`, () => {
    for (const text of Object.values(PHRASES[language]).flat()) assert.match(fillSlots(text, slots), /^[^{}]{5,}$/);
  });
}

test('both languages offer as many variants of everything', () => {
  for (const { key, words } of TOPICS) {
    for (const part of ['subjects', 'descriptions', 'solutions'] as const) {
      assert.equal(words.de[part].length, words.en[part].length, `${key} ${part}`);
    }
  }
});
