import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { grant } from '#server/database/grants.ts';
import { tenantPolicy } from '#server/database/tenant-policy.ts';

/**
 * One table per kind of facts, its rows the versions (law 7). The columns repeat `core/facts/kinds.ts` as it was when
 * this step was written; a test holds the two together, and a change of kinds is a new step.
 */
const HEADER = `
  tenant_id uuid not null,
  ticket_id uuid not null,
  fact_key text not null,
  known_from timestamptz not null,
  known_to timestamptz not null check (known_to > known_from),
  at timestamptz,
  team text,
  service text,
  priority text,
  channel text,
  level text,
  type text,
  agreement text,
  created_at timestamptz not null,
  excluded_as text,
  has_states boolean not null,
  has_replies boolean not null,
  has_levels boolean not null,
  has_contacts boolean not null,
  has_escalations boolean not null,
  has_closing boolean not null`;

const OWN: Readonly<Record<string, string>> = {
  creation: 'is_active boolean not null, is_cancelled boolean not null',
  first_response: 'business_seconds bigint',
  first_resolution: `is_automatic boolean not null, is_escalated boolean not null,
    is_first_contact_eligible boolean not null, human_reply_count integer not null, seconds_after_contact bigint,
    further_contact_at timestamptz, reopened_at timestamptz, is_non_issue_reopened boolean not null`,
  resolution: `is_automatic boolean not null, is_escalated boolean not null, is_management_escalated boolean not null,
    initial_level text, contact_count integer not null, lead_seconds bigint not null, working_seconds bigint not null,
    paused_seconds bigint not null, unresolved_seconds bigint not null`,
  closing: '',
  clock: `clock text not null, cycle integer not null, verdict text, cause text, left_out_as text,
    waived_at timestamptz, due_at timestamptz, stopped_at timestamptz, target_seconds bigint,
    is_imported boolean not null`,
  span: 'state text not null, is_active boolean not null, is_answered boolean not null',
  movement: 'movement text not null, direction integer not null',
  contact: 'handled_by text, is_inbound boolean not null',
  handover: 'from_level text, to_level text, is_upward boolean not null, has_note boolean not null',
  escalation: 'escalation text, has_reason boolean not null, is_in_time boolean not null',
};

export const facts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const [kind, own] of Object.entries(OWN)) {
      const table = sql.table(`fact_${kind}`);
      const columns = own === '' ? HEADER : `${HEADER},\n  ${own}`;
      await sql`
        create table ${table} (${sql.raw(columns)},
          primary key (tenant_id, ticket_id, fact_key, known_from),
          foreign key (tenant_id, ticket_id) references ticket (tenant_id, id)
        )`.execute(db);
      await sql`
        create index ${sql.id(`fact_${kind}_now`)} on ${table} (tenant_id, at) where known_to = 'infinity'`.execute(db);
      await sql`
        create index ${sql.id(`fact_${kind}_excluded`)} on ${table} (tenant_id, ticket_id)
        where excluded_as is not null`.execute(db);
      await grant(db, `fact_${kind}`, 'mutable');
      await tenantPolicy(db, `fact_${kind}`);
    }
  },
};
