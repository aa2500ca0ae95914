import type { TargetDirection } from '#core/figures/target.ts';
import type { LocalDate } from '#core/time/local-date.ts';
import type { Timeline } from './timeline.ts';

/** What the company promised itself of a figure, from a date on. */
export interface DemoTarget {
  readonly figure: string;
  readonly value: number;
  readonly direction: TargetDirection;
  readonly owner: string;
  readonly validFrom: LocalDate;
}

const DESK_LEAD = 'Leitung Service-Desk';
const OPERATIONS_LEAD = 'Leitung IT-Betrieb';

/** The month from which more is promised for resolutions: what came of the bad month. */
const STRICTER_MONTH = -3;

/** All targets in the order in which they were set. Some are kept, some are missed, and one was tightened. */
export function targetsOf(timeline: Timeline): readonly DemoTarget[] {
  const first = timeline.firstDate;
  return [
    { figure: 'resolution_sla_pct', direction: 'at_least', value: 85, owner: OPERATIONS_LEAD, validFrom: first },
    { figure: 'first_response_sla_pct', direction: 'at_least', value: 92, owner: DESK_LEAD, validFrom: first },
    { figure: 'case_owner_coverage_pct', direction: 'at_least', value: 90, owner: DESK_LEAD, validFrom: first },
    { figure: 'resolution_time_minutes', direction: 'at_most', value: 240, owner: OPERATIONS_LEAD, validFrom: first },
    { figure: 'first_response_time_minutes', direction: 'at_most', value: 15, owner: DESK_LEAD, validFrom: first },
    { figure: 'backlog_open_count', direction: 'at_most', value: 35, owner: OPERATIONS_LEAD, validFrom: first },
    { figure: 'reopen_rate_pct', direction: 'at_most', value: 8, owner: DESK_LEAD, validFrom: first },
    { figure: 'escalation_timeliness_pct', direction: 'at_least', value: 90, owner: DESK_LEAD, validFrom: first },
    {
      figure: 'resolution_sla_pct',
      direction: 'at_least',
      value: 88,
      owner: OPERATIONS_LEAD,
      validFrom: timeline.month(STRICTER_MONTH),
    },
  ];
}
