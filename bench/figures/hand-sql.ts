import type { FactKind } from '#core/facts/kinds.ts';
import { factTable } from '#core/facts/sql-name.ts';
import { earlier, type Instant } from '#core/time/instant.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';
import { MONTHS } from '../world/world.ts';

/*
 * What a person who knows the tables would write to have one figure by month and team: its value and n, nothing of what
 * the product tells beside them. The measuring stick for the SQL that is made from the definitions.
 */

interface Hand {
  readonly of: FactKind;
  /** SQL of the value over the rows of one month and team. */
  readonly value: string;
  readonly where?: string;
  readonly datedBy?: string;
  readonly isStock?: true;
  /** What must be true at the point of a stock. */
  readonly atPoint?: string;
}

/** Rows of period (from 0), split, n and value. Null: the value needs what SQL cannot know, so n alone is told. */
export function handSql(id: string, { asOf, isNow }: { readonly asOf: Instant; readonly isNow: boolean }): string {
  const hand = HAND[id];
  if (!hand) throw new Error(`no hand-written SQL for ${id}`);
  return hand.isStock ? stockSql(hand, asOf, visible(asOf, isNow)) : flowSql(hand, asOf, visible(asOf, isNow));
}

const tenant = `f.tenant_id = '${defaultTenantId}'`;

function visible(asOf: Instant, isNow: boolean): (alias: string) => string {
  const at = literal(asOf);
  return isNow
    ? (alias) => `${alias}.known_to = 'infinity'`
    : (alias) => `${alias}.known_from < ${at} and ${alias}.known_to >= ${at}`;
}

function flowSql(
  { of, value, where = 'true', datedBy = 'at' }: Hand,
  asOf: Instant,
  known: (alias: string) => string,
): string {
  const at = `f.${datedBy}`;
  return `
    select width_bucket(${at}, ${literals(MONTHS)}) - 1 as period, f.team as split, count(*) as n, ${value} as value
    from ${factTable(of)} as f
    where ${tenant} and ${known('f')} and f.excluded_as is null
      and ${at} >= ${literal(MONTHS[0]!)} and ${at} < ${literal(earlier(MONTHS.at(-1)!, asOf))} and ${where}
    group by 1, 2`;
}

function stockSql(
  { of, value, where = 'true', atPoint = 'true' }: Hand,
  asOf: Instant,
  known: (alias: string) => string,
): string {
  const points = MONTHS.slice(1).map((edge) => earlier(edge, asOf));
  return `
    select p.number - 1 as period, f.team as split, count(*) as n, ${value} as value
    from (
      select f.*
      from ${factTable(of)} as f
      where ${tenant} and ${where}
        and width_bucket(f.known_from, ${literals(points)}) < width_bucket(f.known_to, ${literals(points)})
        and not exists (
          select from ${factTable('span')} as x
          where x.tenant_id = f.tenant_id and x.ticket_id = f.ticket_id and x.excluded_as is not null and ${known('x')})
    ) as f
    join unnest(${literals(points)}) with ordinality as p(point, number)
      on f.known_from < p.point and f.known_to >= p.point and ${atPoint}
    group by 1, 2`;
}

function literal(at: Instant): string {
  return `timestamptz '${sqlInstant(at)}'`;
}

function literals(instants: readonly Instant[]): string {
  return `'{${instants.map(sqlInstant).join(',')}}'::timestamptz[]`;
}

const quantiles = (seconds: string): string =>
  `(percentile_cont(array[0.5, 0.9]) within group (order by ${seconds}))[1]`;
const share = (success: string): string => `100.0 * count(*) filter (where ${success}) / count(*)`;
const reopened = `f.reopened_at <= f.at + interval '14 days'`;
const firstContact = share(`not f.is_automatic and not f.is_escalated and f.human_reply_count <= 1
      and coalesce(f.seconds_after_contact <= 900, true)
      and not coalesce(f.further_contact_at <= f.at + interval '14 days', false) and not coalesce(${reopened}, false)`);
const recorded = 'f.has_states and f.has_replies and f.has_levels and f.has_contacts';
const decided = 'f.left_out_as is null';
const count = 'count(*)';
const liveContacts = "f.is_inbound and f.has_contacts and f.channel in ('phone', 'chat', 'walk_in')";

