import { Link } from '@tanstack/react-router';
import { useWords } from '#web/shell/words.tsx';
import { SignLine } from '#web/ui/sign-line.tsx';
import { differingMonths, monthName } from './report-months.ts';
import type { Report } from './use-imports.ts';

const FLOWS = ['created', 'resolved', 'closed'] as const;
const SIDES = ['file', 'database'] as const;

export interface MonthTableProps {
  readonly report: Report;
  /** Months lead to their cockpit. */
  readonly isLinked?: boolean;
}

/** What happened month by month, counted from the file on one side and from the database on the other. */
export function MonthTable({ report: { months }, isLinked = false }: MonthTableProps) {
  const words = useWords();
  const { say, format } = words;
  const differing = differingMonths(months);
  const sum = (side: (typeof SIDES)[number], flow: (typeof FLOWS)[number]) =>
    months.reduce((total, month) => total + month[side][flow], 0);
  return (
    <details className="import-months">
      <summary>{say('desk.import.months.title')}</summary>
      <SignLine name={differing.length === 0 ? 'kept' : 'risk'}>
        {differing.length === 0
          ? say('desk.import.months.agree')
          : say('desk.import.months.differ', { n: differing.length })}
      </SignLine>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="import-preview" aria-label={say('desk.import.months.title')} tabIndex={0}>
        <table className="import-month-table">
          <thead>
            <tr>
              <th scope="col">{say('desk.import.months.month')}</th>
              {FLOWS.flatMap((flow) =>
                SIDES.map((side) => (
                  <th key={`${flow}${side}`} scope="col" className="number">
                    {say(`desk.import.months.${flow}`)}
                    <span className="import-side">
                      {say(side === 'file' ? 'desk.import.months.inFile' : 'desk.import.months.inDatabase')}
                    </span>
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month.month}>
                <th scope="row">
                  {isLinked ? (
                    <Link to="/cockpit" search={{ period: month.month }}>
                      {monthName(month.month, words)}
                    </Link>
                  ) : (
                    monthName(month.month, words)
                  )}
                </th>
                {FLOWS.flatMap((flow) =>
                  SIDES.map((side) => (
                    <td key={`${flow}${side}`} className="number">
                      {format.whole(month[side][flow])}
                    </td>
                  )),
                )}
              </tr>
            ))}
            <tr className="import-sum">
              <th scope="row">{say('desk.import.months.sum')}</th>
              {FLOWS.flatMap((flow) =>
                SIDES.map((side) => (
                  <td key={`${flow}${side}`} className="number">
                    {format.whole(sum(side, flow))}
                  </td>
                )),
              )}
            </tr>
          </tbody>
        </table>
      </section>
    </details>
  );
}
