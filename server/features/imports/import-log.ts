import type pg from 'pg';
import { witnessesOfMapping } from '#contract/import-mapping.ts';
import type { PinnedVersions } from '#core/agreement/terms.ts';
import { compileCalendar } from '#core/calendar/calendar.ts';
import type { CalendarDefinition } from '#core/calendar/definition.ts';
import type { HistoryRules } from '#core/import/history.ts';
import type { SourceRow } from '#core/import/source-row.ts';
import { zoneOf } from '#core/time/zone.ts';
import {
  calendarId,
  historiesOfSource,
  loadVersions,
  pinCalendar,
  type StoredHistory,
} from '#server/features/tickets/index.ts';
import { Failure } from '#server/platform/failure.ts';
import { calendarOfImport } from './calendar-of-import.ts';
import { type ImportReport, RepairTally } from './import-report.ts';
import type { ImportRequest } from './import-request.ts';
import { bytesOfFile } from './log-bytes.ts';
import { databaseTotals, MonthTally, sideBySide } from './month-totals.ts';
import { findSource, Persons, sourceId } from './reference-store.ts';
import { handOverRejected, MOST_REJECTED } from './rejected-rows.ts';
import { saveTickets } from './save-tickets.ts';
import { lockSource } from './source-lock.ts';
import { type StagedLog, stageLog } from './stage-log.ts';
import { countStagedTickets, knownElsewhere, stagedTickets } from './staging.ts';
import { type ComparedTicket, compareTicket, type TicketWork } from './ticket-work.ts';

/**
 * Brings a log into the database. All rows are read and checked before anything is written; then tickets are written in
 * batches, each whole in a transaction of its own. An import that was cut off is simply run again: what is there is
 * compared and left alone, so nothing is lost and nothing comes twice.
 *
 * One session reads and compares the next batch while another writes the one before.
 */
export async function importLog(pool: pg.Pool, request: ImportRequest): Promise<ImportReport> {
  const sessions: pg.PoolClient[] = [];
  const connect = async (): Promise<pg.PoolClient> => {
    const client = await pool.connect();
    // A lost connection also fails the query under way, and that is where it is reported.
    client.on('error', () => undefined);
    sessions.push(client);
    return client;
  };
  try {
    const reader = await connect();
    await lockSource(reader, request.tenantId, request.mapping.source);
    return await new Import(reader, await connect(), request).run();
  } finally {
    // Lock and staged rows are the session's: ending the connection sets them free whatever happened.
    for (const client of sessions) client.release(true);
  }
}

interface Rules extends HistoryRules {
  readonly versions: PinnedVersions;
}

class Import {
  readonly #reader: pg.PoolClient;
  readonly #writer: pg.PoolClient;
  readonly #request: ImportRequest;
  readonly #calendar: CalendarDefinition;
  readonly #repairs = new RepairTally();
  readonly #fileMonths: MonthTally;
  readonly #counts = { added: 0, extended: 0, unchanged: 0, changed: 0 };
  readonly #rowCounts = { imported: 0, unchanged: 0, changed: 0 };
  readonly #changed: string[] = [];
  #events = 0;

  constructor(reader: pg.PoolClient, writer: pg.PoolClient, request: ImportRequest) {
    this.#reader = reader;
    this.#writer = writer;
    this.#request = request;
    this.#calendar = calendarOfImport(request.mapping);
    this.#fileMonths = new MonthTally(zoneOf(request.mapping.timeZone));
  }

