import { Fragment } from 'react';
import type { ClockOut } from '#contract/api/clock-shapes.ts';
import { equationOf } from './equation.ts';
import { hoursText, type Telling } from './telling.ts';

/** `3:20 + 2:15 + 6:30 + 3:05 = 15:10 verbraucht, 0:50 übrig, zusammen 16:00 Servicestunden` */
export function EquationLine({ clock, telling }: { readonly clock: ClockOut; readonly telling: Telling }) {
  const { say } = telling;
  const { terms, used, target, left, isExact } = equationOf(clock);
  const hours = (seconds: number): string => hoursText(seconds, { isExact });
  return (
    <p className="equation">
      {terms.length > 1
        ? terms.map((term, index) => (
            // The terms of one equation have no names but their places.
            // biome-ignore lint/suspicious/noArrayIndexKey: their order never changes
            <Fragment key={index}>
              {index > 0 ? ' + ' : ''}
              <strong>
                {term.days === 1
                  ? hours(term.seconds)
                  : `(${say('desk.ticket.why.daysTogether', { n: term.days, sum: hours(term.seconds) })})`}
              </strong>
            </Fragment>
          ))
        : null}
      {terms.length > 1 ? ' = ' : ''}
      <strong>{say('desk.ticket.why.used', { sum: hours(used) })}</strong>,{' '}
      {endText(clock, { target, left, hours, telling })}
    </p>
  );
}

interface End {
  readonly target: number | null;
  readonly left: number | null;
  readonly hours: (seconds: number) => string;
  readonly telling: Telling;
}

function endText(
  { outcome, phase }: ClockOut,
  { target: promised, left, hours, telling: { say, target } }: End,
): string {
  if (promised === null || left === null) return say('desk.ticket.why.without');
  if (left < 0) return say('desk.ticket.why.over', { over: hours(-left), target: target(promised) });
  if (outcome === 'pending' && phase !== 'stopped') {
    return say('desk.ticket.why.leftOf', { left: hours(left), target: target(promised) });
  }
  if (left === 0) return say('desk.ticket.why.exactly', { target: target(promised) });
  return say('desk.ticket.why.spare', { left: hours(left), target: target(promised) });
}
