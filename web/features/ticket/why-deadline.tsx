import './why.css';
import { useNavigate } from '@tanstack/react-router';
import type { Ref } from 'react';
import type { ClockOut } from '#contract/api/clock-shapes.ts';
import type { TicketPage } from '#contract/api/ticket-shapes.ts';
import { formatIn } from '#web/shell/format.ts';
import { keysOf } from '#web/shell/shortcuts.ts';
import { CalendarStrip, type StripMark } from '#web/ui/charts/calendar-strip.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { searchFor } from './clock-row.tsx';
import { clockVerdict } from './clock-verdict.ts';
import { isToldExactly, shownCounts } from './equation.ts';
import { EquationLine } from './equation-line.tsx';
import { serviceHoursText } from './service-hours.ts';
import { hoursText, type Telling } from './telling.ts';
import type { TicketSearch } from './ticket-search.ts';
import { dateText, toldSentences } from './told-sentences.ts';
import { WhyTable } from './why-table.tsx';

/** Leads to the explanation from anywhere on the page. */
export const WHY_SHORTCUT = { id: 'ticket.why', keys: 'w', label: 'desk.ticket.keys.why', group: 'page' } as const;

export interface WhyDeadlineProps {
  readonly page: TicketPage;
  /** All of the ticket, as they read now. */
  readonly clocks: readonly ClockOut[];
  readonly clock: ClockOut;
  readonly telling: Telling;
  readonly search: TicketSearch;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** Why a deadline is what it is, as a drawing that adds up, in sentences and as a table. */
export function WhyDeadline({ page, clocks, clock, telling, search, headingRef }: WhyDeadlineProps) {
  const { say } = telling;
  const { why } = clock;
  const isExact = isToldExactly(clock);
  const counts = shownCounts(why.days, { isExact });
  const whyKeys = keysOf(WHY_SHORTCUT);
  return (
    <section className="why" aria-labelledby="why-heading">
      <div className="why-head">
        <h2 id="why-heading" ref={headingRef} tabIndex={-1}>
          {say('desk.ticket.why')}
        </h2>
        {whyKeys === null || telling.isForCustomer ? null : (
          <span className="key-cap no-print" aria-hidden="true">
            {whyKeys}
          </span>
        )}
        <ClockSwitch {...{ page, clocks, clock, telling, search }} />
      </div>
      <p className="note why-promise">{promiseText(clock, page, telling)}</p>
      <CalendarStrip
        days={why.days}
        counts={counts}
        countText={(seconds) => hoursText(seconds, { isExact })}
        marks={marksOf(clock, telling)}
        lateFrom={clock.outcome === 'breached' ? why.promisedAt : null}
        timeZone={why.timeZone}
        label={drawingText(clock, page, telling)}
      />
      <EquationLine clock={clock} telling={telling} />
      <ul className="note why-told">
        {toldSentences(clock, page, telling).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>{zoneText(why.timeZone, telling)}</li>
      </ul>
      <WhyTable clock={clock} counts={counts} telling={telling} />
    </section>
  );
}

function ClockSwitch({ page, clocks, clock, telling: { say }, search }: Omit<WhyDeadlineProps, 'headingRef'>) {
  const navigate = useNavigate();
  if (clocks.length < 2) return null;
  const nameOf = (one: ClockOut): string => {
    const name = say(`desk.ticket.clock.${one.clock}`);
    return one.isCurrent ? name : `${name}, ${say('desk.ticket.clock.cycle', { cycle: one.cycle })}`;
  };
  const idOf = (one: ClockOut): string => `${one.clock} ${one.cycle}`;
  return (
    <div className="why-switch no-print">
      <Segmented
        label={say('desk.ticket.why.clock')}
        value={idOf(clock)}
        options={clocks.map((one) => ({ value: idOf(one), label: nameOf(one) }))}
        onChange={(id) => {
          const chosen = clocks.find((one) => idOf(one) === id);
          if (chosen === undefined) return;
          void navigate({
            to: '/t/$number',
            params: { number: String(page.number) },
            search: searchFor(chosen, search),
            replace: true,
            resetScroll: false,
          });
        }}
      />
    </div>
  );
}

/** Which agreement, which version, for which priority, counted in which hours. */
function promiseText({ why }: ClockOut, page: TicketPage, telling: Telling): string {
  const { say, format } = telling;
  const { target } = why.projection;
  const agreement = page.agreements.find(({ id }) => id === target.versionId);
  const calendar = page.calendars.find(({ id }) => id === why.calendarId);
  const promise = [
    agreement ? say('desk.ticket.why.agreement', agreement) : null,
    target.priority === null ? null : say('desk.ticket.why.priority', { priority: target.priority }),
    agreement?.validFrom ? say('desk.ticket.why.since', { date: format.date(agreement.validFrom) }) : null,
  ];
  const hours = calendar
    ? say('desk.ticket.why.calendar', { hours: serviceHoursText(calendar, telling), zone: zoneName(calendar.timeZone) })
    : null;
  return [promise.filter(Boolean).join(', '), hours].filter(Boolean).join(' · ');
}

/** `Berlin` for `Europe/Berlin`. */
function zoneName(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

function zoneText(timeZone: string, { say, format }: Telling): string {
  return timeZone === format.timeZone
    ? say('desk.ticket.why.zone', { zone: timeZone })
    : say('desk.ticket.why.zones', { zone: timeZone, own: format.timeZone });
}

/** Times in the drawing are those of its days; with their date where the day alone does not tell. */
function marksOf(clock: ClockOut, { say, language, now }: Telling): StripMark[] {
  const { why, outcome, phase, breachCause } = clock;
  const format = formatIn(language, why.timeZone);
  const isLong = why.days.length > 10;
  const time = (at: string): string => (isLong ? format.shortMoment(at) : format.time(at));
  const marks: StripMark[] = [
    { kind: 'start', at: why.start.at, text: say('desk.ticket.why.start', { time: time(why.start.at) }) },
  ];
  if (why.stoppedAt !== null) {
    const text = say(`desk.ticket.why.stop.${clock.clock}`, { time: time(why.stoppedAt) });
    marks.push({ kind: 'stop', at: why.stoppedAt, text });
  } else if (clock.isCurrent && (phase === 'running' || phase === 'paused')) {
    marks.push({ kind: 'now', at: now, text: say('desk.ticket.why.now', { time: format.time(now) }) });
  }
  if (why.promisedAt !== null) {
    const isLate = breachCause === 'target_change';
    const key = isLate ? 'late' : outcome === 'pending' ? 'due' : 'was';
    const text = say(`desk.ticket.why.${key}`, { time: time(why.promisedAt) });
    marks.push({ kind: 'promise', at: why.promisedAt, text });
  }
  return marks;
}

function drawingText(clock: ClockOut, page: TicketPage, telling: Telling): string {
  const { days } = clock.why;
  const [first, last] = [days[0]!, days.at(-1)!];
  return telling.say('desk.ticket.why.aria', {
    clock: telling.say(`desk.ticket.clock.${clock.clock}`),
    from: dateText(first.date, telling),
    until: dateText(last.kind === 'day' ? last.date : last.lastDate, telling),
    verdict: clockVerdict(clock, page.standing, telling).text,
  });
}
