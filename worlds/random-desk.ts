import type { AgreementTerms, PinnedVersions } from '#core/agreement/terms.ts';
import { compileCalendar } from '#core/calendar/calendar.ts';
import { alwaysOpen, type CalendarDefinition } from '#core/calendar/definition.ts';
import type { Dimensions } from '#core/ticket/dimensions.ts';
import type { PromiseGiven, TicketEvent } from '#core/ticket/event.ts';
import type { TicketState } from '#core/ticket/state.ts';
import { WITNESSES, type Witness } from '#core/ticket/witness.ts';
import { type Instant, instant, parseInstant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import { type Dice, dice } from './dice.ts';

/**
 * A desk where anything may happen, for tests: every kind of event in any state, three promises (two agreements, one
 * imported), sources that witness all or little. Not believable; deterministic from its seed.
 */
export interface RandomDesk {
  readonly calendars: ReadonlyMap<string, CalendarDefinition>;
  readonly agreements: ReadonlyMap<string, AgreementTerms>;
  readonly versions: PinnedVersions;
  readonly histories: readonly (readonly TicketEvent[])[];
}

const OFFICE: CalendarDefinition = {
  timeZone: 'Europe/Berlin',
  weekly: Object.fromEntries((['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => [day, [['08:00', '17:00']]])),
  holidays: ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01'],
  exceptions: [{ date: '2026-02-16', windows: [['08:00', '12:00']] }],
};

const HOUR = 3600;
const TARGETS: AgreementTerms['targetsByPriority'] = {
  '1': { first_response: HOUR / 4, resolution: 4 * HOUR },
  '2': { first_response: HOUR, resolution: 8 * HOUR },
  '3': { first_response: 4 * HOUR, resolution: 24 * HOUR },
};

const AGREEMENTS = new Map<string, AgreementTerms>([
  [
    'gold-1',
    {
      agreement: 'gold',
      calendarId: 'office',
      targetsByPriority: TARGETS,
      pauseStates: ['pending_customer'],
      reopen: 'continue',
    },
  ],
  [
    'silver-1',
    {
      agreement: 'silver',
      calendarId: 'always',
      targetsByPriority: TARGETS,
      pauseStates: ['pending_customer', 'pending_vendor'],
      reopen: 'restart',
    },
  ],
]);

const STATES: readonly TicketState[] = [
  'in_progress',
  'in_progress',
  'pending_customer',
  'pending_customer',
  'pending_vendor',
  'resolved',
  'resolved',
  'resolved',
  'closed',
  'cancelled',
  'merged',
  'spam',
  'test',
];
const FIRST = parseInstant('2025-12-01T00:00:00Z');
const DAYS = 180;

/** `tickets` random histories between December 2025 and summer 2026. */
export function randomDesk(seed: number, tickets: number): RandomDesk {
  const roll = dice(seed);
  const calendars = new Map([
    ['office', OFFICE],
    ['always', alwaysOpen('America/New_York')],
  ]);
  return {
    calendars,
    agreements: AGREEMENTS,
    versions: {
      agreements: AGREEMENTS,
      calendars: new Map([...calendars].map(([id, definition]) => [id, compileCalendar(definition)])),
    },
    histories: Array.from({ length: tickets }, () => randomHistory(roll)),
  };
}

function randomHistory(roll: Dice): TicketEvent[] {
  let at = instant(FIRST + roll.below(DAYS * SECONDS_PER_DAY));
  const promise = roll.pick<PromiseGiven>([
    { kind: 'none' },
    { kind: 'imported' },
    { kind: 'agreement', versionId: 'gold-1' },
    { kind: 'agreement', versionId: 'silver-1' },
  ]);
  const dimensions = randomDimensions(roll, promise);
  const events: TicketEvent[] = [
    {
      kind: 'ticketOpened',
      at,
      dimensions,
      promise,
      calendarId: roll.pick(['office', 'always']),
      witnesses: randomWitnesses(roll),
      customer: null,
      requester: null,
      contactEndedAt: roll.chance(0.3) ? instant(at + roll.below(1800)) : null,
      isFirstContactEligible: roll.chance(0.9),
    },
  ];
  let level = dimensions.level;
  for (let left = roll.below(14); left > 0; left -= 1) {
    at = instant(at + randomGap(roll));
    const event = randomEvent(roll, at, { level, promise });
    if (event.kind === 'handedOver') level = event.toLevel;
    events.push(event);
  }
  return events;
}

/** Often the same second, else minutes to days. */
function randomGap(roll: Dice): number {
  return roll.below(roll.pick([1, 60, 2 * HOUR, SECONDS_PER_DAY, 20 * SECONDS_PER_DAY]));
}

function randomDimensions(roll: Dice, promise: PromiseGiven): Dimensions {
  return {
    team: roll.pick(['network', 'desktop', 'field', null]),
    service: roll.pick(['mail', 'vpn', 'print']),
    priority: roll.pick(['1', '2', '3', '4', null]),
    channel: roll.pick(['phone', 'email', 'portal', 'chat', 'monitoring']),
    level: roll.pick(['1', '1', '2', null]),
    type: roll.pick(['incident', 'request']),
    agreement: promise.kind === 'agreement' ? AGREEMENTS.get(promise.versionId)!.agreement : null,
  };
}

function randomWitnesses(roll: Dice): readonly Witness[] {
  return roll.chance(0.7) ? WITNESSES : WITNESSES.filter(() => roll.chance(0.5));
}

interface Standing {
  readonly level: string | null;
  readonly promise: PromiseGiven;
}

function randomEvent(roll: Dice, at: Instant, { level, promise }: Standing): TicketEvent {
  return roll.pick<() => TicketEvent>([
    () => changeState(roll, at),
    () => changeState(roll, at),
    () => changeState(roll, at),
    () => changeState(roll, at),
    () => ({ kind: 'replySent', at, isPublic: roll.chance(0.7), isAutomatic: roll.chance(0.3) }),
    () => ({ kind: 'requesterContacted', at, isTrivial: roll.chance(0.3) }),
    () => ({ kind: 'priorityChanged', at, to: roll.pick(['1', '2', '3', '4']) }),
    () => ({ kind: 'teamChanged', at, to: roll.pick(['network', 'desktop', 'field', null]) }),
    () => ({ kind: 'serviceChanged', at, to: roll.pick(['mail', 'vpn', 'print']) }),
    () => ({
      kind: 'handedOver',
      at,
      fromLevel: level,
      toLevel: roll.pick(['1', '2', '3']),
      hasNote: roll.chance(0.5),
    }),
    () => ({ kind: 'managementEscalated', at, hasReason: roll.chance(0.5) }),
    () => ({ kind: 'calendarChanged', at, calendarId: roll.pick(['office', 'always']) }),
    () => ({ kind: 'verdictWaived', at, clock: roll.pick(['first_response', 'resolution']) }),
    () =>
      promise.kind === 'imported'
        ? { kind: 'verdictImported', at, isMet: roll.chance(0.5) }
        : { kind: 'agreementChanged', at, versionId: roll.pick(['gold-1', 'silver-1']) },
    () => ({
      kind: 'contactHandled',
      at,
      startedAt: null,
      handledBy: roll.pick(['p1', 'p2', 'p3', null]),
      level: roll.pick(['1', '2', null]),
      channel: roll.pick(['phone', null]),
      isInbound: roll.chance(0.8),
    }),
  ])();
}

function changeState(roll: Dice, at: Instant): TicketEvent {
  return {
    kind: 'stateChanged',
    at,
    to: roll.pick(STATES),
    isNonIssue: roll.chance(0.2),
    isAutomatic: roll.chance(0.2),
  };
}
