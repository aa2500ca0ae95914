import type { TicketEvent } from '#core/ticket/event.ts';
import type { deadline } from './en/deadline.ts';

/** A text about one ticket. */
export type EventKey = keyof typeof deadline;

/** What stands for a text in its place: itself, another text, or a key that has a name somewhere. */
export type EventFilling =
  | string
  | number
  | { readonly text: EventKey }
  | { readonly name: 'team' | 'service' | 'level' | 'agreement'; readonly of: string }
  | { readonly value: string | null };

export interface EventWords {
  readonly key: EventKey;
  readonly fillings: Readonly<Record<string, EventFilling>>;
}

type EventKind = TicketEvent['kind'];

/** Instants and other tickets are no part of the words: whoever tells them knows them in its own way. */
type NotTold = 'kind' | 'at' | 'startedAt' | 'contactEndedAt' | 'survivorId' | 'duplicateId' | 'witnesses';

type Having<Event, Kind> = Event extends { readonly kind: infer Kinds } ? (Kind extends Kinds ? Event : never) : never;

/** What an event tells beside its kind and its instant, as far as words need it. */
export type ToldDetails<Kind extends EventKind> = Kind extends EventKind
  ? { readonly [Field in Exclude<keyof Having<TicketEvent, Kind>, NotTold>]: Having<TicketEvent, Kind>[Field] }
  : never;

type WordsOf = { readonly [Kind in EventKind]: (details: ToldDetails<Kind>) => EventWords };

const plain = (key: EventKey) => (): EventWords => ({ key, fillings: {} });

function changed(key: EventKey, name: 'team' | 'service') {
  return ({ to }: { readonly to: string | null }): EventWords => ({
    key,
    fillings: { value: to === null ? { value: null } : { name, of: to } },
  });
}

function set(key: EventKey) {
  return ({ to }: { readonly to: string | null }): EventWords => ({ key, fillings: { value: { value: to } } });
}

function ofClock(key: EventKey) {
  return ({ clock }: { readonly clock: 'first_response' | 'resolution' }): EventWords => ({
    key,
    fillings: { clock: { text: `clockName.${clock}` } },
  });
}

/** A kind of event that is missing here is an error of types. */
const words: WordsOf = {
  ticketOpened: plain('happened.ticketOpened'),
  stateChanged: ({ to }) => ({
    key: 'happened.stateChanged',
    fillings: { state: { text: `ticketState.${to}` } },
  }),
  replySent: ({ isPublic, isAutomatic }) => {
    if (!isPublic) return plain('happened.replyInternal')();
    return plain(isAutomatic ? 'happened.replyAutomatic' : 'happened.replyPublic')();
  },
  requesterContacted: plain('happened.requesterContacted'),
  priorityChanged: set('happened.priorityChanged'),
  teamChanged: changed('happened.teamChanged', 'team'),
  serviceChanged: changed('happened.serviceChanged', 'service'),
  channelChanged: set('happened.channelChanged'),
  typeChanged: set('happened.typeChanged'),
  assigneeChanged: ({ to }) => plain(to === null ? 'happened.unassigned' : 'happened.assigned')(),
  handedOver: ({ toLevel }) => ({
    key: 'happened.handedOver',
    fillings: { level: { name: 'level', of: toLevel } },
  }),
  handoverAccepted: plain('happened.handoverAccepted'),
  handoverReturned: plain('happened.handoverReturned'),
  managementEscalated: plain('happened.managementEscalated'),
  escalationAnswered: plain('happened.escalationAnswered'),
  solutionJudged: ({ isAccepted }) => plain(isAccepted ? 'happened.solutionAccepted' : 'happened.solutionRejected')(),
  reopeningJudged: ({ isNonIssue }) => plain(isNonIssue ? 'happened.reopeningDropped' : 'happened.reopeningKept')(),
  mergedInto: plain('happened.mergedInto'),
  duplicateMerged: plain('happened.duplicateMerged'),
  duplicateTakenBack: plain('happened.duplicateTakenBack'),
  clockWarned: ofClock('happened.clockWarned'),
  clockBreached: ofClock('happened.clockBreached'),
  calendarChanged: plain('happened.calendarChanged'),
  agreementChanged: ({ versionId }) => ({
    key: 'happened.agreementChanged',
    fillings: { value: { name: 'agreement', of: versionId } },
  }),
  verdictWaived: ofClock('happened.verdictWaived'),
  verdictImported: ({ isMet }) => plain(isMet ? 'happened.verdictMet' : 'happened.verdictBreached')(),
  contactHandled: ({ isInbound }) => plain(isInbound ? 'happened.contactInbound' : 'happened.contactOutbound')(),
};

/** What happened, in a few words. Texts and names are not among them: they are for those who may read them. */
export function eventWords<Kind extends EventKind>(kind: Kind, details: ToldDetails<Kind>): EventWords {
  const say = words[kind] as (details: ToldDetails<Kind>) => EventWords;
  return say(details);
}
