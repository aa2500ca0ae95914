import { type Instant, NEVER } from '#core/time/instant.ts';

/** An instant as text that PostgreSQL reads as timestamptz. */
export function sqlInstant(at: Instant): string {
  return at === NEVER ? 'infinity' : new Date(at * 1000).toISOString();
}
