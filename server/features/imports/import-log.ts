import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { calendarOfMapping, type ImportMapping, witnessesOfMapping } from '#contract/import-mapping.ts';
import type { PinnedVersions } from '#core/agreement/terms.ts';
import { compileCalendar } from '#core/calendar/calendar.ts';
import { foldFacts } from '#core/facts/fold-facts.ts';
import { type HistoryRules, historyOfRows } from '#core/import/history-of-rows.ts';
import type { SourceRow } from '#core/import/source-row.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import { zoneOf } from '#core/time/zone.ts';
import { insertFacts, replaceFacts } from '#server/features/figures/index.ts';
import {
  appendEvents,
  calendarId,
  historiesOfSource,
  insertTickets,
  pinCalendar,
  type StoredHistory,
  takeNumbers,
} from '#server/features/tickets/index.ts';
import { Failure } from '#server/platform/failure.ts';
import { randomUUIDv7 } from '#server/platform/ids.ts';
import type { RowProblem } from './import-problem.ts';
import { type ImportReport, RepairTally } from './import-report.ts';
import { databaseTotals, MonthTally, sideBySide } from './month-totals.ts';
import { openLog } from './parse-log.ts';
import { findSource, Persons, saveNamed, sourceId } from './reference-store.ts';
import { rowReader } from './row-reader.ts';
import { countStagedTickets, createStaging, dropStaging, stagedTickets, stagingWriter } from './staging.ts';

export interface ImportRequest {
  readonly file: string;
  readonly mapping: ImportMapping;
  readonly tenantId: string;
  /** Reads, checks and counts everything, and writes nothing. */
  readonly isDryRun: boolean;
  /** Hears of each unreadable row as it is met. */
  readonly onProblem: (problem: RowProblem) => void;
  readonly onProgress: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  readonly phase: 'reading' | 'writing';
  readonly done: number;
  readonly total: number;
}

/**
 * Brings a log into the database. All rows are read and checked before anything is written; then tickets are written in
 * batches, each whole in a transaction of its own. An import that was cut off is simply run again: what is there is
 * compared and left alone, so nothing is lost and nothing comes twice.
 */
export async function importLog(pool: pg.Pool, request: ImportRequest): Promise<ImportReport> {
  const client = await pool.connect();
  try {
    await lockSource(client, request);
    await createStaging(client);
    return await new Import(client, request).run();
  } finally {
    await dropStaging(client).catch(() => undefined);
    // The lock is the session's: ending the connection sets it free whatever happened.
    client.release(true);
  }
}

async function lockSource(client: pg.ClientBase, { tenantId, mapping }: ImportRequest): Promise<void> {
  const name = `import/${tenantId}/${mapping.source}`;
  const result = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as is_ours', [name]);
  if (!result.rows[0].is_ours) throw new Failure('failure.importBusy', { source: mapping.source });
}

class Import {
  readonly #client: pg.PoolClient;
  readonly #request: ImportRequest;
  readonly #repairs = new RepairTally();
  readonly #fileMonths: MonthTally;
  readonly #counts = { added: 0, extended: 0, unchanged: 0, changed: 0 };
  readonly #changed: string[] = [];
  readonly #known = new Set<string>();
  #events = 0;
  #rows = 0;
  #unreadable = 0;

  constructor(client: pg.PoolClient, request: ImportRequest) {
    this.#client = client;
    this.#request = request;
    this.#fileMonths = new MonthTally(zoneOf(request.mapping.timeZone));
  }

