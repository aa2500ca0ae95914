import type { FactKind } from '../facts/kinds.ts';
import { type Instant, NEVER } from '../time/instant.ts';
import { addDays } from '../time/local-date.ts';
import { localDateAt, startOfDate } from '../time/zone.ts';
import {
  edgesUpTo,
  flowMembers,
  isVisible,
  judgeOf,
  type Member,
  rowOf,
  splitOf,
  stockMembers,
  type TicketFact,
} from './array-members.ts';
import { oldestSince } from './beside.ts';
import type { Figure } from './definition.ts';
import type { Predicate } from './predicate.ts';
import { type AnyRow, testOf } from './predicate-arrays.ts';
import type { FigureQuery } from './query.ts';
import type { FigureSettings } from './settings.ts';
import type { FigureSource, LogSumsRow, RankedRow, RanksWanted, TallyRow } from './tally.ts';

export type { TicketFact } from './array-members.ts';

/**
 * Evaluates figures over facts in memory: the proof against SQL, and the golden runner.
 * `facts` are all versions of all facts; what is known as of the query is picked here.
 */
export function arraySource(facts: Iterable<TicketFact>): FigureSource {
  const byKind = new Map<FactKind, TicketFact[]>();
  for (const fact of facts) {
    const list = byKind.get(fact.kind);
    if (list) list.push(fact);
    else byKind.set(fact.kind, [fact]);
  }
  const membersOf = (query: FigureQuery): Member[] => {
    const { figure } = query;
    const versions = byKind.get(figure.of) ?? [];
    if (figure.basis === 'flow') return flowMembers(query, versions);
    return stockMembers(query, { versions, spans: byKind.get('span') ?? [] });
  };
  const countedOf = (query: FigureQuery): Member[] => membersOf(query).filter((member) => member.reason === null);
  return {
    tally: async (query) => ({
      rows: tallyOf(query, membersOf(query)),
      undecided: undecidedOf(query, byKind.get(query.figure.of) ?? []),
    }),
    ranked: async (query, wanted) => rankedOf(query, countedOf(query), wanted),
    logSums: async (query) => logSumsOf(query, countedOf(query)),
    technicianDays: async (query) => technicianDaysOf(query, countedOf(query)),
  };
}

function tallyOf({ figure, settings }: FigureQuery, members: readonly Member[]): TallyRow[] {
  const isSuccess = memberTest(figure.kind === 'share' ? figure.success : null, settings);
  const isImmature = memberTest(figure.immature, settings);
  const parts = figure.beside.flatMap((one) => (one.kind === 'part' ? [memberTest(one.where, settings)] : []));
  const since = oldestSince(figure);
  const classes = figure.kind === 'duration' ? (figure.classes ?? []) : [];
  const groups = new Map<string, { -readonly [K in keyof TallyRow]: TallyRow[K] }>();
  for (const member of members) {
    const { period, split, reason } = member;
    const key = groupOf(member);
    let group = groups.get(key);
    if (!group) {
      const atLeast = classes.map(() => 0);
      const empty = { facts: 0, successes: 0, immature: 0, firstSum: 0, secondSum: 0, oldest: null, sorted: null };
      group = { period, split, reason, ...empty, atLeast, parts: parts.map(() => 0) };
      groups.set(key, group);
    }
    group.facts += 1;
    if (isSuccess(member)) group.successes += 1;
    if (isImmature(member)) group.immature += 1;
    group.parts = group.parts.map((facts, i) => (parts[i]!(member) ? facts + 1 : facts));
    if (since !== null) group.oldest = Math.max(group.oldest ?? 0, member.now - (member.row[since] as number));
    const seconds = figure.kind === 'duration' && classes.length > 0 ? secondsOf(figure, member) : 0;
    group.atLeast = group.atLeast.map((facts, i) => (seconds >= classes[i]! ? facts + 1 : facts));
    const [first, second] = summandsOf(figure, member);
    group.firstSum += first;
    group.secondSum += second;
  }
  if (figure.kind === 'duration' && figure.basis === 'stock') {
    const seconds = Map.groupBy(members, groupOf);
    for (const [key, group] of groups) {
      group.sorted = seconds
        .get(key)!
        .map((member) => secondsOf(figure, member))
        .sort((a, b) => a - b);
    }
  }
  return [...groups.values()];
}

function groupOf({ period, split, reason }: Member): string {
  return JSON.stringify([period, split, reason]);
}

