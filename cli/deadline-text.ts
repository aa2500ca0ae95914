import type {
  DeadlineAccount,
  DeadlineMoment,
  DeadlineStretch,
  MomentCause,
  RunningStretch,
} from '#core/clock/deadline.ts';
import type { ClosedTime, TimePart } from '#core/clock/open-days.ts';
import { durationText } from '#core/display/duration-text.ts';
import type { Instant, Seconds } from '#core/time/instant.ts';
import { type Zone, zoneOf } from '#core/time/zone.ts';
import { say, sayLoosely, type TextKey } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import { dayText, localDate, momentText, timeText } from './local-text.ts';

/** How a person reads it: language, and the zone of instants. Windows of service hours stand in the zone of those. */
export interface Reader {
  readonly language: Language;
  readonly zone: Zone;
}

/** More holidays in one closed time are told by the first and the last. */
const MOST_NAMED_DATES = 4;

/** One line: the clock, its verdict, what is used, and when it is due or was missed. */
export function verdictText(account: DeadlineAccount, reader: Reader): string {
  const { language } = reader;
  const clock = capital(say(language, `clockName.${account.clock}`), language);
  const verdict = verdictParts(account, reader).join(', ');
  return account.cycle === 1
    ? say(language, 'deadline.head', { clock, verdict })
    : say(language, 'deadline.headOfCycle', { clock, cycle: account.cycle, verdict });
}

/** The whole account, a line for each moment, stretch and day. */
export function accountText(account: DeadlineAccount, reader: Reader): string {
  const { language } = reader;
  const lines = [startText(account, reader), promiseText(account, language)];
  for (const entry of account.story) {
    if (entry.kind === 'moment') lines.push(momentLine(entry, reader));
    else lines.push(...stretchLines(entry, reader));
  }
  if (account.ahead && account.ahead.usedSeconds > 0) {
    lines.push(say(language, 'deadline.ahead'), ...partLines(account.ahead, reader));
  }
  return [verdictText(account, reader), ...lines.map((line) => `  ${line}`)].join('\n');
}

function verdictParts({ reading, projection, stoppedAt, breach }: DeadlineAccount, reader: Reader): string[] {
  const { language } = reader;
  const when = (at: Instant): string => momentText(at, reader.zone, language);
  const used = length(reading.elapsedSeconds);
  const parts = [
    say(language, `deadline.outcome.${reading.outcome}`),
    reading.targetSeconds === null
      ? say(language, 'deadline.usedWithoutTarget', { used })
      : say(language, 'deadline.used', { used, target: length(reading.targetSeconds) }),
  ];
  if (breach) parts.push(say(language, 'deadline.breachedAt', { at: when(breach.at) }));
  if (reading.remainingSeconds !== null && reading.remainingSeconds < 0) {
    parts.push(say(language, 'deadline.overBy', { over: length(-reading.remainingSeconds) }));
  }
  if (stoppedAt !== null) parts.push(say(language, 'deadline.stopped', { at: when(stoppedAt) }));
  if (projection.dueAt !== null) {
    parts.push(say(language, 'deadline.due', { at: when(projection.dueAt) }));
    if (projection.warningAt !== null) {
      parts.push(say(language, 'deadline.warning', { at: when(projection.warningAt) }));
    }
  } else if (reading.outcome === 'pending' && reading.targetSeconds !== null) {
    parts.push(say(language, reading.phase === 'running' ? 'deadline.neverDue' : 'deadline.onHold'));
  }
  return parts;
}

function startText({ start }: DeadlineAccount, { language, zone }: Reader): string {
  return say(language, `deadline.start.${start.why}`, { at: momentText(start.at, zone, language) });
}

function promiseText({ projection: { target } }: DeadlineAccount, language: Language): string {
  const none = say(language, 'deadline.none');
  const given = {
    priority: target.priority ?? none,
    agreement: target.agreement || none,
    version: target.versionId || none,
  };
  return target.seconds === null
    ? say(language, 'deadline.noPromise', given)
    : say(language, 'deadline.promise', { ...given, target: length(target.seconds) });
}