  async run(): Promise<ImportReport> {
    const { isDryRun, mapping, tenantId } = this.#request;
    await this.#stage();
    if (this.#unreadable > 0 && !isDryRun) throw new Failure('failure.importRefused', { rows: this.#unreadable });
    const source = await this.#inTenant(() =>
      isDryRun ? findSource(this.#client, tenantId, mapping.source) : sourceId(this.#client, tenantId, mapping.source),
    );
    await this.#write(source);
    const database = await this.#inTenant(() =>
      databaseTotals(this.#client, tenantId, { sourceId: source, zone: zoneOf(mapping.timeZone) }),
    );
    return {
      source: mapping.source,
      timeZone: mapping.timeZone,
      isDryRun,
      rows: this.#rows,
      unreadableRows: this.#unreadable,
      tickets: { inFile: Object.values(this.#counts).reduce((sum, count) => sum + count, 0), ...this.#counts },
      events: this.#events,
      repairs: this.#repairs.counts(),
      changedTickets: this.#changed,
      months: sideBySide(this.#fileMonths, database),
    };
  }

  async #stage(): Promise<void> {
    const { file, mapping, onProblem, onProgress } = this.#request;
    const log = await openLog(file, mapping.delimiter);
    try {
      const read = rowReader(mapping, log.header);
      const staging = stagingWriter(this.#client);
      for await (const record of log.records) {
        const { row, problems, repairs } = read(record);
        this.#rows += 1;
        for (const repair of repairs) this.#repairs.add(repair);
        for (const problem of problems) onProblem(problem);
        if (problems.length > 0) this.#unreadable += 1;
        else await staging.write(row);
        if (this.#rows % 1000 === 0) onProgress({ phase: 'reading', done: log.bytesRead(), total: log.byteCount });
      }
      await staging.end();
      if (this.#rows === 0) throw new Failure('failure.importEmpty', { file });
    } finally {
      await log.close();
    }
  }

  async #write(source: string | null): Promise<void> {
    const { mapping, tenantId, isDryRun, onProgress } = this.#request;
    const calendar = calendarOfMapping(mapping);
    const id = calendarId(calendar);
    const versions: PinnedVersions = { agreements: new Map(), calendars: new Map([[id, compileCalendar(calendar)]]) };
    if (!isDryRun) await this.#inTenant(() => pinCalendar(this.#client, tenantId, calendar));
    const persons = await this.#inTenant(() => Persons.load(this.#client, tenantId, source));
    const rules: HistoryRules = {
      hasStatedEnd: mapping.end !== undefined,
      hasVerdict: mapping.verdict !== undefined,
      calendarId: id,
      witnesses: witnessesOfMapping(mapping),
      personOf: (name) => persons.idOf(name),
    };
    const total = await countStagedTickets(this.#client);
    let done = 0;
    for await (const tickets of stagedTickets(this.#client)) {
      await this.#inTenant(async () => {
        const work = await this.#workOf(tickets, rules, { source, versions });
        if (source === null || isDryRun) return;
        await persons.saveNew(this.#client, tenantId, source);
        await this.#save(work, source);
      });
      done += tickets.length;
      onProgress({ phase: 'writing', done, total });
    }
  }

  /** What is to be written for these tickets, compared with what is stored. */
  async #workOf(
    tickets: readonly SourceRow[][],
    rules: HistoryRules,
    { source, versions }: { readonly source: string | null; readonly versions: PinnedVersions },
  ): Promise<TicketWork[]> {
    const keys = tickets.map((rows) => rows[0]!.ticketKey);
    const stored =
      source === null
        ? new Map<string, StoredHistory>()
        : await historiesOfSource(this.#client, this.#request.tenantId, { sourceId: source, keys });
    return tickets.flatMap((rows): TicketWork[] => {
      const sourceKey = rows[0]!.ticketKey;
      const { events, repairs } = historyOfRows(rows, rules);
      for (const repair of repairs) this.#repairs.add(repair);
      const before = stored.get(sourceKey);
      const { ticket, versions: facts } = foldFacts(events, versions);
      this.#fileMonths.addTicket(ticket);
      const isPast = before?.events.every((event, index) => isDeepStrictEqual(event, events[index])) ?? true;
      if (!isPast) {
        this.#counts.changed += 1;
        this.#changed.push(sourceKey);
        return [];
      }
      const eventsBefore = before?.events.length ?? 0;
      const fresh = events.slice(eventsBefore);
      this.#counts[before === undefined ? 'added' : fresh.length > 0 ? 'extended' : 'unchanged'] += 1;
      this.#events += fresh.length;
      if (fresh.length === 0) return [];
      return [
        {
          ticketId: before?.ticketId ?? randomUUIDv7(),
          sourceKey,
          ticket,
          events: fresh,
          eventsBefore,
          versions: facts,
        },
      ];
    });
  }

  async #save(work: readonly TicketWork[], source: string): Promise<void> {
    const { tenantId } = this.#request;
    const seen = work.flatMap(({ versions }) => versions.map(({ row }) => row));
    await saveNamed(this.#client, tenantId, { seen, known: this.#known });
    const added = work.filter((ticket) => ticket.eventsBefore === 0);
    const extended = work.filter((ticket) => ticket.eventsBefore > 0);
    if (added.length > 0) {
      const first = await takeNumbers(this.#client, tenantId, added.length);
      const numbered = added.map((ticket, index) => ({
        ...ticket,
        number: first + index,
        origin: { sourceId: source, sourceKey: ticket.sourceKey },
      }));
      await insertTickets(this.#client, tenantId, numbered);
      await insertFacts(this.#client, tenantId, added);
    }
    if (extended.length > 0) {
      await appendEvents(this.#client, tenantId, extended);
      await replaceFacts(this.#client, tenantId, extended);
    }
  }

  async #inTenant<T>(work: () => Promise<T>): Promise<T> {
    const client = this.#client;
    await client.query('begin');
    try {
      await client.query("select set_config('app.tenant_id', $1, true)", [this.#request.tenantId]);
      const result = await work();
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }
}

interface TicketWork {
  readonly ticketId: string;
  readonly sourceKey: string;
  readonly ticket: ReturnType<typeof foldFacts>['ticket'];
  readonly events: readonly TicketEvent[];
  readonly eventsBefore: number;
  readonly versions: ReturnType<typeof foldFacts>['versions'];
}
