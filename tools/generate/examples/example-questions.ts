import { FIGURES } from '#core/figures/registry.ts';
import { parseLocalDate } from '#core/time/local-date.ts';
import type { WorldKey } from '#worlds/demo/surroundings.ts';

/** The example company that the worked examples are asked of; docs/demo.md tells its stories by the same date. */
export const EXAMPLE_WORLD: WorldKey = { seed: 1, today: parseLocalDate('2026-11-23') };

/** One question to a figure, and which row of its answer is worked out. */
export interface ExampleQuestion {
  /** The words after `kundig kpi`, without the instant of the report: that is the end of the world. */
  readonly words: string;
  /** The row that is taken apart, from the top. */
  readonly row: number;
}

const MAY_AND_JUNE = '--from 2026-05-01 --to 2026-07-01 --by month';
const MAY_TO_JULY = '--from 2026-05-01 --to 2026-08-01 --by month';
const AUGUST_AND_SEPTEMBER = '--from 2026-08-01 --to 2026-10-01 --by month';
const THREE_QUARTERS = '--from 2026-01-01 --to 2026-10-01 --by quarter';

/** A question for every figure, where there is a story in it: docs/demo.md names them. */
const QUESTIONS: Readonly<Record<string, readonly [words: string, row: number]>> = {
  sla_compliance_pct: [`${MAY_AND_JUNE} --where service=mail --split clock`, 3],
  first_response_sla_pct: [`${MAY_AND_JUNE} --where team=mail`, 1],
  resolution_sla_pct: [`${MAY_AND_JUNE} --where service=mail`, 1],
  sla_violations_count: [`${MAY_AND_JUNE} --where service=mail --split clock`, 3],
  sla_at_risk_count: ['--from 2026-11-01 --to 2026-11-23 --split clock', 0],
  sla_waived_count: [THREE_QUARTERS, 1],
  first_response_time_minutes: [`${MAY_AND_JUNE} --where team=mail`, 1],
  resolution_time_minutes: [`${AUGUST_AND_SEPTEMBER} --where service=applications`, 1],
  lead_time_hours: [`${AUGUST_AND_SEPTEMBER} --where service=applications`, 1],
  customer_wait_share_pct: [`${AUGUST_AND_SEPTEMBER} --where service=applications`, 1],
  backlog_age_days: [MAY_AND_JUNE, 1],
  awaiting_first_response_count: [MAY_AND_JUNE, 1],
  tickets_created_count: ['--from 2026-02-23 --to 2026-03-23 --by week --where service=print', 1],
  tickets_resolved_count: ['--from 2026-07-01 --to 2026-09-01 --by month --where service=workplace --split team', 7],
  tickets_closed_count: [MAY_AND_JUNE, 1],
  backlog_open_count: [MAY_TO_JULY, 1],
  net_flow_count: [MAY_TO_JULY, 1],
  contacts_count: [MAY_AND_JUNE, 1],
  contacts_per_working_day: [MAY_AND_JUNE, 1],
  contacts_per_technician_day: [`${MAY_AND_JUNE} --split level`, 1],
  contacts_by_level_count: [MAY_AND_JUNE, 1],
  contacts_per_ticket: [`${MAY_AND_JUNE} --where service=mail`, 1],
  first_contact_resolution_pct: [`${THREE_QUARTERS} --where team=service-desk`, 2],
  first_contact_resolution_net_pct: [`${THREE_QUARTERS} --where team=service-desk`, 2],
  first_level_resolution_pct: [THREE_QUARTERS, 2],
  functional_escalation_rate_pct: [THREE_QUARTERS, 2],
  hierarchical_escalation_rate_pct: [`${MAY_AND_JUNE} --where service=mail`, 1],
  escalation_timeliness_pct: [`${MAY_AND_JUNE} --where service=mail`, 1],
  reopen_rate_pct: ['--from 2025-11-01 --to 2026-02-01 --by month --where service=network', 1],
  unresolved_rate_pct: ['--from 2026-09-01 --to 2026-11-23 --by month', 2],
  case_owner_coverage_pct: [`${MAY_AND_JUNE} --split level`, 1],
};

/** The questions by figure id, in the order of the figures. A figure without a question has no example. */
export const EXAMPLE_QUESTIONS: ReadonlyMap<string, ExampleQuestion> = new Map(
  FIGURES.flatMap(({ id }) => {
    const question = QUESTIONS[id];
    return question ? [[id, { words: `${id} ${question[0]}`, row: question[1] }] as const] : [];
  }),
);
