import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { agreement, becomes, calendar, HOUR, MINUTE, opened, priority, waive } from '../ticket/story.oracle.ts';
import { type Lesson, mistakes } from './lesson.oracle.ts';

/** Pauses, reopenings and changed promises: bugs that real products had; where each was seen stands before it. */
const lessons: Readonly<Record<string, readonly Lesson[]>> = {
  pauses: [
    {
      // Zammad #3140: escalated although the agent had answered.
      name: 'waiting for the customer is not our time',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 10:00', becomes('pending_customer')],
      ],
      shows: [
        ['2026-03-20 10:00', 'resolution', { phase: 'paused', outcome: 'pending', elapsedSeconds: HOUR, dueAt: null }],
      ],
    },
    {
      name: 'waiting for the customer does not excuse the first answer',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 09:10', becomes('pending_customer')],
      ],
      shows: [
        [
          '2026-03-04 10:30',
          'first_response',
          { phase: 'running', outcome: 'breached', breachedAt: '2026-03-04 10:00' },
        ],
      ],
    },
    {
      // frappe/helpdesk PR #2449: hold time was added to the creation, wrong over weekends.
      name: 'a pause over the weekend costs its open hours, not its days',
      story: [
        ['2026-03-06 14:00', opened()],
        ['2026-03-06 16:00', becomes('pending_customer')],
        ['2026-03-09 10:00', becomes('in_progress')],
      ],
      shows: [['2026-03-09 10:00', 'resolution', { elapsedSeconds: 2 * HOUR, dueAt: '2026-03-09 12:00' }]],
    },
    {
      // GLPI #6902 and #15605: waiting was forgotten when the promise changed.
      name: 'a pause survives a change of priority',
      story: [
        ['2026-03-04 09:00', opened({ priority: 'P3' })],
        ['2026-03-04 10:00', becomes('pending_customer')],
        ['2026-03-04 16:00', priority('P2')],
        ['2026-03-05 09:00', becomes('in_progress')],
      ],
      shows: [
        ['2026-03-04 16:30', 'resolution', { phase: 'paused', elapsedSeconds: HOUR, remainingSeconds: 3 * HOUR }],
        ['2026-03-05 09:00', 'resolution', { elapsedSeconds: HOUR, dueAt: '2026-03-05 12:00' }],
      ],
    },
    {
      // frappe/helpdesk #1554, #1675: hold time forgotten when the agreement is swapped.
      name: 'a pause survives a change of agreement',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 10:00', becomes('pending_customer')],
        ['2026-03-04 16:00', agreement('generous')],
      ],
      shows: [['2026-03-04 17:00', 'resolution', { phase: 'paused', elapsedSeconds: HOUR, targetSeconds: 40 * HOUR }]],
    },
    {
      name: 'an agreement that pauses where the old one did not lets the clock rest at once',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 10:00', becomes('pending_vendor')],
        ['2026-03-04 11:00', agreement('vendorPauses')],
      ],
      shows: [['2026-03-05 11:00', 'resolution', { phase: 'paused', outcome: 'pending', elapsedSeconds: 2 * HOUR }]],
    },
    {
      name: 'an agreement that does not pause lets a resting clock run again at once',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 10:00', becomes('pending_customer')],
        ['2026-03-04 11:00', agreement('neverPauses')],
      ],
      shows: [
        ['2026-03-04 12:00', 'resolution', { phase: 'running', elapsedSeconds: 2 * HOUR, dueAt: '2026-03-04 14:00' }],
      ],
    },
    {
      // Zammad #188: reopening ignored states that pause.
      name: 'after any number of reopenings a pausing state still pauses',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 10:00', becomes('resolved')],
        ['2026-03-04 11:00', becomes('pending_customer')],
        ['2026-03-04 12:00', becomes('in_progress')],
        ['2026-03-04 13:00', becomes('closed')],
        ['2026-03-04 14:00', becomes('pending_customer')],
      ],
      shows: [
        ['2026-03-04 11:30', 'resolution', { phase: 'paused', elapsedSeconds: HOUR }],
        ['2026-03-04 16:00', 'resolution', { phase: 'paused', outcome: 'pending', elapsedSeconds: 2 * HOUR }],
      ],
    },
    {
      name: 'pausing twice is pausing once',
      story: [
        ['2026-03-04 09:00', opened({ under: 'vendorPauses' })],
        ['2026-03-04 10:00', becomes('pending_customer')],
        ['2026-03-04 11:00', becomes('pending_vendor')],
        ['2026-03-04 12:00', becomes('pending_customer')],
        ['2026-03-04 13:00', becomes('in_progress')],
      ],
      shows: [['2026-03-04 13:00', 'resolution', { elapsedSeconds: HOUR, dueAt: '2026-03-04 16:00' }]],
    },
  ],
  'reopening and withdrawing': [
    {
      // GLPI PR #9267: solved and closed were treated differently, closed time not left out.
      name: 'time spent resolved or closed is not charged to the desk',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 10:00', becomes('resolved')],
        ['2026-03-04 11:00', becomes('closed')],
        ['2026-03-06 10:00', becomes('in_progress')],
      ],
      shows: [
        ['2026-03-06 10:00', 'resolution', { outcome: 'pending', elapsedSeconds: HOUR, dueAt: '2026-03-06 13:00' }],
      ],
    },
    {
      // osTicket PR #5206: the overdue date was cleared on reopening.
      name: 'reopening heals no breach',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 14:00', becomes('resolved')],
        ['2026-03-05 09:00', becomes('in_progress')],
      ],
      shows: [['2026-03-05 10:00', 'resolution', { outcome: 'breached', breachedAt: '2026-03-04 13:00', dueAt: null }]],
    },
    {
      name: 'a new cycle starts with the full target and without the waiver',
      story: [
        ['2026-03-04 09:00', opened({ under: 'restart' })],
        ['2026-03-04 12:00', waive('resolution')],
        ['2026-03-04 12:00', becomes('resolved')],
        ['2026-03-05 09:00', becomes('in_progress')],
      ],
      shows: [
        [
          '2026-03-05 09:00',
          'resolution',
          { outcome: 'pending', cycle: 2, elapsedSeconds: 0, dueAt: '2026-03-05 13:00' },
        ],
      ],
    },
    {
      name: 'back from cancelled it is the same cycle, even where reopening restarts',
      story: [
        ['2026-03-04 09:00', opened({ under: 'restart' })],
        ['2026-03-04 10:00', becomes('resolved')],
        ['2026-03-04 11:00', becomes('cancelled')],
        ['2026-03-04 12:00', becomes('in_progress')],
      ],
      shows: [['2026-03-04 12:00', 'resolution', { outcome: 'pending', cycle: 1, elapsedSeconds: HOUR }]],
    },
  ],
  'changed promises': [
    {
      // Zammad escalation.rb: statistics follow today's policy.
      name: 'a new version of the agreement counts from now, not from yesterday',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 12:00', agreement('strict')],
      ],
      shows: [
        ['2026-03-04 11:59', 'resolution', { targetSeconds: 4 * HOUR, outcome: 'pending', dueAt: '2026-03-04 13:00' }],
        [
          '2026-03-04 12:00',
          'resolution',
          {
            targetSeconds: 30 * MINUTE,
            outcome: 'breached',
            breachedAt: '2026-03-04 12:00',
            breachCause: 'target_change',
          },
        ],
      ],
    },
    {
      // zammad #4353, osTicket-1.7 #686: changing the SLA removed or kept escalations at random.
      name: 'a softer agreement removes no breach',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 14:00', agreement('generous')],
      ],
      shows: [
        [
          '2026-03-04 15:00',
          'resolution',
          { targetSeconds: 40 * HOUR, outcome: 'breached', breachedAt: '2026-03-04 13:00', breachCause: 'elapsed' },
        ],
      ],
    },
    {
      // GLPI #8744: stored seconds cannot be mapped back after the calendar changed.
      name: 'another calendar leaves what is measured',
      story: [
        ['2026-03-04 16:00', opened()],
        ['2026-03-04 20:00', calendar('always')],
      ],
      shows: [
        ['2026-03-04 20:00', 'resolution', { elapsedSeconds: HOUR, dueAt: '2026-03-04 23:00' }],
        ['2026-03-05 00:00', 'resolution', { elapsedSeconds: 5 * HOUR, breachedAt: '2026-03-04 23:00' }],
      ],
    },
    {
      name: 'a target used up in the night by a change is due then, not at closing time',
      story: [
        ['2026-03-04 13:00', opened({ priority: 'P3' })],
        ['2026-03-04 22:00', priority('P2')],
      ],
      shows: [
        ['2026-03-04 22:00', 'resolution', { outcome: 'pending', remainingSeconds: 0, dueAt: '2026-03-04 22:00' }],
        [
          '2026-03-04 22:00:01',
          'resolution',
          { outcome: 'breached', breachedAt: '2026-03-04 22:00', breachCause: 'elapsed' },
        ],
      ],
    },
    {
      name: 'a change of priority while resolved is felt at the reopening',
      story: [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 12:00', becomes('resolved')],
        ['2026-03-04 13:00', priority('P1')],
        ['2026-03-05 10:00', becomes('in_progress')],
      ],
      shows: [
        ['2026-03-04 14:00', 'resolution', { outcome: 'met', targetSeconds: 4 * HOUR }],
        [
          '2026-03-05 10:00',
          'resolution',
          { outcome: 'breached', breachedAt: '2026-03-05 10:00', breachCause: 'target_change', targetSeconds: HOUR },
        ],
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
