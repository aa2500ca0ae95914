import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { figureById } from '#core/figures/registry.ts';
import { REFUSALS } from '#core/ticket/command.ts';
import { isActiveState } from '#core/ticket/state.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { type Instant, instant, parseInstant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { askFigure } from '#server/features/figures/index.ts';
import { verify } from '#server/features/proof/index.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { dice } from '#worlds/dice.ts';
import { randomActor, randomCommand, randomOpening } from '#worlds/random-commands.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { type CommandOutcome, TicketUnit } from './index.ts';

/*
 * Twenty people, ten thousand commands, any button on any ticket, in the order of time: each is legal or refused with
 * a code, the backlog is at every moment what came in less what went out, and in the end the proof finds nothing.
 */
const COMMANDS = 10_000;
const FIRST = parseInstant('2026-01-05T06:00:00Z');
const database = await testDatabase();

const told = { done: 0, refused: new Map<string, number>() };
const brokenAt: string[] = [];
let now = FIRST;

async function walk(): Promise<void> {
  const roll = dice(20_260_105);
  const ids: string[] = [];
  let left = COMMANDS;
  while (left > 0) {
    const share = Math.min(left, 1 + roll.below(120));
    left -= share;
    await inTenantSession(database.commandPool, tenantId, async (session) => {
      const unit = new TicketUnit(session, tenantId);
      for (let i = 0; i < share; i += 1) {
        now = instant(now + roll.below(roll.pick([1, 60, 900, 3600])));
        const acting = { at: now, actor: randomActor(roll) };
        const opens = ids.length === 0 || roll.chance(0.07);
        if (opens) {
          const outcome = note(await unit.open(randomOpening(roll), acting));
          if (outcome.kind === 'done') ids.push(outcome.ticketId);
          continue;
        }
        const recent = roll.chance(0.8) ? ids.slice(-40) : ids;
        const id = roll.pick(recent);
        const button = roll.below(100);
        if (button < 3) note(await unit.merge(id, roll.pick(recent), acting));
        else if (button < 6) note(await unit.takeBackMerge(id, acting));
        else note(await unit.run(id, randomCommand(roll, now), acting));
        checkIdentity(id, await unit.read(id));
      }
      await unit.flush();
    });
  }
}

function note(outcome: CommandOutcome): CommandOutcome {
  if (outcome.kind === 'done') told.done += 1;
  else if (outcome.kind === 'refused') told.refused.set(outcome.code, (told.refused.get(outcome.code) ?? 0) + 1);
  else throw new Error(`a command ended as ${outcome.kind}`);
  return outcome;
}

/** Created and reopened, less resolved and excluded, is what stands open (kpi-spec 5.4). */
function checkIdentity(id: string, ticket: Ticket | null): void {
  if (ticket === null) throw new Error('a ticket is gone');
  let open = 0;
  for (const { movement } of ticket.movements) open += movement === 'created' || movement === 'reopening' ? 1 : -1;
  if (open !== (isActiveState(ticket.standing) ? 1 : 0)) brokenAt.push(`${id} ${now}`);
}

describe('ten thousand commands of twenty people', () => {
  before(async () => {
    await storeDesk(database, tenantId, randomDesk(1, 0));
    await walk();
  });

  test('each is done, or refused with a code that is known', () => {
    const refused = [...told.refused.values()].reduce((sum, count) => sum + count, 0);
    assert.equal(told.done + refused, COMMANDS);
    assert.ok(told.done > COMMANDS / 4, `${told.done} done`);
    for (const code of told.refused.keys()) assert.ok((REFUSALS as readonly string[]).includes(code), code);
    assert.ok(told.refused.size >= 15, [...told.refused.keys()].join());
  });

  test('the backlog is what came in less what went out, after each', () => {
    assert.deepEqual(brokenAt, []);
  });

  test('the figures say the same: the net flow since the beginning is the backlog', async () => {
    const at = instant(now + 1);
    const question = {
      edges: [FIRST, at] as Instant[],
      asOf: at,
      split: null,
      where: [],
      zone: zoneOf('Europe/Berlin'),
    };
    const value = async (id: string) =>
      (await askFigure(database.app, tenantId, { ...question, figure: figureById(id)! }))[0]?.value;
    assert.equal(await value('net_flow_count'), await value('backlog_open_count'));
  });

  test('the proof finds no difference, as of ten instants', async () => {
    const asOfs = Array.from({ length: 10 }, (_, index) => instant(FIRST + ((now - FIRST) * (index + 1)) / 10));
    const report = await verify(database.appPool, {
      tenantId,
      zone: zoneOf('Europe/Berlin'),
      asOfs,
      now: instant(now + 1),
      onProgress: () => undefined,
      onDifference: ({ kind, of, detail }) => process.stderr.write(`${kind} ${of} ${detail}\n`),
    });
    assert.equal(report.differences, 0);
  });

  test('no step of a clock is recorded twice, and each is dated where it came due or at the event before', async () => {
    const { rows } = await inTenantSession(database.appPool, tenantId, ({ client }) =>
      client.query<{ kind: string; steps: number; keys: number }>(
        `select e.kind, count(*) as steps, count(distinct (e.ticket_id, e.payload ->> 'key')) as keys
         from ticket_event as e
         where e.kind in ('clockWarned', 'clockBreached')
         group by 1
         order by 1`,
      ),
    );
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['clockBreached', 'clockWarned'],
    );
    for (const { steps, keys } of rows) assert.equal(steps, keys);
  });
});
