import { atRiskFrom } from '../clock/at-risk.ts';
import type { SlaClock } from '../clock/sla-clock.ts';
import type { Instant } from '../time/instant.ts';
import type { ClockKind, ClockStepRecorded } from './event.ts';
import type { Ticket } from './ticket.ts';

/** People are warned when this little of the target is left. */
export const WARNING = { share: 0.2, seconds: 0 } as const;

/** Something that a clock will do by itself if nothing happens before: warn, or be breached. */
export interface ClockStep {
  readonly step: 'warning' | 'breach';
  readonly clock: ClockKind;
  readonly cycle: number;
  /** It has come due strictly after this instant, and is dated by it. */
  readonly at: Instant;
  /** Names the step among all of the ticket. A new target may warn again; a breach is once for each cycle. */
  readonly key: string;
}

/** The steps still to be recorded, in the order of their instants. A waived clock has none. */
export function stepsOf(ticket: Ticket): ClockStep[] {
  return [ticket.firstResponseClock, ticket.resolutionClock]
    .flatMap((clock) => (clock === null || clock.waivedAt !== null ? [] : [warningOf(clock), breachOf(clock)]))
    .filter((step) => step !== null)
    .filter(({ key }) => !ticket.recordedSteps.has(key))
    .sort((a, b) => a.at - b.at);
}

/** The event that records a step. */
export function stepRecorded({ step, at, clock, cycle, key }: ClockStep): ClockStepRecorded {
  return { kind: step === 'warning' ? 'clockWarned' : 'clockBreached', at, clock, cycle, key };
}

function warningOf(clock: SlaClock): ClockStep | null {
  const at = atRiskFrom(clock, WARNING);
  const { kind, cycle, targetSeconds } = clock;
  return at && { step: 'warning', clock: kind, cycle, at, key: `${kind}:${cycle}:warning:${targetSeconds}` };
}

function breachOf({ kind, cycle, breachedAt, dueAt }: SlaClock): ClockStep | null {
  const at = breachedAt ?? dueAt;
  return at && { step: 'breach', clock: kind, cycle, at, key: `${kind}:${cycle}:breach` };
}