  async run(): Promise<ImportReport> {
    const { isDryRun, mapping, tenantId } = this.#request;
    const staged = await stageLog(this.#reader, this.#request, this.#repairs);
    const { rows, unreadable, rejected, numberedColumns } = staged;
    await this.#reject(staged);
    const elsewhere = await this.#inTenant(this.#reader, (client) => knownElsewhere(client, tenantId, mapping.source));
    const source = await this.#inTenant(this.#writer, async (client) => {
      if (isDryRun) return findSource(client, tenantId, mapping.source);
      await pinCalendar(client, tenantId, this.#calendar);
      return sourceId(client, tenantId, mapping.source);
    });
    await this.#writeTickets(source);
    const database = await this.#inTenant(this.#writer, (client) =>
      databaseTotals(client, tenantId, { sourceId: source, zone: zoneOf(mapping.timeZone) }),
    );
    return {
      source: mapping.source,
      timeZone: mapping.timeZone,
      isDryRun,
      rows,
      unreadableRows: unreadable,
      rowCounts: { ...this.#rowCounts, rejected },
      numberedColumns,
      knownElsewhere: elsewhere,
      tickets: { inFile: Object.values(this.#counts).reduce((sum, count) => sum + count, 0), ...this.#counts },
      events: this.#events,
      repairs: this.#repairs.counts(),
      changedTickets: this.#changed,
      months: sideBySide(this.#fileMonths, database),
    };
  }

  /** Refuses the file, or hands over what is not brought in before anything is written. */
  async #reject({ unreadable, rejected, rejection }: StagedLog): Promise<void> {
    if (rejected === 0) return;
    const {
      isDryRun,
      file,
      bytes = bytesOfFile(file),
      mapping,
      unreadable: way = 'refuse',
      rejected: sink,
    } = this.#request;
    if (!isDryRun && way === 'refuse') throw new Failure('failure.importRefused', { rows: unreadable });
    if (!isDryRun && rejected > MOST_REJECTED) {
      throw new Failure('failure.importMostRejected', { rows: rejected, limit: MOST_REJECTED });
    }
    if (sink !== undefined) await handOverRejected({ bytes, mapping }, rejection, sink);
  }

  async #writeTickets(source: string | null): Promise<void> {
    const { tenantId, isDryRun, onProgress } = this.#request;
    const persons = await this.#inTenant(this.#reader, (client) => Persons.load(client, tenantId, source));
    const pinned = await this.#inTenant(this.#reader, (client) => loadVersions(client, tenantId));
    const rules = this.#rules(persons, pinned);
    const known = new Set<string>();
    const total = await countStagedTickets(this.#reader);
    let done = 0;
    let written = 0;
    let saving = Promise.resolve();
    try {
      for await (const tickets of stagedTickets(this.#reader)) {
        const stored = await this.#stored(tickets, source);
        const work = tickets.flatMap((rows) => this.#compare(rows, stored, rules) ?? []);
        await saving;
        onProgress({ phase: 'writing', done, total, written });
        done += tickets.length;
        if (source === null || isDryRun || work.length === 0) continue;
        written += work.length;
        const request = { tenantId, sourceId: source, work, persons: persons.takeNew(personsIn(work)), known };
        saving = this.#inTenant(this.#writer, async (client) => {
          // Checks of foreign keys are planned once a session; a plan made on empty tables reads all of a full one.
          await client.query('discard plans');
          await saveTickets(client, request);
        });
        // Whoever waits for it hears of a failure; until then it must not count as unheard.
        saving.catch(() => undefined);
      }
      await saving;
    } finally {
      // After a failure elsewhere: the session is still at work, and must not be taken away from it.
      await saving.catch(() => undefined);
    }
    onProgress({ phase: 'writing', done: total, total, written });
  }

  /** `pinned`: people may have put imported tickets under an agreement since. */
  #rules(persons: Persons, pinned: PinnedVersions): Rules {
    const { mapping } = this.#request;
    const calendar = this.#calendar;
    const id = calendarId(calendar);
    return {
      rows: mapping.rows,
      hasStatedEnd: mapping.end !== undefined,
      hasStatedClosing: mapping.end?.closedAt !== undefined,
      isEmptyUnchanged: mapping.empty === 'unchanged',
      hasVerdict: mapping.verdict !== undefined,
      calendarId: id,
      witnesses: witnessesOfMapping(mapping),
      personOf: (name) => persons.idOf(name),
      versions: { ...pinned, calendars: new Map([...pinned.calendars, [id, compileCalendar(calendar)]]) },
    };
  }

  async #stored(tickets: readonly SourceRow[][], source: string | null): Promise<Map<string, StoredHistory>> {
    if (source === null) return new Map();
    const keys = tickets.map((rows) => rows[0]!.ticketKey);
    const { tenantId } = this.#request;
    return this.#inTenant(this.#reader, (client) => historiesOfSource(client, tenantId, { sourceId: source, keys }));
  }

  /** Compares one ticket and counts what came out; gives what is to be written. */
  #compare(
    rows: readonly SourceRow[],
    stored: ReadonlyMap<string, StoredHistory>,
    { versions, ...rules }: Rules,
  ): TicketWork | null {
    const compared: ComparedTicket = compareTicket(rows, stored.get(rows[0]!.ticketKey), { rules, versions });
    for (const repair of compared.repairs) this.#repairs.add(repair);
    this.#fileMonths.addTicket(compared.ticket);
    this.#counts[compared.outcome] += 1;
    const { outcome } = compared;
    this.#rowCounts[outcome === 'added' || outcome === 'extended' ? 'imported' : outcome] += rows.length;
    if (compared.outcome === 'changed') this.#changed.push(compared.sourceKey);
    this.#events += compared.work?.events.length ?? 0;
    return compared.work;
  }

  async #inTenant<T>(client: pg.PoolClient, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    await client.query('begin');
    try {
      await client.query("select set_config('app.tenant_id', $1, true)", [this.#request.tenantId]);
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }
}

/** The persons whom new events name. */
function* personsIn(work: readonly TicketWork[]): Generator<string> {
  for (const { events } of work) {
    for (const event of events) {
      if (event.kind === 'assigneeChanged' && event.to !== null) yield event.to;
      if (event.kind === 'contactHandled' && event.handledBy !== null) yield event.handledBy;
    }
  }
}
