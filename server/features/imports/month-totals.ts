import type pg from 'pg';
import { factTable } from '#core/facts/sql-name.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import type { Instant } from '#core/time/instant.ts';
import { datePartsOf } from '#core/time/local-date.ts';
import { localDateAt, type Zone } from '#core/time/zone.ts';
import type { FlowTotals, MonthTotals } from './import-report.ts';

type Flow = keyof FlowTotals;
const FLOWS: readonly Flow[] = ['created', 'resolved', 'closed'];

/** Counts what happened per local month. */
export class MonthTally {
  readonly #zone: Zone;
  readonly #months = new Map<string, Record<Flow, number>>();

  constructor(zone: Zone) {
    this.#zone = zone;
  }

  add(flow: Flow, at: Instant | undefined, count = 1): void {
    if (at === undefined) return;
    const { year, month } = datePartsOf(localDateAt(this.#zone, at));
    const name = `${year}-${String(month).padStart(2, '0')}`;
    const totals = this.#months.get(name) ?? { created: 0, resolved: 0, closed: 0 };
    totals[flow] += count;
    this.#months.set(name, totals);
  }

  addTicket(ticket: Ticket): void {
    this.add('created', ticket.createdAt);
    this.add('resolved', ticket.lastResolution?.at);
    this.add('closed', ticket.closing?.at);
  }

  month(name: string): FlowTotals {
    return this.#months.get(name) ?? { created: 0, resolved: 0, closed: 0 };
  }

  names(): string[] {
    return [...this.#months.keys()];
  }
}

const TABLES = { created: 'creation', resolved: 'resolution', closed: 'closing' } as const;

/** The totals of a source as its facts in the database tell them: counted there, not remembered from the import. */
export async function databaseTotals(
  client: pg.ClientBase,
  tenantId: string,
  { sourceId, zone }: { readonly sourceId: string | null; readonly zone: Zone },
): Promise<MonthTally> {
  const tally = new MonthTally(zone);
  for (const flow of FLOWS) {
    const result = await client.query<{ at: Instant; facts: number }>(
      `select f.at, count(*) as facts
       from ${factTable(TABLES[flow])} as f
       join ticket as t
         on t.tenant_id = f.tenant_id
         and t.id = f.ticket_id
       where f.tenant_id = $1
         and t.source_id = $2
         and f.known_to = 'infinity'
         and ${flow === 'closed' ? 'f.has_closing' : 'true'}
       group by f.at`,
      [tenantId, sourceId],
    );
    for (const { at, facts } of result.rows) tally.add(flow, at, facts);
  }
  return tally;
}

/** Both sides by month, in order, without a gap where only one side has a month. */
export function sideBySide(file: MonthTally, database: MonthTally): MonthTotals[] {
  const names = [...new Set([...file.names(), ...database.names()])].sort();
  return names.map((month) => ({ month, file: file.month(month), database: database.month(month) }));
}
