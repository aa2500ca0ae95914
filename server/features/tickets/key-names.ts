import type pg from 'pg';
import type { z } from 'zod';
import type { ticketPageShape } from '#contract/api/ticket-shapes.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { Instant } from '#core/time/instant.ts';
import { prepared } from '#server/database/prepared.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';
import type { TicketRow } from './ticket-row.ts';

type NamedKey = z.input<typeof ticketPageShape>['names'][number];
type Kind = NamedKey['kind'];

/** Where the names of each kind of key are kept: the table of versions and its column. */
const places: Readonly<Record<Kind, string>> = {
  team: 'team',
  service: 'service',
  level: 'support_level',
  customer: 'customer',
};
const KINDS = Object.keys(places) as readonly Kind[];

/** What the keys that a ticket has and had are called at `now`; a key without a name is left out. */
export async function readKeyNames(
  client: pg.ClientBase,
  tenantId: string,
  { row, events, now }: { readonly row: TicketRow; readonly events: readonly TicketEvent[]; readonly now: Instant },
): Promise<NamedKey[]> {
  const keys = keysIn(row, events);
  const found = await client.query<NamedKey>(
    prepared(NAMES_SQL, [tenantId, sqlInstant(now), ...KINDS.map((kind) => [...keys[kind]])]),
  );
  return found.rows;
}

const NAMES_SQL = KINDS.map((kind, index) => {
  const column = `${places[kind]}_key`;
  return `select '${kind}' as kind, n.key, n.name
  from (
    select distinct on (v.${column})
      v.${column} as key,
      v.name
    from ${places[kind]}_version as v
    where v.tenant_id = $1
      and v.valid_from <= $2
      and v.${column} = any($${index + 3}::text[])
    order by v.${column}, v.version desc
  ) as n`;
}).join('\nunion all\n');

function keysIn(row: TicketRow, events: readonly TicketEvent[]): Readonly<Record<Kind, ReadonlySet<string>>> {
  const keys: Record<Kind, Set<string>> = {
    team: new Set(),
    service: new Set(),
    level: new Set(),
    customer: new Set(),
  };
  const add = (kind: Kind, key: string | null): void => {
    if (key !== null) keys[kind].add(key);
  };
  for (const kind of KINDS) add(kind, row[kind]);
  for (const event of events) {
    if (event.kind === 'teamChanged') add('team', event.to);
    else if (event.kind === 'serviceChanged') add('service', event.to);
    else if (event.kind === 'handedOver') {
      add('level', event.fromLevel);
      add('level', event.toLevel);
    } else if (event.kind === 'ticketOpened') {
      for (const kind of ['team', 'service', 'level'] as const) add(kind, event.dimensions[kind]);
    }
  }
  return keys;
}
