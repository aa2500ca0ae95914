import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '#core/time/instant.ts';

/**
 * An instant in a table: read as whole seconds; written through `timestamptz(instant)`, for a bare number would not
 * be understood.
 */
export type InstantColumn = ColumnType<Instant, never, never>;

export interface TenantTable {
  id: string;
  slug: string;
  name: string;
  created_at: Generated<Instant>;
}

/** All tables, as Kysely sees them. */
export interface Database {
  tenant: TenantTable;
}
