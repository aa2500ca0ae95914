import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { atRiskFrom } from '#core/clock/at-risk.ts';
import { readClock } from '#core/clock/reading.ts';
import { isActiveState } from '#core/ticket/state.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { formatInstant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import { formatLocalDate, parseLocalDate, weekdayOf } from '#core/time/local-date.ts';
import { localDateAt, zoneOf } from '#core/time/zone.ts';
import type { Move } from './course.ts';
import { replay } from './replay.oracle.ts';
import { HOME_ZONE } from './timeline.ts';
import { type DemoWorld, demoWorld } from './world.ts';

const zone = zoneOf(HOME_ZONE);
const KEYS = [
  { seed: 1, today: parseLocalDate('2026-11-23') },
  { seed: 2, today: parseLocalDate('2026-06-10') },
  { seed: 3, today: parseLocalDate('2027-03-01') },
] as const;

const digestOf = (world: DemoWorld): string =>
  createHash('sha256')
    .update(JSON.stringify([...world.courses()]))
    .digest('hex');

test('the same seed and date give the same commands', () => {
  assert.equal(digestOf(demoWorld(KEYS[0])), digestOf(demoWorld(KEYS[0])));
});

test('another seed gives another world', () => {
  assert.notEqual(digestOf(demoWorld(KEYS[0])), digestOf(demoWorld({ ...KEYS[0], seed: 2 })));
});

for (const key of KEYS) {
  describe(`the world of seed ${key.seed} up to ${formatLocalDate(key.today)}`, () => {
    const world = demoWorld(key);
    const { until, firstDate } = world.surroundings.timeline;
    const { people } = world.surroundings;
    const moves: Move[] = [...world.courses()].flat();
    const { tickets, refused } = replay(world);
    const open = [...tickets.values()].map(({ ticket }) => ticket).filter(({ standing }) => isActiveState(standing));

    test('asks for nothing that is refused', () => {
      assert.deepEqual(refused, []);
    });

    test('has at least 6,000 tickets', () => {
      assert.ok(tickets.size >= 6000, `${tickets.size} tickets`);
    });

    test('spans fourteen months', () => {
      const months = new Set(moves.map(({ at }) => formatLocalDate(localDateAt(zone, at)).slice(0, 7)));
      assert.equal(months.size, 14);
      assert.ok(moves.every(({ at }) => localDateAt(zone, at) >= firstDate));
    });

    test('ends with the midnight that begins the day', () => {
      const last = moves.reduce((latest, { at }) => Math.max(latest, at), 0);
      assert.ok(last < until, `${last} is not before ${formatInstant(until)}`);
      assert.ok(until - last < SECONDS_PER_DAY * 3, 'somebody was there in the last days');
    });

    test('uses every command but a change of agreement by hand', () => {
      const kinds = [...new Set(moves.map(({ command }) => command.kind))].sort();
      assert.deepEqual(
        kinds,
        [
          'acceptHandover',
          'answerEscalation',
          'assign',
          'cancel',
          'changePriority',
          'changeService',
          'changeType',
          'close',
          'confirmSolution',
          'escalate',
          'handOver',
          'markReopening',
          'markSpam',
          'markTest',
          'mergeTickets',
          'openTicket',
          'recordContact',
          'rejectSolution',
          'reopen',
          'reply',
          'resolve',
          'returnHandover',
          'receiveMessage',
          'startWork',
          'takeBack',
          'waitForOthers',
          'waitForRequester',
          'waiveVerdict',
        ].sort(),
      );
    });

    test('has nobody of the desk at work at night or on Sundays but the night shift', () => {
      const byDay = new Set(people.all.flatMap(({ id, team }) => (team && team !== 'night-desk' ? [id] : [])));
      const atNight = moves.filter(({ actor, at }) => {
        if (actor === null || !byDay.has(actor)) return false;
        const minute = (zone.localSecondsAt(at) % SECONDS_PER_DAY) / 60;
        // A call that came before closing time may end after it.
        return minute < 7 * 60 || minute > 20.75 * 60 || weekdayOf(localDateAt(zone, at)) === 'sun';
      });
      assert.deepEqual(atNight, []);
    });

    test('is written in German and in English', () => {
      const languageOf = new Map(people.all.map(({ id, language }) => [id, language]));
      const opened = moves.flatMap(({ command }) => (command.kind === 'openTicket' ? [command] : []));
      const english = opened.filter(({ requester }) => requester && languageOf.get(requester) === 'en').length;
      assert.ok(english > opened.length * 0.1 && english < opened.length * 0.5, `${english} of ${opened.length}`);
    });

    const queues: Readonly<Record<string, (ticket: Ticket) => boolean>> = {
      'not yet looked at': ({ state }) => state === 'new',
      'in work': ({ state }) => state === 'in_progress',
      'waiting for the requester': ({ state }) => state === 'pending_customer',
      'near its target': ({ resolutionClock, firstResponseClock }) =>
        [resolutionClock, firstResponseClock].some((clock) => {
          const from = clock && atRiskFrom(clock);
          return clock !== null && from !== null && from <= until && clock.breachedAt === null;
        }),
      'past its target': ({ resolutionClock, standing }) =>
        resolutionClock !== null && readClock(resolutionClock, standing, until).outcome === 'breached',
      'escalated to the management': ({ managementEscalatedAt }) => managementEscalatedAt !== null,
    };
    for (const [queue, isIn] of Object.entries(queues)) {
      test(`leaves an open ticket that is ${queue}`, () => {
        assert.ok(open.some(isIn));
      });
    }
  });
}
