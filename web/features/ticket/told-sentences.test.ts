import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TicketEvent } from '#core/ticket/event.ts';
import { agreement, becomes, berlin, opened, priority, reply, story, waive } from '#core/ticket/story.oracle.ts';
import { type Instant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import type { Language } from '#text/language.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { clockVerdict } from './clock-verdict.ts';
import { pageOf, tellingIn } from './ticket-page.oracle.ts';
import { toldSentences } from './told-sentences.ts';

const EASTER = story(
  ['2026-04-01 15:00', opened({ priority: 'P3' })],
  ['2026-04-01 15:20', reply()],
  ['2026-04-02 10:00', becomes('pending_customer')],
  ['2026-04-02 16:00', becomes('in_progress')],
);

function told(
  events: readonly TicketEvent[],
  when: string,
  options: { isForCustomer?: boolean; language?: Language } = {},
) {
  const page = pageOf(events, berlin(when));
  const telling = tellingIn(options.language ?? 'de', page, options);
  const clock = page.clocks.findLast((one) => one.clock === 'resolution')!;
  return { sentences: toldSentences(clock, page, telling), verdict: clockVerdict(clock, page.standing, telling).text };
}

describe('why a deadline is what it is', () => {
  test('is told in the order in which it happened', () => {
    const events = [...EASTER, ...story(['2026-04-07 09:30', priority('P2')])];
    assert.deepEqual(told(events, '2026-04-07 09:30').sentences, [
      'Gezählt ab der Eröffnung, Mi 01.04., 15:00.',
      'Pause Do 02.04., 10:00 bis Do 02.04., 16:00: wartet auf den Kunden, gesetzt von Desk one.',
      'Fr 03.04.: Feiertag, geschlossen.',
      'Mo 06.04.: Feiertag, geschlossen.',
      'Heute 09:30 Uhr: Priorität von P3 auf P2 geändert, Ziel 16:00 → 4:00.',
      'Heute 09:30 Uhr: Frist verfehlt, denn es war schon mehr verbraucht, als das neue Ziel erlaubt.',
    ]);
  });

  test('names nobody of the desk to a customer, and says "your answer"', () => {
    const { sentences } = told(EASTER, '2026-04-02 17:00', { isForCustomer: true });
    assert.equal(sentences[1], 'Pause heute 10:00 Uhr bis heute 16:00 Uhr: wartet auf Ihre Antwort.');
  });

  test('says of a pause that goes on since when and how it ends', () => {
    const { sentences, verdict } = told(EASTER.slice(0, 3), '2026-04-02 12:00', { language: 'en' });
    assert.equal(
      sentences.at(-1),
      'On hold since today 10:00: waiting for the customer, set by Desk one. The clock goes on when the ticket does.',
    );
    assert.equal(verdict, 'on hold: waiting for the customer, 13:00 h left');
  });

  test('tells a rest between two stretches, and not the one after the end', () => {
    const events = [
      ...EASTER,
      ...story(['2026-04-07 10:00', becomes('resolved')], ['2026-04-08 10:00', becomes('in_progress')]),
    ];
    const again = told(events, '2026-04-08 11:00').sentences;
    assert.ok(again.includes('Gelöst gestern 10:00 Uhr bis heute 10:00 Uhr: Diese Zeit zählt nicht.'));
    const once = told(events.slice(0, -1), '2026-04-08 11:00').sentences;
    assert.ok(!once.some((sentence) => sentence.startsWith('Gelöst')));
  });

  test('tells another agreement with its target, and a waiver with who gave it', () => {
    const events = story(
      ['2026-03-02 10:00', opened()],
      ['2026-03-02 11:00', agreement('strict')],
      ['2026-03-02 12:00', waive('resolution')],
    );
    const { sentences, verdict } = told(events, '2026-03-02 13:00', { language: 'en' });
    assert.ok(sentences.includes('Today 11:00: another agreement, “standard”, version 1, target 4:00 → 0:30.'));
    assert.ok(sentences.includes('Today 12:00: Desk one waived the verdict.'));
    assert.equal(verdict, 'waived, does not count');
  });

  for (const language of ['de', 'en'] as const) {
    test(`has no holes in any sentence of a random desk (${language})`, () => {
      const desk = randomDesk(20_261_127, 250);
      for (const events of desk.histories) {
        for (const at of [events.at(-1)!.at, events.at(-1)!.at + 40 * SECONDS_PER_DAY]) {
          const page = pageOf(events, at as Instant, desk.versions);
          const telling = tellingIn(language, page);
          for (const clock of page.clocks) {
            const texts = [...toldSentences(clock, page, telling), clockVerdict(clock, page.standing, telling).text];
            for (const text of texts) assert.doesNotMatch(text, /\{\w+\}|undefined|NaN|null|Invalid/);
          }
        }
      }
    });
  }
});

describe('the verdict of a clock', () => {
  test('is the time left and until when, cut so that it adds up with the time used', () => {
    assert.equal(told(EASTER, '2026-04-08 12:10:30').verdict, 'noch 50 Min., heute 13:00 Uhr');
  });

  test('is that it was kept, missed or withdrawn', () => {
    const end = (when: string, state: 'resolved' | 'cancelled') => [...EASTER, ...story([when, becomes(state)])];
    assert.equal(told(end('2026-04-07 10:00', 'resolved'), '2026-04-20 10:00').verdict, 'eingehalten, nach 5:00 Std.');
    assert.equal(told(end('2026-04-09 10:00', 'resolved'), '2026-04-20 10:00').verdict, 'verfehlt, 5:00 Std. zu spät');
    assert.equal(told(end('2026-04-07 10:00', 'cancelled'), '2026-04-20 10:00').verdict, 'zählt nicht: abgebrochen');
    assert.equal(told(EASTER, '2026-04-09 10:00').verdict, 'verfehlt seit gestern 13:00 Uhr, 5:00 Std. zu lang');
  });
});
