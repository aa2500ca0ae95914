import type { FactVersion } from '../facts/fold-facts.ts';
import type { FactKind } from '../facts/kinds.ts';
import { type Instant, NEVER } from '../time/instant.ts';
import { addDays } from '../time/local-date.ts';
import { localDateAt, startOfDate } from '../time/zone.ts';
import type { Figure } from './definition.ts';
import { type AnyRow, testOf } from './predicate-arrays.ts';
import { type FigureQuery, stockPoints } from './query.ts';
import { isRecorded } from './reason.ts';
import type { FigureSource, RankedRow, RanksWanted, TallyRow } from './tally.ts';

/** A version of a fact with the ticket it belongs to. */
export type TicketFact<K extends FactKind = FactKind> = FactVersion<K> & { readonly ticketId: string };

/** A fact in the period (or standing at its end), with its fate. */
interface Member {
  readonly period: number;
  readonly split: string | null;
  readonly reason: string | null;
  readonly row: AnyRow;
  /** Period end or as_of: what ages are counted to. */
  readonly point: Instant;
}

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
    return figure.basis === 'stock' ? stockMembers(query, versions) : flowMembers(query, versions);
  };
  const countedOf = (query: FigureQuery): Member[] => membersOf(query).filter((member) => member.reason === null);
  return {
    tally: async (query) => tallyOf(query, membersOf(query)),
    undecided: async (query) => undecidedOf(query, byKind.get(query.figure.of) ?? []),
    ranked: async (query, wanted) => rankedOf(query, countedOf(query), wanted),
    histogram: async (query, bounds) => histogramOf(query, countedOf(query), bounds),
    technicianDays: async (query) => technicianDaysOf(query, countedOf(query)),
  };
}

function isVisible(fact: TicketFact, at: Instant): boolean {
  return fact.knownFrom < at && fact.knownTo >= at;
}

function rowOf(fact: TicketFact): AnyRow {
  return fact.row as unknown as AnyRow;
}

/** Judges rows: whether they are in question at all, and if left out, why. */
function judgeOf({ figure, asOf, settings, where }: FigureQuery): {
  isInQuestion: (row: AnyRow) => boolean;
  reasonOf: (row: AnyRow) => string | null;
} {
  const recorded = testOf(isRecorded(figure), asOf, settings);
  const wanted = testOf(figure.where, asOf, settings);
  const wantedRecorded = testOf(figure.whereRecorded, asOf, settings);
  const leftOut = figure.leftOut.map(({ reason, when }) => ({ reason, test: testOf(when, asOf, settings) }));
  return {
    isInQuestion: (row) =>
      where.every(({ dimension, value }) => row[dimension] === value) &&
      wanted(row) &&
      (!recorded(row) || wantedRecorded(row)),
    reasonOf: (row) => {
      if (row.excludedAs !== null) return row.excludedAs as string;
      if (!recorded(row)) return 'not_recorded';
      return leftOut.find(({ test }) => test(row))?.reason ?? null;
    },
  };
}

function flowMembers(query: FigureQuery, versions: readonly TicketFact[]): Member[] {
  const { figure, edges, asOf, split } = query;
  const { isInQuestion, reasonOf } = judgeOf(query);
  const members: Member[] = [];
  for (const fact of versions) {
    const row = rowOf(fact);
    const at = row[figure.datedBy] as Instant | null;
    if (at === null || at >= asOf || !isVisible(fact, asOf)) continue;
    const period = edgesUpTo(edges, at) - 1;
    if (period < 0 || period >= edges.length - 1 || !isInQuestion(row)) continue;
    members.push({ period, split: splitOf(row, split), reason: reasonOf(row), row, point: edges[period + 1]! });
  }
  return members;
}

function stockMembers(query: FigureQuery, versions: readonly TicketFact[]): Member[] {
  const { isInQuestion, reasonOf } = judgeOf(query);
  const excluded = new Map<string, string>();
  for (const fact of versions) {
    const { excludedAs } = rowOf(fact);
    if (excludedAs !== null && isVisible(fact, query.asOf)) excluded.set(fact.ticketId, excludedAs as string);
  }
  const members: Member[] = [];
  stockPoints(query).forEach((point, period) => {
    for (const fact of versions) {
      const row = rowOf(fact);
      if (!isVisible(fact, point) || !isInQuestion(row)) continue;
      const reason = excluded.get(fact.ticketId) ?? reasonOf(row);
      members.push({ period, split: splitOf(row, query.split), reason, row, point });
    }
  });
  return members;
}

function splitOf(row: AnyRow, split: string | null): string | null {
  return split === null ? null : (row[split] as string | null);
}

function tallyOf({ figure, asOf, settings }: FigureQuery, members: readonly Member[]): TallyRow[] {
  const isSuccess = figure.kind === 'share' ? testOf(figure.success, asOf, settings) : () => false;
  const isImmature = figure.immature ? testOf(figure.immature, asOf, settings) : () => false;
  const groups = new Map<string, { -readonly [K in keyof TallyRow]: TallyRow[K] }>();
  for (const member of members) {
    const { period, split, reason, row } = member;
    const key = JSON.stringify([period, split, reason]);
    let group = groups.get(key);
    if (!group) {
      group = { period, split, reason, facts: 0, successes: 0, immature: 0, firstSum: 0, secondSum: 0 };
      groups.set(key, group);
    }
    group.facts += 1;
    if (isSuccess(row)) group.successes += 1;
    if (isImmature(row)) group.immature += 1;
    const [first, second] = summandsOf(figure, member);
    group.firstSum += first;
    group.secondSum += second;
  }
  return [...groups.values()];
}

function summandsOf(figure: Figure, member: Member): [first: number, second: number] {
  switch (figure.kind) {
    case 'count':
      return [figure.sumOf === null ? 0 : (member.row[figure.sumOf] as number), 0];
    case 'duration':
      return [member.reason === null ? secondsOf(figure, member) : 0, 0];
    case 'quotient':
      return [member.row[figure.numerator] as number, member.row[figure.denominator] as number];
    default:
      return [0, 0];
  }
}

function secondsOf(figure: Extract<Figure, { kind: 'duration' }>, { row, point }: Member): number {
  if ('column' in figure.seconds) return row[figure.seconds.column] as number;
  return point - (row[figure.seconds.ageSince] as number);
}

function undecidedOf(query: FigureQuery, versions: readonly TicketFact[]) {
  const { figure, asOf, settings, edges, split } = query;
  if (!figure.undecided) return [];
  const { isInQuestion, reasonOf } = judgeOf(query);
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

function histogramOf({ figure }: FigureQuery, counted: readonly Member[], bounds: readonly number[]) {
  if (figure.kind !== 'duration') return [];
  return counted.map((member) => ({
    period: member.period,
    split: member.split,
    bucket: edgesUpTo(bounds, secondsOf(figure, member)) - 1,
    facts: 1,
  }));
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

/** How many of the ascending `edges` lie at or before `at`. */
function edgesUpTo(edges: readonly number[], at: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
