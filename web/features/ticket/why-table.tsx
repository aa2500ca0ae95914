import type { ClockOut, WhyOut } from '#contract/api/clock-shapes.ts';
import { formatIn } from '#web/shell/format.ts';
import { isToldExactly } from './equation.ts';
import { hoursText, type Telling } from './telling.ts';
import { dateText } from './told-sentences.ts';

type Entry = WhyOut['days'][number];

export interface WhyTableProps {
  readonly clock: ClockOut;
  /** Seconds that each entry counted, as they are shown. */
  readonly counts: readonly number[];
  readonly telling: Telling;
}

/** The numbers of the drawing, for whoever does not see it or wants to check. */
export function WhyTable({ clock, counts, telling }: WhyTableProps) {
  const { say } = telling;
  const isExact = isToldExactly(clock);
  const hours = (seconds: number): string => (seconds === 0 ? '' : hoursText(seconds, { isExact }));
  const { days, timeZone } = clock.why;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return (
    <details className="why-table no-print">
      <summary>{say('desk.ticket.why.table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('desk.ticket.why.table.day')}</th>
            <th scope="col">{say('desk.ticket.why.table.hours')}</th>
            <th scope="col" className="number">
              {say('desk.ticket.why.table.counted')}
            </th>
            <th scope="col" className="number">
              {say('desk.ticket.why.table.rested')}
            </th>
            <th scope="col" className="number">
              {say('desk.ticket.why.table.ahead')}
            </th>
            <th scope="col">{say('desk.ticket.why.table.what')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day, index) => (
            <tr key={day.date}>
              <th scope="row">{dayText(day, telling)}</th>
              <td>{windowsText(day, timeZone, telling)}</td>
              <td className="number">{hours(counts[index]!)}</td>
              <td className="number">{hours(restedIn(day))}</td>
              <td className="number">{hours(day.seconds.ahead)}</td>
              <td>{whatText(day, telling)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {say('desk.ticket.why.table.sum')}
            </th>
            <td className="number">{hours(sum(counts))}</td>
            <td className="number">{hours(sum(days.map(restedIn)))}</td>
            <td className="number">{hours(sum(days.map(({ seconds }) => seconds.ahead)))}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </details>
  );
}

function restedIn({ seconds }: Entry): number {
  return seconds.paused + seconds.resolved + seconds.withdrawn;
}

function dayText(day: Entry, telling: Telling): string {
  const first = dateText(day.date, telling);
  if (day.kind === 'day') return first;
  return telling.say('desk.ticket.why.range', { first, last: dateText(day.lastDate, telling) });
}

function windowsText(day: Entry, timeZone: string, { language, say }: Telling): string {
  if (day.kind === 'folded') return say('desk.ticket.why.days', { n: day.days });
  const format = formatIn(language, timeZone);
  const told = day.hours.map(({ from, until }) => {
    const end = until === day.until ? '24:00' : format.time(until);
    return `${format.time(from)}–${end}`;
  });
  return told.join(', ');
}

function whatText(day: Entry, { say, language }: Telling): string {
  if (day.kind === 'folded') return '';
  if (day.closed === 'holiday') return day.holiday?.[language] ?? say('desk.ticket.why.holiday');
  if (day.closed !== null) return say('desk.ticket.why.closed');
  const states = day.pieces.flatMap(({ state }) => (state === null ? [] : [say(`ticketState.${state}`)]));
  const own = day.isException ? [say('desk.ticket.why.ownHours')] : [];
  return [...own, ...new Set(states)].join(', ');
}
