import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '#core/time/instant.ts';

/** An instant as a timestamptz parameter; Infinity becomes 'infinity'. */
export function timestamptz(instant: Instant): RawBuilder<Instant> {
  return sql<Instant>`to_timestamp(${String(instant)}::float8)`;
}