const HAND: Readonly<Record<string, Hand>> = {
  sla_compliance_pct: { of: 'clock', value: share("f.verdict = 'met'"), where: decided },
  first_response_sla_pct: {
    of: 'clock',
    value: share("f.verdict = 'met'"),
    where: `f.clock = 'first_response' and ${decided}`,
  },
  resolution_sla_pct: {
    of: 'clock',
    value: share("f.verdict = 'met'"),
    where: `f.clock = 'resolution' and ${decided}`,
  },
  sla_violations_count: { of: 'clock', value: count, where: `f.verdict = 'breached' and ${decided}` },
  sla_at_risk_count: {
    of: 'clock',
    isStock: true,
    value: count,
    where: 'f.at_risk_from is not null and not f.is_imported',
    atPoint: '(f.at_risk_from <= p.point and (f.verdict is null or f.at >= p.point))',
  },
  sla_waived_count: { of: 'clock', value: count, datedBy: 'waived_at' },
  first_response_time_minutes: {
    of: 'first_response',
    value: `${quantiles('f.business_seconds')} / 60`,
    where: 'f.has_replies',
  },
  resolution_time_minutes: { of: 'resolution', value: `${quantiles('f.working_seconds')} / 60`, where: 'f.has_states' },
  lead_time_hours: { of: 'resolution', value: `${quantiles('f.lead_seconds')} / 3600` },
  customer_wait_share_pct: {
    of: 'resolution',
    value: '100.0 * sum(f.paused_seconds) / nullif(sum(f.unresolved_seconds), 0)',
    where: 'f.has_states',
  },
  backlog_age_days: {
    of: 'span',
    isStock: true,
    value: `${quantiles('extract(epoch from p.point - f.created_at)')} / 86400`,
    where: 'f.is_active',
  },
  awaiting_first_response_count: {
    of: 'span',
    isStock: true,
    value: count,
    where: 'f.is_active and not f.is_answered and f.has_replies',
  },
  tickets_created_count: { of: 'creation', value: count },
  tickets_resolved_count: { of: 'resolution', value: count },
  tickets_closed_count: { of: 'closing', value: count, where: 'f.has_closing' },
  backlog_open_count: { of: 'span', isStock: true, value: count, where: 'f.is_active' },
  net_flow_count: { of: 'movement', value: 'sum(f.direction)' },
  contacts_count: { of: 'contact', value: count, where: liveContacts },
  contacts_by_level_count: { of: 'contact', value: count, where: liveContacts },
  contacts_per_working_day: { of: 'contact', value: 'null', where: liveContacts },
  contacts_per_technician_day: {
    of: 'contact',
    value: "1.0 * count(*) / count(distinct (f.handled_by, date_trunc('day', f.at at time zone 'Europe/Berlin')))",
    where: liveContacts,
  },
  first_contact_resolution_pct: {
    of: 'first_resolution',
    value: firstContact,
    where: `${recorded} and f.channel is distinct from 'monitoring'`,
  },
  first_contact_resolution_net_pct: {
    of: 'first_resolution',
    value: firstContact,
    where: `${recorded} and f.channel is distinct from 'monitoring' and f.is_first_contact_eligible`,
  },
  first_level_resolution_pct: {
    of: 'resolution',
    value: share('not f.is_escalated and not f.is_automatic'),
    where: "f.initial_level = '1' and f.has_levels",
  },
  functional_escalation_rate_pct: { of: 'resolution', value: share('f.is_escalated'), where: 'f.has_levels' },
  hierarchical_escalation_rate_pct: {
    of: 'resolution',
    value: share('f.is_management_escalated'),
    where: 'f.has_escalations',
  },
  escalation_timeliness_pct: {
    of: 'escalation',
    value: share('f.has_reason and f.is_in_time'),
    where: 'f.has_levels and f.has_escalations',
  },
  contacts_per_ticket: { of: 'resolution', value: '1.0 * sum(f.contact_count) / count(*)', where: 'f.has_contacts' },
  case_owner_coverage_pct: { of: 'span', isStock: true, value: share('f.is_owned'), where: 'f.is_active' },
  reopen_rate_pct: { of: 'first_resolution', value: share(reopened), where: 'f.has_states' },
  unresolved_rate_pct: { of: 'creation', value: share('f.is_active'), where: 'not f.is_cancelled' },
};
