import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldFacts } from '#core/facts/fold-facts.ts';
import { dice } from '#worlds/dice.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { DEFAULT_RISK_THRESHOLD } from '../clock/at-risk.ts';
import { readClock } from '../clock/reading.ts';
import { applyEvent } from '../ticket/apply-event.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { isExcludedState } from '../ticket/state.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { type Instant, parseInstant, SECONDS_PER_DAY } from '../time/instant.ts';
import { zoneOf } from '../time/zone.ts';
import { answerFigure } from './answer.ts';
import { arraySource, type TicketFact } from './array-source.ts';
import type { FigureQuery } from './query.ts';
import { slaAtRisk } from './service-levels.ts';
import { DEFAULT_FIGURE_SETTINGS } from './settings.ts';

const desk = randomDesk(20_261_128, 600);
const source = arraySource(
  desk.histories.flatMap((events, index): TicketFact[] =>
    foldFacts(events, desk.versions).versions.map((version) => ({ ...version, ticketId: String(index) })),
  ),
);

function queryAt(at: Instant): FigureQuery {
  return {
    figure: slaAtRisk,
    edges: [(at - 1) as Instant, at],
    asOf: at,
    split: null,
    where: [],
    settings: DEFAULT_FIGURE_SETTINGS,
    zone: zoneOf('UTC'),
    calendar: desk.versions.calendars.get('office')!,
  };
}

/** A ticket as its events before `at` made it. */
function ticketAt(events: readonly TicketEvent[], at: Instant): Ticket | null {
  let ticket: Ticket | null = null;
  for (const event of events) if (event.at < at) ticket = applyEvent(ticket, event, desk.versions);
  return ticket;
}

/** Clocks at risk and clocks paused, read from the clocks themselves by the words of the rule. */
function readAt(at: Instant): { atRisk: number; paused: number } {
  const count = { atRisk: 0, paused: 0 };
  for (const events of desk.histories) {
    const ticket = ticketAt(events, at);
    if (!ticket || isExcludedState(ticket.standing)) continue;
    const response = ticket.witnesses.has('replies') ? ticket.firstResponseClock : null;
    for (const clock of [response, ticket.resolutionClock]) {
      if (!clock || clock.targetSeconds === null) continue;
      const { phase, outcome, remainingSeconds } = readClock(clock, ticket.standing, at);
      if (outcome !== 'pending') continue;
      const left = Math.max(DEFAULT_RISK_THRESHOLD.share * clock.targetSeconds, DEFAULT_RISK_THRESHOLD.seconds);
      if (phase === 'running' && remainingSeconds! <= left) count.atRisk += 1;
      if (phase === 'paused') count.paused += 1;
    }
  }
  return count;
}

test('where the source keeps the promises, nobody knows what is at risk: no value rather than zero', async () => {
  const imported = desk.histories.filter(([opening]) => {
    return opening!.kind === 'ticketOpened' && opening!.promise.kind === 'imported';
  });
  const facts = imported.flatMap((events, index): TicketFact[] =>
    foldFacts(events, desk.versions).versions.map((version) => ({ ...version, ticketId: String(index) })),
  );
  const at = parseInstant('2026-03-01T00:00:00Z');
  const [answer] = await answerFigure(queryAt(at), arraySource(facts));
  assert.ok(answer!.excluded > 0);
  assert.deepEqual([answer!.value, answer!.reason], [null, 'not_recorded']);
});

test('clocks at risk at an instant are those that the clocks themselves show then, paused ones apart', async () => {
  const roll = dice(5);
  const start = parseInstant('2025-12-02T00:00:00Z');
  let seen = 0;
  for (let round = 0; round < 150; round += 1) {
    const at = (start + roll.below(200 * SECONDS_PER_DAY)) as Instant;
    const [answer] = await answerFigure(queryAt(at), source);
    assert.deepEqual({ atRisk: answer!.n, paused: answer!.beside.paused!.value }, readAt(at));
    seen += answer!.n;
  }
  assert.ok(seen > 20);
});
