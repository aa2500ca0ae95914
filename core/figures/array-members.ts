import type { FactVersion } from '../facts/fold-facts.ts';
import type { FactKind } from '../facts/kinds.ts';
import type { Instant } from '../time/instant.ts';
import { type AnyRow, testOf } from './predicate-arrays.ts';
import { type FigureQuery, stockPoints } from './query.ts';
import { isRecorded } from './reason.ts';

/** A version of a fact with the ticket it belongs to. */
export type TicketFact<K extends FactKind = FactKind> = FactVersion<K> & { readonly ticketId: string };

/** A fact in the period (or standing at its end), with its fate. */
export interface Member {
  readonly period: number;
  readonly split: string | null;
  readonly reason: string | null;
  readonly row: AnyRow;
  /** What verdicts and windows are judged at and ages are counted to: as_of, or the point of the stock. */
  readonly now: Instant;
}

/** Whether the version is the one known as of `at`. */
export function isVisible(fact: TicketFact, at: Instant): boolean {
  return fact.knownFrom < at && fact.knownTo >= at;
}

export function rowOf(fact: TicketFact): AnyRow {
  return fact.row as unknown as AnyRow;
}

/** Judges rows: whether they are in question at all, and if left out, why. */
export function judgeOf(
  { figure, settings, where }: FigureQuery,
  asOf: Instant,
): {
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

/** Facts dated in a period. */
export function flowMembers(query: FigureQuery, versions: readonly TicketFact[]): Member[] {
  const { figure, edges, asOf, split } = query;
  const { isInQuestion, reasonOf } = judgeOf(query, asOf);
  const members: Member[] = [];
  for (const fact of versions) {
    const row = rowOf(fact);
    const at = row[figure.datedBy] as Instant | null;
    if (at === null || at >= asOf || !isVisible(fact, asOf)) continue;
    const period = edgesUpTo(edges, at) - 1;
    if (period < 0 || period >= edges.length - 1 || !isInQuestion(row)) continue;
    members.push({ period, split: splitOf(row, split), reason: reasonOf(row), row, now: asOf });
  }
  return members;
}

/** Facts that stood at the point of a period. Whether a ticket is outside the base set is known as of the query, not of the point; its span tells. */
export function stockMembers(
  query: FigureQuery,
  { versions, spans }: { readonly versions: readonly TicketFact[]; readonly spans: readonly TicketFact[] },
): Member[] {
  const excluded = new Map<string, string>();
  for (const fact of spans) {
    const { excludedAs } = rowOf(fact);
    if (excludedAs !== null && isVisible(fact, query.asOf)) excluded.set(fact.ticketId, excludedAs as string);
  }
  const members: Member[] = [];
  stockPoints(query).forEach((point, period) => {
    const { isInQuestion, reasonOf } = judgeOf(query, point);
    for (const fact of versions) {
      const row = rowOf(fact);
      if (!isVisible(fact, point) || !isInQuestion(row)) continue;
      const reason = excluded.get(fact.ticketId) ?? reasonOf(row);
      members.push({ period, split: splitOf(row, query.split), reason, row, now: point });
    }
  });
  return members;
}

export function splitOf(row: AnyRow, split: string | null): string | null {
  return split === null ? null : (row[split] as string | null);
}

/** How many of the ascending `edges` lie at or before `at`. */
export function edgesUpTo(edges: readonly number[], at: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
