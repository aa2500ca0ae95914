import type { ClockOut, WhyOut } from '#contract/api/clock-shapes.ts';
import type { TicketPage } from '#contract/api/ticket-shapes.ts';
import type { TimelineEntry } from '#contract/api/timeline-shapes.ts';
import { formatIn } from '#web/shell/format.ts';
import { hoursText, type Telling } from './telling.ts';

type StoryEntry = WhyOut['story'][number];
type Moment = Extract<StoryEntry, { kind: 'moment' }>;
type Rest = Extract<StoryEntry, { state: string }>;

/**
 * Why a deadline is what it is, in sentences: where it counts from, what was closed, what did not count and what changed,
 * in the order in which it happened. What only repeats the drawing (that the clock ran, that it was warned) is left out.
 */
export function toldSentences(clock: ClockOut, page: TicketPage, telling: Telling): string[] {
  const { why } = clock;
  const dated: { readonly at: string; readonly text: string }[] = [];
  dated.push({
    at: why.start.at,
    text: telling.say(`desk.ticket.told.${why.start.why}`, { at: telling.when(why.start.at) }),
  });
  for (const day of why.days) {
    const text = day.kind === 'day' ? dayText(day, telling) : null;
    if (text !== null) dated.push({ at: day.from, text });
  }
  for (const rest of restsOf(why)) {
    dated.push({ at: rest.from, text: restText(rest, page, telling) });
  }
  for (const entry of why.story) {
    const text = entry.kind === 'moment' ? momentText(entry, page, { clock: clock.clock, telling }) : null;
    if (text !== null) dated.push({ at: entry.kind === 'moment' ? entry.at : entry.from, text });
  }
  return dated.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).map(({ text }) => text);
}

function dayText(day: Extract<WhyOut['days'][number], { kind: 'day' }>, telling: Telling): string | null {
  const { say, language } = telling;
  const told = dateText(day.date, telling);
  if (day.closed === 'holiday') {
    const name = day.holiday?.[language];
    return name === undefined
      ? say('desk.ticket.told.holidayUnnamed', { day: told })
      : say('desk.ticket.told.holiday', { day: told, name });
  }
  return day.isException ? say('desk.ticket.told.exception', { day: told }) : null;
}

/** `Mi 18.11.` for a local date. */
export function dateText(date: string, { language }: Pick<Telling, 'language'>): string {
  const format = formatIn(language, 'UTC');
  return `${format.weekday(date)} ${format.shortDate(date)}`;
}

/**
 * Rests that follow one another in the same state are one: what happened in between did not start the clock. Once it has
 * stopped for good, only what keeps it waiting is told.
 */
function restsOf({ story }: WhyOut): Rest[] {
  const rests: Rest[] = [];
  const end = story.findLastIndex(({ kind }) => kind === 'running' || kind === 'paused');
  for (const entry of story.slice(0, end + 1)) {
    if (!('state' in entry)) continue;
    const last = rests.at(-1);
    if (last && last.until === entry.from && last.state === entry.state) {
      rests[rests.length - 1] = { ...last, until: entry.until, isOngoing: entry.isOngoing };
    } else rests.push(entry);
  }
  return rests;
}

function restText(rest: Rest, page: TicketPage, telling: Telling): string {
  const { say, when, person } = telling;
  const state = telling.state(rest.state);
  const [from, until] = [when(rest.from), when(rest.until)];
  if (rest.kind === 'paused') {
    const actor = page.timeline[rest.setBy - 1]?.actor;
    const name = actor ? person(actor.id) : null;
    if (rest.isOngoing) {
      return name === null
        ? say('desk.ticket.told.pauseNow', { from, state })
        : say('desk.ticket.told.pauseNowBy', { from, state, name });
    }
    return name === null
      ? say('desk.ticket.told.pause', { from, until, state })
      : say('desk.ticket.told.pauseBy', { from, until, state, name });
  }
  return say('desk.ticket.told.done', { state: capital(state), from, until });
}

function momentText(
  { at, cause, before, after }: Moment,
  page: TicketPage,
  { clock, telling }: { readonly clock: ClockOut['clock']; readonly telling: Telling },
): string | null {
  const { say } = telling;
  const when = capital(telling.when(at));
  const targets = targetChange(before, after);
  switch (cause.kind) {
    case 'priority_changed': {
      const none = say('desk.ticket.told.none');
      const changed = { at: when, from: cause.from ?? none, to: cause.to ?? none };
      return targets
        ? say('desk.ticket.told.priorityTarget', { ...changed, ...targets })
        : say('desk.ticket.told.priority', changed);
    }
    case 'agreement_changed': {
      const found = page.agreements.find(({ id }) => id === cause.to);
      const changed = { at: when, name: found?.name ?? cause.to, version: found?.version ?? DASH };
      return targets
        ? say('desk.ticket.told.agreementTarget', { ...changed, ...targets })
        : say('desk.ticket.told.agreement', changed);
    }
    case 'calendar_changed':
      return say('desk.ticket.told.calendar', { at: when });
    case 'waived':
      return waiverText(page, { at, clock, when, telling });
    case 'breached':
      return say(`desk.ticket.told.breached.${cause.why}`, { at: when });
    case 'withdrawn':
    case 'taken_back':
      return say(`desk.ticket.told.${cause.kind}`, { at: when, state: telling.state(cause.state) });
    default:
      return null;
  }
}

const DASH = '–';

function targetChange(before: Moment['before'], after: Moment['after']) {
  if (before === null || before.target.seconds === after.target.seconds) return null;
  const shown = (seconds: number | null): string => (seconds === null ? DASH : hoursText(seconds, { isExact: false }));
  return { before: shown(before.target.seconds), after: shown(after.target.seconds) };
}

function waiverText(
  { timeline }: TicketPage,
  {
    at,
    clock,
    when,
    telling: { say, person, isForCustomer },
  }: { readonly at: string; readonly clock: string; readonly when: string; readonly telling: Telling },
): string {
  const entry = timeline.find((one) => one.kind === 'verdictWaived' && one.at === at && one.details.clock === clock);
  const name = entry?.actor ? person(entry.actor.id) : null;
  const told =
    name === null ? say('desk.ticket.told.waived', { at: when }) : say('desk.ticket.told.waivedBy', { at: when, name });
  return reasonAfter(told, isForCustomer ? undefined : entry, say);
}

function reasonAfter(told: string, entry: TimelineEntry | undefined, say: Telling['say']): string {
  const reason = entry?.texts.reason;
  return reason === undefined ? told : `${told} ${say('desk.ticket.told.reason', { reason })}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