function momentLine({ at, cause, before, after }: DeadlineMoment, { language, zone }: Reader): string {
  const parts = [causeText(cause, language)];
  const due = (dueAt: Instant | null): string => (dueAt === null ? '–' : momentText(dueAt, zone, language));
  if (before && before.target.seconds !== after.target.seconds) {
    parts.push(
      say(language, 'deadline.change.target', {
        before: length(before.target.seconds),
        after: length(after.target.seconds),
      }),
    );
  }
  if (before && before.dueAt !== after.dueAt && after.dueAt !== null && before.dueAt !== null) {
    parts.push(say(language, 'deadline.change.due', { before: due(before.dueAt), after: due(after.dueAt) }));
  } else if (after.dueAt !== null && before?.dueAt !== after.dueAt) {
    parts.push(say(language, 'deadline.change.dueNow', { after: due(after.dueAt) }));
  }
  return `${momentText(at, zone, language)}  ${parts.join(' · ')}`;
}

function causeText(cause: MomentCause, language: Language): string {
  const none = say(language, 'deadline.none');
  if (cause.kind === 'breached') return say(language, `deadline.cause.breached.${cause.why}`);
  if ('state' in cause) {
    return say(language, `deadline.cause.${cause.kind}`, { state: say(language, `ticketState.${cause.state}`) });
  }
  const params = 'from' in cause ? { from: cause.from ?? none, to: cause.to ?? none } : {};
  return sayLoosely(language, `deadline.cause.${cause.kind}` satisfies TextKey, params);
}

function stretchLines(stretch: DeadlineStretch, reader: Reader): string[] {
  const { language, zone } = reader;
  const until = stretch.isOngoing ? say(language, 'deadline.untilNow') : momentText(stretch.until, zone, language);
  const span = `${momentText(stretch.from, zone, language)} – ${until}`;
  if (stretch.kind !== 'running') {
    const state = say(language, `ticketState.${stretch.state}`);
    return [`${span}  ${say(language, `deadline.stretch.${stretch.kind}`, { state })}`];
  }
  const counts =
    stretch.timeZone === zone.id
      ? say(language, 'deadline.stretch.running')
      : say(language, 'deadline.stretch.runningIn', { zone: stretch.timeZone });
  return [`${span}  ${counts} ${length(stretch.usedSeconds)}`, ...partLines(stretch, reader)];
}

function partLines({ parts, timeZone }: RunningStretch, { language }: Reader): string[] {
  const zone = zoneOf(timeZone);
  return parts.map((part) => `    ${partText(part, zone, language)}`);
}

function partText(part: TimePart, zone: Zone, language: Language): string {
  if (part.kind === 'closed') return closedText(part, zone, language);
  if (part.kind === 'left_out') {
    return `${say(language, 'deadline.leftOut', { days: part.days })}  ${length(part.usedSeconds)}`;
  }
  const windows = part.windows.map(({ from, until }) => `${timeText(from, zone)}–${timeText(until, zone, part.date)}`);
  const note = part.isException ? `  (${say(language, 'deadline.day.exception')})` : '';
  return `${dayText(part.date, language)}  ${windows.join(', ')}  ${length(part.usedSeconds)}${note}`;
}

function closedText({ until, reasons }: ClosedTime, zone: Zone, language: Language): string {
  const told = reasons.map(({ reason, dates }) => {
    const word = say(language, `deadline.reason.${reason}`);
    if (reason === 'outside_hours' || reason === 'weekend') return word;
    return dates.length <= MOST_NAMED_DATES
      ? say(language, 'deadline.reasonOn', { reason: word, dates: dates.join(', ') })
      : say(language, 'deadline.reasonFrom', { reason: word, first: dates[0]!, last: dates.at(-1)! });
  });
  const end = `${dayText(localDate(until, zone), language)} ${timeText(until, zone)}`;
  return say(language, 'deadline.closed', { until: end, reasons: told.join(', ') });
}

function length(seconds: Seconds | null): string {
  return durationText(seconds) ?? '–';
}

function capital(text: string, language: Language): string {
  return text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);
}
