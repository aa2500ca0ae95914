import type pg from 'pg';
import { FACT_KINDS, type FactKind } from '#core/facts/kinds.ts';
import type { TicketFact } from '#core/figures/array-source.ts';
import { type Instant, instant } from '#core/time/instant.ts';
import type { Zone } from '#core/time/zone.ts';
import { readFacts, readLastEventAt, sqlSource } from '#server/features/figures/index.ts';
import { allTickets, countTickets, loadVersions } from '#server/features/tickets/index.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { type ComparedPeriod, compareFigures, compareFlow, figuresOf } from './compare-figures.ts';
import { compareTickets } from './compare-tickets.ts';
import type { Difference } from './difference.ts';

export interface VerifyRequest {
  readonly tenantId: string;
  readonly zone: Zone;
  /** Instants at which figures are compared; empty: five of our own choice. */
  readonly asOfs: readonly Instant[];
  readonly now: Instant;
  readonly onProgress: (progress: VerifyProgress) => void;
  readonly onDifference: (difference: Difference) => void;
}

export interface VerifyProgress {
  readonly phase: 'tickets' | 'figures';
  readonly done: number;
  readonly total: number;
}

export interface VerifyReport {
  readonly tickets: number;
  readonly rows: number;
  readonly figures: number;
  readonly asOfs: readonly Instant[];
  readonly differences: number;
}

const OWN_INSTANTS = 5;

/**
 * The proof: every ticket is rebuilt from its events and compared with what is stored, then every figure is computed by
 * SQL and by arrays and compared. All of it over one moment of the database; nothing is changed.
 */
export async function verify(pool: pg.Pool, request: VerifyRequest): Promise<VerifyReport> {
  const { tenantId } = request;
  return inTenantSession(
    pool,
    tenantId,
    async ({ db, client }) => {
      let differences = 0;
      const report = (found: readonly Difference[]): void => {
        differences += found.length;
        for (const difference of found) request.onDifference(difference);
      };
      const { tickets, rows } = await verifyTickets(client, request, report);
      const lastEventAt = await readLastEventAt(db, tenantId);
      const period = await comparedPeriod(client, request, lastEventAt);
      if (period === null) return { tickets, rows, figures: 0, asOfs: [], differences };
      const sql = sqlSource(db, { tenantId, lastEventAt });
      const total = FACT_KINDS.reduce((sum, kind) => sum + figuresOf(kind).length * period.asOfs.length, 0);
      let done = 0;
      let figures = 0;
      for (const kind of FACT_KINDS) {
        if (figuresOf(kind).length === 0) continue;
        const facts = await factsFor(client, tenantId, kind);
        const onAnswer = (): void => request.onProgress({ phase: 'figures', done: ++done, total });
        const compared = await compareFigures(kind, sql, { facts, period, onAnswer });
        figures += compared.answers;
        report(compared.differences);
      }
      report(await compareFlow(sql, period));
      return { tickets, rows, figures, asOfs: period.asOfs, differences };
    },
    { isolation: 'repeatable read', access: 'read only' },
  );
}

/** The facts that figures of one kind need: a stock asks the spans whether a ticket is outside the base set. */
async function factsFor(client: pg.ClientBase, tenantId: string, kind: FactKind): Promise<TicketFact[]> {
  const facts: TicketFact[] = await readFacts(client, tenantId, { kind });
  const isStock = figuresOf(kind).some(({ basis }) => basis === 'stock');
  if (!isStock || kind === 'span') return facts;
  const spans: TicketFact[] = await readFacts(client, tenantId, { kind: 'span' });
  return facts.concat(spans);
}

async function verifyTickets(
  client: pg.ClientBase,
  { tenantId, onProgress }: VerifyRequest,
  report: (found: readonly Difference[]) => void,
): Promise<{ tickets: number; rows: number }> {
  const versions = await loadVersions(client, tenantId);
  const total = await countTickets(client, tenantId);
  let tickets = 0;
  let rows = 0;
  for await (const batch of allTickets(client, tenantId)) {
    const compared = await compareTickets(client, { tenantId, tickets: batch, versions });
    tickets += batch.length;
    rows += compared.rows;
    report(compared.differences);
    onProgress({ phase: 'tickets', done: tickets, total });
  }
  return { tickets, rows };
}

/** From the first event to after the last, seen from instants spread over it: in the middle of history and after it. */
async function comparedPeriod(
  client: pg.ClientBase,
  { tenantId, zone, asOfs, now }: VerifyRequest,
  lastEventAt: Instant | null,
): Promise<ComparedPeriod | null> {
  const first = await client.query<{ at: Instant | null }>(
    'select min(t.created_at) as at from ticket as t where t.tenant_id = $1',
    [tenantId],
  );
  const from = first.rows[0]!.at;
  if (from === null || lastEventAt === null) return null;
  const to = instant(lastEventAt + 1);
  const step = (to - from) / (OWN_INSTANTS - 1);
  const own = Array.from({ length: OWN_INSTANTS - 1 }, (_, index) => instant(from + step * (index + 1)));
  return { from, to, zone, asOfs: asOfs.length > 0 ? asOfs : [...own, now] };
}
