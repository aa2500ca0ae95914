import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { Instant } from '#core/time/instant.ts';
import { historyOf } from './history.ts';

const TICKETS = 25_000;
const HEADER =
  'number,incident_state,sys_mod_count,made_sla,opened_at,sys_updated_at,contact_type,category,priority,assignment_group,assigned_to,resolved_at,closed_at';

const STATES: Readonly<Record<string, string>> = {
  new: 'New',
  in_progress: 'Active',
  pending_customer: 'Awaiting User Info',
  pending_vendor: 'Awaiting Vendor',
  resolved: 'Resolved',
  closed: 'Closed',
};

/** A compressed log of generated tickets in the shape of uci-498, for where that is absent. */
export async function generatedLog(): Promise<{ readonly file: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'kundig-log-'));
  const file = join(folder, 'log.csv.gz');
  await pipeline(Readable.from(lines()), createGzip({ level: 1 }), createWriteStream(file));
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function* lines(): Generator<string> {
  yield `${HEADER}\n`;
  for (let index = 0; index < TICKETS; index += 1) yield rowsOf(index).join('');
}

/** A row for each event, as such systems write them: each repeats all that is true by then. */
function rowsOf(index: number): string[] {
  const events = historyOf(index, TICKETS);
  const opened = events[0]!;
  if (opened.kind !== 'ticketOpened') return [];
  const resolvedAt = lastChange(events, 'resolved');
  const closedAt = lastChange(events, 'closed');
  let state = 'new';
  let { priority, team } = opened.dimensions;
  return events.map((event, order) => {
    if (event.kind === 'stateChanged') state = STATES[event.to] === undefined ? state : event.to;
    if (event.kind === 'priorityChanged') priority = event.to;
    if (event.kind === 'teamChanged') team = event.to;
    const { channel, service } = opened.dimensions;
    const cells = [STATES[state], order, index % 3 > 0, written(opened.at), written(event.at), channel, service];
    const end = [`${priority} - Any`, team, `Person ${index % 60}`, written(resolvedAt), written(closedAt)];
    return `INC${String(index).padStart(7, '0')},${[...cells, ...end].join(',')}\n`;
  });
}

function lastChange(events: readonly TicketEvent[], to: string): Instant | null {
  const last = events.findLast((event) => event.kind === 'stateChanged' && event.to === to);
  return last?.at ?? null;
}

/** As `5/3/2016 12:00`; what is not said is a question mark. */
function written(at: Instant | null): string {
  if (at === null) return '?';
  const [date, time] = new Date(at * 1000).toISOString().split('T');
  const [year, month, day] = date!.split('-').map(Number);
  return `${day}/${month}/${year} ${time!.slice(0, 5)}`;
}
