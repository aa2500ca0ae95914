import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What the headline figures ask of these facts without a split or a filter, behind their instants: the cockpit then
 * reads a year of them from indexes alone, in order.
 */
const COLUMNS = {
  resolution: [
    'working_seconds',
    'has_states',
    'has_levels',
    'has_contacts',
    'has_escalations',
    'initial_level',
    'is_automatic',
    'is_escalated',
    'is_management_escalated',
    'contact_count',
  ],
  first_response: ['business_seconds', 'has_replies'],
  first_resolution: [
    'has_states',
    'has_replies',
    'has_levels',
    'has_contacts',
    'channel',
    'is_first_contact_eligible',
    'is_automatic',
    'is_escalated',
    'human_reply_count',
    'seconds_after_contact',
    'further_contact_at',
    'reopened_at',
    'is_non_issue_reopened',
  ],
  escalation: ['has_levels', 'has_escalations', 'has_reason', 'is_in_time'],
  contact: ['has_contacts', 'is_inbound', 'channel', 'handled_by'],
} as const;

export const headlinesFromIndexes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const [kind, columns] of Object.entries(COLUMNS)) {
      await sql`drop index ${sql.table(`fact_${kind}_now`)}`.execute(db);
      await sql`
        create index ${sql.table(`fact_${kind}_now`)} on ${sql.table(`fact_${kind}`)} (tenant_id, at)
          include (excluded_as, ${sql.raw(columns.join(', '))})
          where known_to = 'infinity'`.execute(db);
    }
  },
};
