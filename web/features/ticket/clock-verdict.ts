import type { ClockOut } from '#contract/api/clock-shapes.ts';
import type { TicketPage } from '#contract/api/ticket-shapes.ts';
import type { SignName } from '#web/ui/sign.tsx';
import type { Telling } from './telling.ts';

const MINUTE = 60;

export interface ClockVerdict {
  readonly sign: SignName;
  readonly text: string;
}

/** What a clock says in one line, the word before the sign: how much is left and until when, or how it ended. */
export function clockVerdict(clock: ClockOut, standing: TicketPage['standing'], telling: Telling): ClockVerdict {
  const { say, length } = telling;
  const { outcome, phase, elapsedSeconds: used, targetSeconds } = clock;
  if (outcome === 'waived') return { sign: 'usual', text: say('desk.ticket.clock.waived') };
  if (outcome === 'excluded') {
    const state = telling.state(standing);
    return { sign: 'usual', text: say('desk.ticket.clock.excluded', { state }) };
  }
  if (outcome === 'breached') return { sign: 'missed', text: breachText(clock, telling) };
  const isDone = outcome === 'met';
  if (targetSeconds === null) {
    const key = isDone ? 'desk.ticket.clock.done' : 'desk.ticket.clock.running';
    return { sign: 'usual', text: say(key, { used: length(used) }) };
  }
  if (isDone) return { sign: 'kept', text: say('desk.ticket.clock.met', { used: length(used) }) };
  return phase === 'paused' ? pausedVerdict(clock, standing, telling) : runningVerdict(clock, telling);
}

function runningVerdict(clock: ClockOut, { say, length, when, now }: Telling): ClockVerdict {
  const { dueAt, why } = clock;
  if (dueAt === null) return { sign: 'usual', text: say('desk.ticket.clock.neverDue') };
  const { warningAt } = why.projection;
  const isAtRisk = warningAt !== null && Date.parse(warningAt) <= Date.parse(now);
  const text = say('desk.ticket.clock.left', { left: length(leftSeconds(clock)), due: when(dueAt) });
  return { sign: isAtRisk ? 'risk' : 'usual', text };
}

function pausedVerdict(clock: ClockOut, standing: TicketPage['standing'], telling: Telling): ClockVerdict {
  const { say, length } = telling;
  const state = telling.state(standing);
  return { sign: 'paused', text: say('desk.ticket.clock.paused', { state, left: length(leftSeconds(clock)) }) };
}

/** What is left in whole minutes, so that with the minutes used it makes the target. */
function leftSeconds({ remainingSeconds }: ClockOut): number {
  const left = Math.max(0, remainingSeconds ?? 0);
  return left < MINUTE ? left : Math.ceil(left / MINUTE) * MINUTE;
}

function breachText(clock: ClockOut, { say, length, when }: Telling): string {
  const { breachedAt, breachCause, remainingSeconds, phase } = clock;
  const at = breachedAt === null ? '' : when(breachedAt);
  const over = length(Math.max(0, -(remainingSeconds ?? 0)));
  if (breachCause === 'target_change') return say('desk.ticket.clock.lateTarget', { at });
  // Taking something back can leave a missed deadline with time to spare: it stays missed.
  if (phase === 'stopped') return say('desk.ticket.clock.lateDone', { over });
  return say(phase === 'paused' ? 'desk.ticket.clock.latePaused' : 'desk.ticket.clock.lateOpen', { at, over });
}
