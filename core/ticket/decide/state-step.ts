import type { Instant } from '#core/time/instant.ts';
import type { TicketState } from '../state.ts';
import { type Step, step } from './decision.ts';

interface StateChange {
  readonly isNonIssue?: boolean;
  readonly isAutomatic?: boolean;
  readonly texts?: Step['texts'];
}

/** The step into another state. */
export function stateStep(
  to: TicketState,
  at: Instant,
  { isNonIssue = false, isAutomatic = false, texts = {} }: StateChange = {},
): Step {
  return step({ kind: 'stateChanged', at, to, isNonIssue, isAutomatic }, texts);
}