/** A test of members, made once for all that are judged at the same instant. No predicate: false. */
function memberTest(predicate: Predicate | null, settings: FigureSettings): (member: Member) => boolean {
  let judgedAt: Instant | null = null;
  let test: (row: AnyRow) => boolean = () => false;
  return ({ row, now }) => {
    if (predicate && now !== judgedAt) {
      test = testOf(predicate, now, settings);
      judgedAt = now;
    }
    return test(row);
  };
}

function summandsOf(figure: Figure, member: Member): [first: number, second: number] {
  switch (figure.kind) {
    case 'count':
      return [figure.sumOf === null ? 0 : (member.row[figure.sumOf] as number), 0];
    case 'duration':
      return [member.reason === null ? secondsOf(figure, member) : 0, 0];
    case 'mean': {
      const value = member.row[figure.column] as number;
      return [value, value * value];
    }
    case 'quotient':
      return [member.row[figure.numerator] as number, member.row[figure.denominator] as number];
    default:
      return [0, 0];
  }
}

function secondsOf(figure: Extract<Figure, { kind: 'duration' }>, { row, now }: Member): number {
  if ('column' in figure.seconds) return row[figure.seconds.column] as number;
  return now - (row[figure.seconds.ageSince] as number);
}

function undecidedOf(query: FigureQuery, versions: readonly TicketFact[]) {
  const { figure, asOf, settings, edges, split } = query;
  if (!figure.undecided) return [];
  const { isInQuestion, reasonOf } = judgeOf(query, asOf);
  const isUndecided = testOf(figure.undecided, asOf, settings);
  const end = Math.min(edges.at(-1)!, asOf);
  return versions.flatMap((fact) => {
    const row = rowOf(fact);
    if (!isVisible(fact, asOf) || (row.createdAt as number) >= end || !isInQuestion(row)) return [];
    if (reasonOf(row) !== null || !isUndecided(row)) return [];
    return [{ edgesBefore: edgesUpTo(edges, row.createdAt as Instant), split: splitOf(row, split), facts: 1 }];
  });
}

function rankedOf({ figure }: FigureQuery, counted: readonly Member[], wanted: readonly RanksWanted[]): RankedRow[] {
  if (figure.kind !== 'duration') return [];
  const groups = new Map<string, number[]>();
  for (const member of counted) {
    const key = groupKey(member);
    const seconds = groups.get(key);
    if (seconds) seconds.push(secondsOf(figure, member));
    else groups.set(key, [secondsOf(figure, member)]);
  }
  return wanted.flatMap(({ period, split, ranks }) => {
    const sorted = (groups.get(groupKey({ period, split })) ?? []).sort((a, b) => a - b);
    return ranks.map((rank) => ({ period, split, rank, seconds: sorted[rank]! }));
  });
}

function groupKey({ period, split }: Pick<Member, 'period' | 'split'>): string {
  return `${period}/${split === null ? '' : `=${split}`}`;
}

function logSumsOf({ figure }: FigureQuery, counted: readonly Member[]): LogSumsRow[] {
  if (figure.kind !== 'duration') return [];
  return [...Map.groupBy(counted, groupKey).values()].map((members) => {
    const { period, split } = members[0]!;
    const seconds = members.map((member) => secondsOf(figure, member));
    const logs = seconds.filter((value) => value > 0).map(Math.log);
    const total = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
    const sumOfSquares = total(logs.map((log) => log * log));
    return {
      period,
      split,
      facts: members.length,
      zeros: members.length - logs.length,
      sum: total(logs),
      sumOfSquares,
    };
  });
}

function technicianDaysOf({ zone }: FigureQuery, counted: readonly Member[]) {
  const seen = new Set<string>();
  return counted.flatMap(({ period, split, row }) => {
    const key = JSON.stringify([period, split, row.handledBy ?? null, localDateAt(zone, row.at as Instant)]);
    if (row.handledBy === null || seen.has(key)) return [];
    seen.add(key);
    return [{ period, split, days: 1 }];
  });
}

/** The edges of local days that cover the periods: what SQL needs to count days without zone arithmetic. */
export function dayEdges({ zone, edges }: FigureQuery): Instant[] {
  const days: Instant[] = [];
  const end = edges.at(-1)!;
  for (let date = localDateAt(zone, edges[0]!); ; date = addDays(date, 1)) {
    const start = startOfDate(zone, date);
    days.push(start);
    if (start >= end || start === NEVER) return days;
  }
}
