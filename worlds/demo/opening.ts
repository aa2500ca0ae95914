import type { OpenTicket } from '#core/ticket/command.ts';
import type { Dimensions } from '#core/ticket/dimensions.ts';
import type { Course } from './course.ts';
import type { ServiceKey } from './house.ts';
import type { IncomingTicket } from './incoming-ticket.ts';
import { PHRASES } from './texts/phrases.ts';
import { fillSlots } from './texts/slots.ts';

/** What the form said and the desk put right when it looked. */
export interface Misfiling {
  readonly service?: ServiceKey;
  readonly type?: 'incident' | 'request';
  readonly priority?: string;
}

const MISFILED = { service: 0.03, type: 0.015, priority: 0.06 } as const;
const DEFAULT_PRIORITY = '3';

/** What the opening gets wrong: requesters choose the nearest word in a list. */
export function rollMisfiling({ ticket: given, chance }: Course): Misfiling {
  if (given.requester === null || given.team !== 'service-desk') return {};
  const isOther = given.service !== 'workplace' && chance.chance(MISFILED.service);
  return {
    ...(isOther ? { service: 'workplace' as const } : {}),
    ...(chance.chance(MISFILED.type) ? { type: given.topic.type === 'incident' ? 'request' : 'incident' } : {}),
    ...(given.priority !== DEFAULT_PRIORITY && chance.chance(MISFILED.priority) ? { priority: DEFAULT_PRIORITY } : {}),
  };
}

/** The command that opens the ticket. */
export function openingOf(course: Course, misfiling: Misfiling): OpenTicket {
  const { ticket: given, chance } = course;
  const words = given.topic.words[given.language];
  return {
    kind: 'openTicket',
    customer: given.requester?.customer ?? null,
    requester: given.requester?.id ?? null,
    dimensions: dimensionsOf(given, misfiling),
    promise: { kind: 'agreement', versionId: given.agreement.id },
    calendarId: given.agreement.terms.calendarId,
    isFirstContactEligible: given.topic.firstContactChance > 0,
    subject: fillSlots(chance.pick(words.subjects), given.slots),
    description: fillSlots(chance.pick(words.descriptions), given.slots),
  };
}

/** The same matter reported a second time by somebody who is not sure that it arrived. */
export function duplicateOf(course: Course, first: OpenTicket): OpenTicket {
  const { language, slots } = course.ticket;
  return { ...first, description: fillSlots(course.chance.pick<string>(PHRASES[language].sameAgain), slots) };
}

function dimensionsOf(given: IncomingTicket, { service, type, priority }: Misfiling): Dimensions {
  return {
    team: given.team,
    service: service ?? given.service,
    priority: priority ?? given.priority,
    channel: given.channel,
    level: given.level,
    type: type ?? given.topic.type,
    agreement: given.agreement.terms.agreement,
  };
}
