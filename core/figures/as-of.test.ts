import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldFacts } from '#core/facts/fold-facts.ts';
import { type Dice, dice } from '#worlds/dice.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { DIMENSIONS, type Dimension } from '../ticket/dimensions.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { isActiveState } from '../ticket/state.ts';
import { type Instant, parseInstant, SECONDS_PER_DAY } from '../time/instant.ts';
import { zoneOf } from '../time/zone.ts';
import { answerFigure } from './answer.ts';
import { arraySource, type TicketFact } from './array-source.ts';
import type { Figure } from './definition.ts';
import { begunPart, type FigureQuery } from './query.ts';
import { FIGURES } from './registry.ts';
import { DEFAULT_FIGURE_SETTINGS } from './settings.ts';
import { backlogOpen, netFlow } from './volume.ts';

type History = readonly TicketEvent[];

const desk = randomDesk(20_261_124, 400);
const START = parseInstant('2025-12-01T00:00:00Z');
const CALENDAR = desk.versions.calendars.get('office')!;

function factsOf(histories: readonly History[]): TicketFact[] {
  return histories.flatMap((events, index) =>
    events.length === 0
      ? []
      : foldFacts(events, desk.versions).versions.map((version) => ({ ...version, ticketId: String(index) })),
  );
}

/** Three adjoining periods, and an as_of that may fall anywhere among them; often on an event or beside it. */
function randomQuestion(roll: Dice, histories: readonly History[]): Omit<FigureQuery, 'figure' | 'split'> {
  const first = START + roll.below(150 * SECONDS_PER_DAY);
  const edges = [first];
  while (edges.length < 4) edges.push(edges.at(-1)! + 1 + roll.below(40 * SECONDS_PER_DAY));
  const event = roll.pick(roll.pick(histories));
  const asOf = roll.pick([event.at + roll.pick([-1, 0, 1]), first + roll.below(200 * SECONDS_PER_DAY), ...edges]);
  return {
    edges: edges as Instant[],
    asOf: asOf as Instant,
    where: [],
    settings: DEFAULT_FIGURE_SETTINGS,
    zone: zoneOf('Europe/Berlin'),
    calendar: CALENDAR,
  };
}

test('every figure as of an instant is what it would have said if nothing had happened since', async () => {
  const roll = dice(20_261_125);
  const all = arraySource(factsOf(desk.histories));
  for (let round = 0; round < 25; round += 1) {
    const question = randomQuestion(roll, desk.histories);
    const stopped = arraySource(factsOf(desk.histories.map((events) => events.filter(({ at }) => at < question.asOf))));
    for (const figure of FIGURES) {
      const split = roll.pick<Dimension | null>([null, ...DIMENSIONS]);
      const query = { ...question, figure, split };
      assert.deepEqual(await answerFigure(query, all), await answerFigure(query, stopped), figure.id);
    }
  }
});

/** The stock at the end of each period but the first, less the stock at its start and the flow between. */
async function surplus(
  facts: readonly TicketFact[],
  question: Omit<FigureQuery, 'figure' | 'split'>,
  split: Dimension | null,
): Promise<[string | null, number][]> {
  const source = arraySource(facts);
  const valuesOf = async (figure: Figure): Promise<Map<string, number>> => {
    const answers = await answerFigure({ ...question, figure, split }, source);
    return new Map(answers.map((answer) => [`${answer.split}@${answer.to}`, answer.value!]));
  };
  const [stock, flow] = [await valuesOf(backlogOpen), await valuesOf(netFlow)];
  const splits = new Set([...stock.keys(), ...flow.keys()].map((key) => key.slice(0, key.lastIndexOf('@'))));
  // A period that begins after as_of has no stock.
  const edges = begunPart({ ...question, figure: backlogOpen, split })?.edges ?? [];
  return [...splits].flatMap((name) =>
    edges.slice(2).map((end, i): [string, number] => {
      const at = (values: Map<string, number>, edge: Instant): number => values.get(`${name}@${edge}`) ?? 0;
      return [name, at(stock, end) - at(stock, edges[i + 1]!) - at(flow, end)];
    }),
  );
}

test('open at the end is open at the start and what came in, less what went out', async () => {
  const roll = dice(20_261_126);
  const facts = factsOf(desk.histories);
  for (let round = 0; round < 60; round += 1) {
    for (const [, rest] of await surplus(facts, randomQuestion(roll, desk.histories), null)) assert.equal(rest, 0);
  }
});

test('a period that begins after as_of has no value, no cases and nothing left out, whatever is known today', async () => {
  const source = arraySource(factsOf(desk.histories));
  const edges = [60, 90, 120].map((days) => (START + days * SECONDS_PER_DAY) as Instant);
  const question = { ...randomQuestion(dice(1), desk.histories), edges, asOf: (edges[1]! - 1) as Instant, split: null };
  for (const figure of FIGURES) {
    const [begun, coming] = await answerFigure({ ...question, figure }, source);
    assert.notEqual(begun!.reason, 'not_begun', figure.id);
    const { value, reason, n, excluded, undecided } = coming!;
    const nothing = { value: null, reason: 'not_begun', n: 0, excluded: 0, undecided: 0 };
    assert.deepEqual({ value, reason, n, excluded, undecided }, nothing, figure.id);
  }
});

/** Only those changes of team, service and the rest that come while the ticket is not active. */
function settled(events: History): History {
  const kept: TicketEvent[] = [];
  let isActive = true;
  for (const event of events) {
    if (event.kind === 'stateChanged') isActive = isActiveState(event.to);
    const changes =
      /^(team|service|priority|channel|type|agreement)Changed$/.test(event.kind) || event.kind === 'handedOver';
    if (!changes || !isActive) kept.push(event);
  }
  return kept;
}

test('so it is for every team and priority, as long as no ticket changes them while it is open', async () => {
  const roll = dice(20_261_127);
  const histories = desk.histories.map(settled);
  const facts = factsOf(histories);
  for (let round = 0; round < 25; round += 1) {
    for (const split of DIMENSIONS) {
      const parts = await surplus(facts, randomQuestion(roll, histories), split);
      for (const [name, rest] of parts) assert.equal(rest, 0, `${split} ${name}`);
    }
  }
});
