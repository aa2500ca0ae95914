import type pg from 'pg';
import type { Dimensions } from '#core/ticket/dimensions.ts';
import type { Instant } from '#core/time/instant.ts';
import { saveNamed } from '#server/features/directory/index.ts';
import { randomUUIDv7 } from '#server/platform/ids.ts';

/** Things that tickets refer to by key, and the dimension each is filled from. */
const NAMED = [
  { kind: 'service', dimension: 'service' },
  { kind: 'team', dimension: 'team' },
  { kind: 'support_level', dimension: 'level' },
] as const;

const ALWAYS = Number.NEGATIVE_INFINITY as Instant;

/** The source a log comes from, made when it is new. */
export async function sourceId(client: pg.ClientBase, tenantId: string, key: string): Promise<string> {
  await client.query(
    `insert into source (tenant_id, id, key)
     values ($1, $2, $3)
     on conflict (tenant_id, key) do nothing`,
    [tenantId, randomUUIDv7(), key],
  );
  return (await findSource(client, tenantId, key))!;
}

export async function findSource(client: pg.ClientBase, tenantId: string, key: string): Promise<string | null> {
  const found = await client.query<{ id: string }>(
    'select s.id from source as s where s.tenant_id = $1 and s.key = $2',
    [tenantId, key],
  );
  return found.rows[0]?.id ?? null;
}

/** A person that has no row yet. */
export interface NewPerson {
  readonly id: string;
  readonly name: string;
}

/** Persons of a source by the name they have there. New ones get an id at once and a row once a ticket needs them. */
export class Persons {
  readonly #ids: Map<string, string>;
  readonly #unsaved = new Map<string, string>();

  constructor(ids: Map<string, string>) {
    this.#ids = ids;
  }

  static async load(client: pg.ClientBase, tenantId: string, sourceId: string | null): Promise<Persons> {
    const found = await client.query<{ id: string; name: string }>(
      'select p.id, p.name from person as p where p.tenant_id = $1 and p.source_id = $2 and p.name is not null',
      [tenantId, sourceId],
    );
    return new Persons(new Map(found.rows.map(({ id, name }) => [name, id])));
  }

  idOf(name: string): string {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = randomUUIDv7();
    this.#ids.set(name, id);
    this.#unsaved.set(id, name);
    return id;
  }

  /** Those of the new persons that these ids name; from now on they count as saved. */
  takeNew(ids: Iterable<string>): NewPerson[] {
    const taken: NewPerson[] = [];
    for (const id of ids) {
      const name = this.#unsaved.get(id);
      if (name !== undefined) taken.push({ id, name });
      this.#unsaved.delete(id);
    }
    return taken;
  }
}

/** Makes sure that services, teams and levels named by tickets exist. `known` remembers what was saved before. */
export async function saveSeen(
  client: pg.ClientBase,
  tenantId: string,
  { seen, known }: { readonly seen: readonly Dimensions[]; readonly known: Set<string> },
): Promise<void> {
  for (const { kind, dimension } of NAMED) {
    // Sorted, so that two imports of different sources never wait for each other in a circle.
    const keys = [...new Set(seen.map((dimensions) => dimensions[dimension]))]
      .filter((key): key is string => key !== null && !known.has(`${kind}/${key}`))
      .sort();
    if (keys.length === 0) continue;
    await saveNamed(client, tenantId, { kind, rows: keys.map((key) => ({ key, name: key, validFrom: ALWAYS })) });
    for (const key of keys) known.add(`${kind}/${key}`);
  }
}
