import { type AgreementVersion, agreementFor } from '#core/agreement/agreement-for.ts';
import type { SupportLevel } from '#core/ticket/command.ts';
import { LIVE_CHANNELS } from '#core/ticket/command.ts';
import { type Instant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import type { LocalDate } from '#core/time/local-date.ts';
import { zoneOf } from '#core/time/zone.ts';
import type { Language } from '#text/language.ts';

import { type Chance, chanceOf } from './chance.ts';
import type { Arrival } from './demand.ts';
import { CUSTOMERS, type CustomerKey, SERVICES, type ServiceKey, TEAMS, type TeamKey } from './house.ts';
import type { Person } from './people.ts';
import type { Conditions } from './stories.ts';
import type { Surroundings } from './surroundings.ts';
import { APPLICATION_TOPICS } from './texts/applications.ts';
import { MAIL_MIGRATION_TOPICS, MAIL_TOPICS } from './texts/mail.ts';
import { NETWORK_TOPICS } from './texts/network.ts';
import { PRINT_TOPICS } from './texts/print.ts';
import { PRODUCTION_TOPICS } from './texts/production.ts';
import { rollSlots, type Slots } from './texts/slots.ts';
import type { Topic } from './texts/topic.ts';
import { WORKPLACE_TOPICS } from './texts/workplace.ts';
import { HOME_ZONE } from './timeline.ts';

export const CHANNELS = ['phone', 'chat', 'walk_in', 'portal', 'email', 'monitoring'] as const;
export type Channel = (typeof CHANNELS)[number];
export type Priority = '1' | '2' | '3' | '4';

/** A ticket as it comes: all that is settled before anybody has looked at it. */
export interface IncomingTicket {
  readonly index: number;
  readonly at: Instant;
  readonly date: LocalDate;
  readonly service: ServiceKey;
  readonly topic: Topic;
  /** The manager tells the desk something. */
  readonly isNotice: boolean;
  readonly channel: Channel;
  readonly priority: Priority;
  /** Null for what a machine reports. */
  readonly requester: Person | null;
  readonly language: Language;
  readonly team: TeamKey;
  readonly level: SupportLevel;
  readonly agreement: AgreementVersion;
  readonly conditions: Conditions;
  readonly slots: Slots;
}

const TOPICS: Readonly<Record<ServiceKey, readonly Topic[]>> = {
  workplace: WORKPLACE_TOPICS,
  print: PRINT_TOPICS,
  mail: MAIL_TOPICS,
  network: NETWORK_TOPICS,
  applications: APPLICATION_TOPICS,
  production: PRODUCTION_TOPICS,
};

const BY_DAY = { phone: 37, chat: 13, walk_in: 8, portal: 22, email: 20 } as const;
/** Nobody picks up the phone when the desk is not there. */
const OUT_OF_HOURS = { portal: 50, email: 50 } as const;
/** Without mail people call, or come. */
const WITHOUT_MAIL = { phone: 44, chat: 12, walk_in: 12, portal: 32 } as const;
const AT_NIGHT = { phone: 85, walk_in: 15 } as const;
const MIGRATION_SHARE = 0.8;
const LIVE: ReadonlySet<string> = new Set(LIVE_CHANNELS);

export function isLive(channel: Channel): boolean {
  return LIVE.has(channel);
}

/** Rolls the ticket of an arrival. Every ticket has chance of its own, so none depends on those before it. */
export function incomingTicketOf(arrival: Arrival, index: number, world: Surroundings): IncomingTicket {
  const chance = chanceOf(world.seed, 'ticket', index);
  const { at, date, service } = arrival;
  const conditions = world.conditions(service, date);
  const topic = arrival.notice ?? topicOf(service, conditions, chance);
  const channel = firstChannel(arrival, topic, { chance, conditions, world });
  const requester = requesterOf(arrival, topic, { chance, world });
  const language = requester?.language ?? 'de';
  const team = firstTeam(arrival, channel, { chance, world });
  return {
    index,
    at,
    date,
    service,
    topic,
    isNotice: arrival.notice !== undefined,
    channel,
    priority: priorityOf(topic, chance),
    requester,
    language,
    team,
    level: TEAMS[team].level,
    agreement: agreementFor(world.agreements, { customer: requester?.customer ?? null, service, at })!,
    conditions,
    slots: timed(rollSlots(chance, language), at),
  };
}

function topicOf(service: ServiceKey, { isMigration }: Conditions, chance: Chance): Topic {
  const topics = isMigration && chance.chance(MIGRATION_SHARE) ? MAIL_MIGRATION_TOPICS : TOPICS[service];
  const key = chance.weighted(Object.fromEntries(topics.map((topic) => [topic.key, topic.weight])));
  return topics.find((topic) => topic.key === key)!;
}

function firstChannel(
  { service, at, notice }: Arrival,
  { isMonitored }: Topic,
  {
    chance,
    conditions,
    world,
  }: { readonly chance: Chance; readonly conditions: Conditions; readonly world: Surroundings },
): Channel {
  if (notice) return 'portal';
  if (isMonitored) return 'monitoring';
  if (service === 'production') return chance.weighted(AT_NIGHT);
  if (!world.isAtWork('service-desk', at)) return chance.weighted(OUT_OF_HOURS);
  return conditions.isMigration ? chance.weighted(WITHOUT_MAIL) : chance.weighted(BY_DAY);
}

function requesterOf(
  { service, notice }: Arrival,
  { isMonitored }: Topic,
  { chance, world }: { readonly chance: Chance; readonly world: Surroundings },
): Person | null {
  if (isMonitored) return null;
  return notice ? world.people.manager : chance.pick(world.people.requestersOf(customerOf(service, chance)));
}

function customerOf(service: ServiceKey, chance: Chance): CustomerKey {
  if (service === 'production') return 'fennwerk';
  const shares = Object.entries(CUSTOMERS).map(([key, { share }]) => [key, share]);
  return chance.weighted<CustomerKey>(Object.fromEntries(shares));
}

function firstTeam(
  { service, date, notice }: Arrival,
  channel: Channel,
  { chance, world }: { readonly chance: Chance; readonly world: Surroundings },
): TeamKey {
  const { frontTeam, directShare } = SERVICES[service];
  if (service === 'production' || isLive(channel)) return frontTeam;
  const isDirect = channel === 'monitoring' || notice !== undefined || chance.chance(directShare);
  return isDirect ? world.secondLevelTeam(service, date) : frontTeam;
}

function priorityOf({ priorities: [first, second, third, fourth] }: Topic, chance: Chance): Priority {
  return chance.weighted({ '1': first, '2': second, '3': third, '4': fourth });
}

/** Who reports at a quarter past nine does not write that it began at three in the afternoon. */
function timed(slots: Slots, at: Instant): Slots {
  const minuteOfDay = Math.floor((zoneOf(HOME_ZONE).localSecondsAt(at) % SECONDS_PER_DAY) / 60);
  const began = (minuteOfDay - Number(slots.minutes) + 1440) % 1440;
  return { ...slots, time: `${Math.floor(began / 60)}:${String(began % 60).padStart(2, '0')}` };
}
