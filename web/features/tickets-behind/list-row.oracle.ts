import { type Fact, type ListRow, rowsOfPage } from './list-rows.ts';

/** A fact for tests; what is not said is empty. */
export function factOf(given: Partial<Fact>): Fact {
  return {
    ticket: 1,
    sourceKey: null,
    subject: null,
    customer: null,
    state: 'closed',
    service: null,
    team: null,
    priority: null,
    level: null,
    from: '2026-05-31T22:00:00Z',
    to: '2026-06-30T22:00:00Z',
    split: null,
    reason: null,
    leftOut: null,
    success: null,
    seconds: null,
    lateSeconds: null,
    columns: {},
    ...given,
  };
}

/** A row for tests, as the page makes it. */
export function listRow(place: number, given: Partial<Fact>): ListRow {
  const names = { service: { mail: 'E-Mail und Kalender' }, team: {}, customer: {} };
  return rowsOfPage({ rows: [factOf(given)], names }, place, { wordsOf: () => [] })[0]!;
}
