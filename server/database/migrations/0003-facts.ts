import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { grant } from '#server/database/grants.ts';
import { tenantPolicy } from '#server/database/tenant-policy.ts';

/**
 * One table per kind of facts, its rows the versions (law 7). The columns repeat `core/facts/kinds.ts` as it was when
 * this step was written; a test holds the two together, and a change of kinds is a new step.
 *
 * Columns of fixed length that are never null come first: PostgreSQL finds those at once, while every text or null
 * before a column makes reading it dearer. Figures read millions of rows, so this saves a quarter of their time.
 */
const VERSION = `
  tenant_id uuid not null,
  ticket_id uuid not null,
  known_from timestamptz not null,
  known_to timestamptz not null check (known_to > known_from),
  created_at timestamptz not null`;

const WITNESSES = `
  has_states boolean not null,
  has_replies boolean not null,
  has_levels boolean not null,
  has_contacts boolean not null,
  has_escalations boolean not null,
  has_closing boolean not null,
  at timestamptz,
  excluded_as text`;

const DIMENSIONS = `
  team text,
  service text,
  priority text,
  channel text,
  level text,
  type text,
  agreement text,
  fact_key text not null`;

/** The columns of each kind: those of fixed length that are never null, then the others. */
const OWN: Readonly<Record<string, readonly [fixed: string, others: string]>> = {
  creation: ['is_active boolean not null, is_cancelled boolean not null', ''],
  first_response: ['', 'business_seconds bigint'],
  first_resolution: [
    `human_reply_count integer not null, is_automatic boolean not null, is_escalated boolean not null,
    is_first_contact_eligible boolean not null, is_non_issue_reopened boolean not null`,
    'seconds_after_contact bigint, further_contact_at timestamptz, reopened_at timestamptz',
  ],
  resolution: [
    `lead_seconds bigint not null, working_seconds bigint not null, paused_seconds bigint not null,
    unresolved_seconds bigint not null, contact_count integer not null, is_automatic boolean not null,
    is_escalated boolean not null, is_management_escalated boolean not null`,
    'initial_level text',
  ],
  closing: ['', ''],
  clock: [
    'cycle integer not null, is_paused boolean not null, is_imported boolean not null',
    `waived_at timestamptz, due_at timestamptz, stopped_at timestamptz, target_seconds bigint,
    at_risk_from timestamptz,
    clock text not null, verdict text, left_out_as text, cause text`,
  ],
  span: ['is_active boolean not null, is_answered boolean not null, is_owned boolean not null', 'state text not null'],
  movement: ['direction integer not null', 'movement text not null'],
  contact: ['is_inbound boolean not null', 'handled_by text'],
  handover: ['is_upward boolean not null, has_note boolean not null', 'from_level text, to_level text'],
  escalation: ['has_reason boolean not null, is_in_time boolean not null', 'escalation text'],
};

/**
 * Figures group by the period of an instant and by why a fact is left out, never by the columns themselves. Told so,
 * PostgreSQL expects some hundred groups instead of a million: it counts in several processes and sorts nothing.
 */
const FEW_GROUPS = Object.entries({
  at: 50,
  created_at: 50,
  excluded_as: 2,
  has_states: 1,
  has_replies: 1,
  has_levels: 1,
  has_contacts: 1,
  has_escalations: 1,
  has_closing: 1,
}).map(([column, number]) => `alter column ${column} set (n_distinct = ${number})`);

/**
 * A question about a month or a week reads the facts dated there, as they are known now. The columns behind are those
 * that figures ask for without a split or a filter: a year is then read from the index alone, a fraction of the table.
 */
const datedWith = (...columns: readonly string[]): string =>
  `create index $_now on $ (tenant_id, at) include (${columns.join(', ')}) where known_to = 'infinity'`;

const DATED = ["create index $_now on $ (tenant_id, at) where known_to = 'infinity'"];

const INDEXES: Readonly<Record<string, readonly string[]>> = {
  creation: [datedWith('excluded_as')],
  clock: [
    datedWith('clock', 'verdict', 'left_out_as', 'excluded_as'),
    // Verdicts that are still open: with the rows of the first index that are dated later, or not at all.
    `create index $_undecided on $ (tenant_id, created_at)
      where known_to = 'infinity' and verdict is null and excluded_as is null
        and left_out_as is distinct from 'not_recorded'
        and left_out_as is distinct from 'waived'
        and left_out_as is distinct from 'cancelled'`,
    `create index $_waived on $ (tenant_id, waived_at) include (known_from, known_to, clock, excluded_as)
      where waived_at is not null`,
    // What ran or rested at an instant was not yet over by then.
    'create index $_at_risk on $ (tenant_id, known_to) where at_risk_from is not null',
    'create index $_paused on $ (tenant_id, known_to) where is_paused',
  ],
  span: [
    // What stood open at an instant was not yet over by then.
    'create index $_active on $ (tenant_id, known_to) where is_active',
    'create index $_excluded on $ (tenant_id, ticket_id) where excluded_as is not null',
  ],
};

export const facts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const [kind, [fixed, others]] of Object.entries(OWN)) {
      const table = sql.table(`fact_${kind}`);
      const columns = [VERSION, fixed, WITNESSES, others, DIMENSIONS].filter((part) => part !== '').join(', ');
      await sql`
        create table ${table} (${sql.raw(columns)},
          primary key (tenant_id, ticket_id, fact_key, known_from),
          foreign key (tenant_id, ticket_id) references ticket (tenant_id, id)
        )`.execute(db);
      await sql`alter table ${table} ${sql.raw(FEW_GROUPS.join(', '))}`.execute(db);
      for (const index of INDEXES[kind] ?? DATED)
        await sql`${sql.raw(index.replaceAll('$', `fact_${kind}`))}`.execute(db);
      await grant(db, `fact_${kind}`, 'mutable');
      await tenantPolicy(db, `fact_${kind}`);
    }
  },
};
