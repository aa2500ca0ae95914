import type { TicketPage } from '#contract/api/ticket-shapes.ts';
import { durationText } from '#core/display/duration-text.ts';
import type { EventFilling } from '#text/event-words.ts';
import { foreignText } from '#text/foreign-text.ts';
import type { Format } from '#web/shell/format.ts';
import type { Words } from '#web/shell/words.tsx';

const MINUTE = 60;
const HOUR = 3600;
const DAY_MILLISECONDS = 86_400_000;

/** How one ticket is told: the words, the zone of its times, who may read it, and what its keys are called. */
export interface Telling extends Pick<Words, 'language' | 'say' | 'sayLoosely'> {
  readonly format: Format;
  readonly now: string;
  /** No names of the desk, no internal texts. */
  readonly isForCustomer: boolean;
  /** `heute 10:55 Uhr`, `Do 19.11., 09:15`, with the year when it is another. */
  readonly when: (instant: string) => string;
  /** `50 Min.`, `6:28 Std.`: cut off to minutes; under a minute in seconds. */
  readonly length: (seconds: number) => string;
  /** What was promised: `16 Servicestunden`, `15 Min. Servicezeit`. */
  readonly target: (seconds: number) => string;
  readonly state: (state: TicketPage['standing']) => string;
  /** The name of a team, a service, a level or a customer; its key when it has none. */
  readonly nameOf: (kind: TicketPage['names'][number]['kind'], key: string) => string;
  /** The name of a person of the desk or of the customer; null when it is not told. */
  readonly person: (id: string) => string | null;
  readonly filling: (filling: EventFilling) => string | number;
}

export interface TellingOptions {
  readonly format: Format;
  readonly now: string;
  readonly isForCustomer: boolean;
}

export function tellingOf(
  page: TicketPage,
  { language, say, sayLoosely }: Words,
  { format, now, isForCustomer }: TellingOptions,
): Telling {
  const names = new Map(page.names.map(({ kind, key, name }) => [`${kind} ${key}`, name]));
  const people = new Map(page.people.map(({ id, name }) => [id, name === null ? null : foreignText(name)]));
  const nameOf: Telling['nameOf'] = (kind, key) => foreignText(names.get(`${kind} ${key}`) ?? key);
  // Some words of the desk talk about the customer; to the customer they are said otherwise.
  const loosely: Telling['sayLoosely'] = (key, fillings) =>
    (isForCustomer ? sayLoosely(`desk.ticket.forCustomer.${key}`, fillings) : null) ?? sayLoosely(key, fillings);
  const worded = (key: string): string => loosely(key) ?? key;
  return {
    language,
    say,
    sayLoosely: loosely,
    format,
    now,
    isForCustomer,
    nameOf,
    when: (instant) => whenText(instant, now, { say, format }),
    length: (seconds) => lengthText(seconds, say),
    target: (seconds) => targetText(seconds, say),
    state: (state) => worded(`ticketState.${state}`),
    person: (id) => (isForCustomer && id !== page.requester?.id ? null : (people.get(id) ?? null)),
    filling: (filling) => {
      if (typeof filling !== 'object') return filling;
      if ('text' in filling) return worded(filling.text);
      if ('value' in filling) return filling.value ?? say('desk.ticket.told.none');
      // "Level 2" reads better in a sentence than what the second level is called.
      if (filling.name === 'level') return filling.of;
      if (filling.name !== 'agreement') return nameOf(filling.name, filling.of);
      const version = page.agreements.find(({ id }) => id === filling.of);
      return version ? `${version.name}, ${version.version}` : filling.of;
    },
  };
}

function whenText(instant: string, now: string, { say, format }: Pick<Telling, 'say' | 'format'>): string {
  const day = format.isoDate(instant);
  const apart = (Date.parse(day) - Date.parse(format.isoDate(now))) / DAY_MILLISECONDS;
  const time = format.time(instant);
  if (apart === 0) return say('desk.ticket.today', { time });
  if (apart === 1) return say('desk.ticket.tomorrow', { time });
  if (apart === -1) return say('desk.ticket.yesterday', { time });
  const isThisYear = day.slice(0, 4) === format.isoDate(now).slice(0, 4);
  const date = isThisYear ? format.shortDate(instant) : format.date(instant);
  return say('desk.ticket.onDay', { weekday: format.weekday(instant), date, time });
}

function lengthText(seconds: number, say: Telling['say']): string {
  if (seconds > 0 && seconds < MINUTE) return say('desk.ticket.length.seconds', { n: seconds });
  const minutes = Math.floor(seconds / MINUTE);
  if (seconds < HOUR) return say('desk.ticket.length.minutes', { n: minutes });
  return say('desk.ticket.length.hours', { hours: hoursText(seconds, { isExact: false }) });
}

function targetText(seconds: number, say: Telling['say']): string {
  if (seconds < HOUR && seconds % MINUTE === 0) return say('desk.ticket.target.minutes', { n: seconds / MINUTE });
  if (seconds === HOUR) return say('desk.ticket.target.one');
  const hours = seconds % HOUR === 0 ? String(seconds / HOUR) : hoursText(seconds, { isExact: seconds % MINUTE !== 0 });
  return say('desk.ticket.target.many', { hours });
}

/** `15:10`, or `0:09:05` told exactly: hours are not folded into days, minutes are cut off. */
export function hoursText(seconds: number, { isExact }: { readonly isExact: boolean }): string {
  const text = durationText(Math.abs(seconds)) ?? '';
  return isExact ? text : text.slice(0, -3);
}
