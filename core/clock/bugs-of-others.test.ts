import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { becomes, calendar, HOUR, MINUTE, opened, reply } from '../ticket/story.oracle.ts';
import { type Lesson, mistakes } from './lesson.oracle.ts';

/** Each lesson is a bug that a real product had; where it was seen stands before it. */
const lessons: Readonly<Record<string, readonly Lesson[]>> = {
  'open hours': [
    {
      // Chatwoot #13392: deadlines ran on wall-clock time.
      name: 'Friday 16:30 plus one open hour is Monday 09:30',
      story: [['2026-03-06 16:30', opened({ priority: 'P1' })]],
      shows: [['2026-03-06 16:30', 'resolution', { dueAt: '2026-03-09 09:30' }]],
    },
    {
      // GLPI #687: opened outside hours gave delay 0.
      name: 'opened in the night, a ticket starts at the next opening',
      story: [['2026-03-04 22:17', opened()]],
      shows: [
        ['2026-03-05 08:59', 'resolution', { phase: 'running', elapsedSeconds: 0, dueAt: '2026-03-05 13:00' }],
        ['2026-03-05 10:00', 'resolution', { elapsedSeconds: HOUR, remainingSeconds: 3 * HOUR }],
      ],
    },
    {
      // zammad #3180: a calendar for 24/7 closed one minute at midnight.
      name: 'round the clock loses no minute at midnight',
      story: [['2026-03-04 22:00', opened({ under: 'always' })]],
      shows: [
        ['2026-03-05 00:00', 'resolution', { elapsedSeconds: 2 * HOUR, dueAt: '2026-03-05 02:00' }],
        ['2026-03-05 00:01', 'resolution', { elapsedSeconds: 2 * HOUR + MINUTE }],
      ],
    },
    {
      // business_time #227, businesstimedelta #5: no hours across midnight.
      name: 'a shift across midnight is one shift',
      story: [['2026-03-04 23:00', opened({ under: 'night' })]],
      shows: [['2026-03-04 23:00', 'resolution', { dueAt: '2026-03-05 03:00' }]],
    },
    {
      // osTicket #6847: a lunch break broke the due date.
      name: 'a lunch break moves the due instant by itself and no more',
      story: [['2026-03-04 11:00', opened({ under: 'lunch' })]],
      shows: [['2026-03-04 11:00', 'resolution', { dueAt: '2026-03-04 16:00' }]],
    },
    {
      // erpnext #38745: "failed" right after creation in another zone.
      name: 'a ticket opened for New York is not late at once',
      story: [['2026-03-04 14:00', opened({ under: 'newYork' })]],
      shows: [
        ['2026-03-04 14:00:01', 'first_response', { outcome: 'pending', elapsedSeconds: 0, dueAt: '2026-03-04 16:00' }],
      ],
    },
    {
      name: 'without any open hours nothing is due and nothing is missed',
      story: [['2026-03-04 14:00', opened({ under: 'never' })]],
      shows: [
        ['2031-01-01 00:00', 'resolution', { phase: 'running', outcome: 'pending', elapsedSeconds: 0, dueAt: null }],
      ],
    },
  ],
  'odd days (Cal.com skipped its October tests; dbt_zendesk #25 and PR #154 ignored summer time)': [
    {
      name: 'the night in which an hour is skipped is an hour shorter',
      story: [['2026-03-28 23:00', opened({ under: 'always' })]],
      shows: [['2026-03-28 23:00', 'resolution', { dueAt: '2026-03-29 04:00' }]],
    },
    {
      name: 'the night in which an hour is repeated is an hour longer',
      story: [['2026-10-25 00:30', opened({ under: 'always' })]],
      shows: [['2026-10-25 00:30', 'resolution', { dueAt: '2026-10-25 03:30' }]],
    },
    {
      name: 'office hours keep their local time over the change of clocks',
      story: [['2026-03-27 16:00', opened()]],
      shows: [['2026-03-27 16:00', 'resolution', { dueAt: '2026-03-30 12:00' }]],
    },
    {
      name: 'a holiday on the day of the change closes 23 hours',
      story: [['2024-03-30 23:00', opened({ under: 'easter' })]],
      shows: [['2024-03-30 23:00', 'resolution', { dueAt: '2024-04-01 03:00' }]],
    },
    {
      name: 'the leap day is a day',
      story: [['2028-02-28 16:00', opened({ priority: 'P3' })]],
      shows: [['2028-02-28 16:00', 'resolution', { dueAt: '2028-03-01 16:00' }]],
    },
    {
      name: 'a calendar that moves to another zone counts the rest there',
      story: [
        ['2026-03-04 16:00', opened()],
        ['2026-03-04 18:00', calendar('newYork')],
      ],
      shows: [['2026-03-04 18:00', 'resolution', { elapsedSeconds: HOUR, dueAt: '2026-03-04 21:00' }]],
    },
  ],
  'looking and stopping': [
    {
      // Chatwoot #15024: a miss kept growing after resolution.
      name: 'a miss stops growing when the ticket is resolved',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 14:00', becomes('resolved')],
      ],
      shows: [
        ['2026-03-04 14:00', 'resolution', { phase: 'stopped', outcome: 'breached', remainingSeconds: -HOUR }],
        ['2027-03-04 14:00', 'resolution', { phase: 'stopped', outcome: 'breached', remainingSeconds: -HOUR }],
      ],
    },
    {
      // Chatwoot #10178: the next-answer clock ran on after resolving.
      name: 'resolving stops every clock of the ticket',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 09:30', becomes('resolved')],
      ],
      shows: [
        ['2026-03-05 09:30', 'first_response', { phase: 'stopped', outcome: 'met', elapsedSeconds: 30 * MINUTE }],
        ['2026-03-05 09:30', 'resolution', { phase: 'stopped', outcome: 'met', elapsedSeconds: 30 * MINUTE }],
      ],
    },
    {
      // Chatwoot: late, but resolved before the next run of the job that looks.
      name: 'one second late is late, though nobody looked in between',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 13:00:01', becomes('resolved')],
      ],
      shows: [['2026-03-04 13:00:01', 'resolution', { outcome: 'breached', breachedAt: '2026-03-04 13:00' }]],
    },
    {
      name: 'resolved in the second it is due is met',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 13:00', becomes('resolved')],
      ],
      shows: [['2026-03-04 18:00', 'resolution', { outcome: 'met', remainingSeconds: 0, breachedAt: null }]],
    },
    {
      // The promise is the due instant: no open second has passed since, yet it is late.
      name: 'due at closing time and resolved in the night is late',
      story: [
        ['2026-03-04 13:00', opened()],
        ['2026-03-04 23:00', becomes('resolved')],
      ],
      shows: [
        [
          '2026-03-04 23:00',
          'resolution',
          { outcome: 'breached', remainingSeconds: 0, breachedAt: '2026-03-04 17:00' },
        ],
      ],
    },
    {
      // Zammad #2579, #4516: figures empty, or filled only after a second close.
      name: 'answered and closed in one request, both clocks have their verdict',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 10:00', reply()],
        ['2026-03-04 10:00', becomes('closed')],
      ],
      shows: [
        ['2026-03-04 10:00', 'first_response', { phase: 'stopped', outcome: 'met', elapsedSeconds: HOUR }],
        ['2026-03-04 10:00', 'resolution', { phase: 'stopped', outcome: 'met', elapsedSeconds: HOUR }],
      ],
    },
    {
      // dbt_zendesk #32 and #35: internal comments and robots counted as answers.
      name: 'a note and a robot are no answer',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 09:01', reply({ isAutomatic: true })],
        ['2026-03-04 09:02', reply({ isPublic: false })],
      ],
      shows: [
        ['2026-03-04 09:30', 'first_response', { phase: 'running', outcome: 'pending', dueAt: '2026-03-04 10:00' }],
      ],
    },
    {
      // Zammad #5177: a shorter promise overruled the first answer.
      name: 'a short promise to resolve does not shorten the promise to answer',
      story: [['2026-03-04 09:00', opened({ priority: 'P4' })]],
      shows: [
        ['2026-03-04 12:00', 'resolution', { outcome: 'breached', breachedAt: '2026-03-04 11:00' }],
        ['2026-03-04 12:00', 'first_response', { outcome: 'pending', dueAt: '2026-03-04 17:00' }],
      ],
    },
    {
      // Zammad #904, libredesk #70: merged and test tickets raised alarms.
      name: 'a merged ticket and a test are never due',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 09:30', becomes('test')],
        ['2026-03-04 09:40', becomes('merged')],
      ],
      shows: [
        ['2026-03-04 09:35', 'resolution', { phase: 'stopped', outcome: 'excluded', dueAt: null }],
        ['2026-03-06 09:00', 'first_response', { outcome: 'excluded', dueAt: null, breachedAt: null }],
        ['2026-03-06 09:00', 'resolution', { outcome: 'excluded', dueAt: null, breachedAt: null }],
      ],
    },
  ],
};

for (const [group, list] of Object.entries(lessons)) {
  describe(group, () => {
    for (const lesson of list) {
      test(lesson.name, () => {
        assert.deepEqual(mistakes(lesson), []);
      });
    }
  });
}
