import type { OpenTicket, TicketCommand } from '#core/ticket/command.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Dice } from './dice.ts';

/**
 * Commands without sense or order, as if twenty people pressed any button on any ticket: for tests. Most are legal,
 * many are not.
 */
const MAKERS: readonly ((roll: Dice, at: Instant) => TicketCommand)[] = [
  (roll) => ({ kind: 'receiveMessage', body: roll.pick(TEXTS), isTrivial: roll.chance(0.3) }),
  (roll) => ({
    kind: 'reply',
    body: roll.pick(TEXTS),
    visibility: roll.pick(['public', 'public', 'internal']),
    isAutomatic: roll.chance(0.2),
  }),
  (roll, at) => ({
    kind: 'recordContact',
    channel: roll.pick(['phone', 'chat', 'walk_in']),
    startedAt: (at - roll.below(1800) + 60) as Instant,
    direction: roll.pick(['inbound', 'inbound', 'outbound']),
    isTrivial: roll.chance(0.2),
    note: roll.pick(TEXTS),
  }),
  (roll) => ({ kind: 'assign', team: roll.pick(['network', 'desktop', 'field', null]) }),
  (roll) => ({ kind: 'assign', assignee: roll.pick([...PERSONS, null]) }),
  (roll) => ({ kind: 'handOver', toLevel: roll.pick(['1', '2', '3']), team: roll.pick(TEAMS), note: roll.pick(TEXTS) }),
  () => ({ kind: 'acceptHandover' }),
  (roll) => ({ kind: 'returnHandover', reason: roll.pick(TEXTS) }),
  (roll) => ({ kind: 'escalate', reason: roll.pick(TEXTS) }),
  (roll) => ({ kind: 'answerEscalation', body: roll.pick(TEXTS) }),
  () => ({ kind: 'startWork' }),
  () => ({ kind: 'startWork' }),
  (roll) => ({ kind: 'waitForRequester', reason: roll.pick(TEXTS) }),
  (roll) => ({ kind: 'waitForOthers', reason: roll.pick(TEXTS) }),
  (roll) => ({ kind: 'changePriority', to: roll.pick(['1', '2', '3', '4', '']) }),
  (roll) => ({ kind: 'changeService', to: roll.pick(['mail', 'vpn', 'print']) }),
  (roll) => ({ kind: 'changeType', to: roll.pick(['incident', 'request']) }),
  (roll) => ({ kind: 'changeAgreement', versionId: roll.pick(['gold-1', 'silver-1', 'lead-9']) }),
  (roll) => ({ kind: 'resolve', solution: roll.pick(TEXTS), isAutomatic: roll.chance(0.1) }),
  (roll) => ({ kind: 'resolve', solution: roll.pick(TEXTS), isAutomatic: false }),
  () => ({ kind: 'confirmSolution' }),
  (roll) => ({ kind: 'rejectSolution', reason: roll.pick(TEXTS) }),
  (roll) => ({ kind: 'reopen', reason: roll.pick(TEXTS), isNonIssue: roll.chance(0.3) }),
  (roll) => ({ kind: 'markReopening', isNonIssue: roll.chance(0.5) }),
  (roll) => ({ kind: 'close', isAutomatic: roll.chance(0.5) }),
  (roll) => ({ kind: 'cancel', reason: roll.pick(TEXTS) }),
  () => ({ kind: 'markSpam' }),
  () => ({ kind: 'markTest' }),
  () => ({ kind: 'takeBack' }),
  () => ({ kind: 'takeBack' }),
  (roll) => ({
    kind: 'waiveVerdict',
    clock: roll.pick(['first_response', 'resolution']),
    reason: roll.pick(TEXTS),
  }),
];

const TEXTS = [
  '',
  ' ',
  'The screen stays black.',
  'Das Gerät geht nicht an, "gar nicht".',
  '=1+1',
  '🙂 danke\nViele Grüße',
];
const TEAMS = ['network', 'desktop', 'field'];
const PERSONS = Array.from(
  { length: 20 },
  (_, index) => `00000000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
);

/** One of twenty persons, or nobody: a rule or a machine. */
export function randomActor(roll: Dice): string | null {
  return roll.chance(0.9) ? roll.pick(PERSONS) : null;
}

/** Any command but opening and merging. */
export function randomCommand(roll: Dice, at: Instant): TicketCommand {
  return roll.pick(MAKERS)(roll, at);
}

/** A ticket under one of the promises of the random desk. */
export function randomOpening(roll: Dice): OpenTicket {
  const versionId = roll.pick(['gold-1', 'silver-1', null]);
  return {
    kind: 'openTicket',
    customer: roll.pick(['north', 'south', null]),
    requester: randomActor(roll),
    dimensions: {
      team: roll.pick([...TEAMS, null]),
      service: roll.pick(['mail', 'vpn', 'print']),
      priority: roll.pick(['1', '2', '3', '4']),
      channel: roll.pick(['phone', 'email', 'portal', 'chat', 'monitoring']),
      level: roll.pick(['1', '1', '2', null]),
      type: roll.pick(['incident', 'request']),
      agreement: versionId === null ? null : versionId.slice(0, -2),
    },
    promise: versionId === null ? { kind: 'none' } : { kind: 'agreement', versionId },
    calendarId: roll.pick(['office', 'always']),
    isFirstContactEligible: roll.chance(0.9),
    subject: roll.pick(TEXTS),
    description: roll.pick(TEXTS),
  };
}
