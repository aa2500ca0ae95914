import { foreignText } from '#text/foreign-text.ts';
import { addressOf } from '#web/shell/api.ts';
import { useWords, type Words } from '#web/shell/words.tsx';
import { SumBar } from '#web/ui/sum-bar.tsx';
import { TextLink } from '#web/ui/text-link.tsx';
import { KnownElsewhere } from './known-elsewhere.tsx';
import { RejectedNote } from './rejected-choice.tsx';
import type { KeptDraft } from './use-draft.ts';
import type { Import, Report } from './use-imports.ts';

export interface ReportViewProps {
  readonly told: Import;
  readonly report: Report;
  /** Given while the mapping can still be changed. */
  readonly kept?: KeptDraft;
}

const PARTS = [
  { kind: 'added', look: 'solid' },
  { kind: 'extended', look: 'solid' },
  { kind: 'unchanged', look: 'hatched' },
  { kind: 'changed', look: 'open' },
] as const;
const ROW_PARTS = [
  { kind: 'imported', look: 'solid' },
  { kind: 'unchanged', look: 'hatched' },
  { kind: 'changed', look: 'open' },
  { kind: 'rejected', look: 'bad' },
] as const;
type RowPart = (typeof ROW_PARTS)[number]['kind'];
const CHANGED_SHOWN = 5;

/** The reconciliation: two equations that add up, what was put right, and what cannot be read. */
export function ReportView({ told, report, kept }: ReportViewProps) {
  const { say, format } = useWords();
  const { rows, tickets, events, changedTickets, repairs } = report;
  const whole = (counts: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, format.whole(count)]));
  const rowParts = rowPartsOf(report);
  const rowLine = say('desk.import.sum.rowsEquation', whole({ ...rowParts, rows }) as Counts<RowPart | 'rows'>);
  const ticketLine = say('desk.import.sum.ticketsEquation', whole({ ...tickets }) as Counts<keyof typeof tickets>);
  return (
    <div className="import-report">
      <KnownElsewhere report={report} {...(kept && { kept })} />
      <div className="import-equation">
        <p>{rowLine}</p>
        <SumBar
          label={rowLine}
          parts={ROW_PARTS.map(({ kind, look }) => ({
            label: say(`desk.import.sum.row.${kind}`),
            value: rowParts[kind],
            look,
          }))}
        />
        <RejectedNote told={told} report={report} />
      </div>
      <div className="import-equation">
        <p className="import-equation-main">{ticketLine}</p>
        <SumBar
          label={ticketLine}
          parts={PARTS.map(({ kind, look }) => ({
            label: say(`desk.import.sum.${kind}`),
            value: tickets[kind],
            look,
          }))}
        />
        <p className="note">{say('desk.import.sum.events', { events: format.whole(events) })}</p>
      </div>
      {changedTickets.length > 0 ? (
        <p className="note">
          {say('desk.import.sum.changedNote', {
            tickets: `${changedTickets.slice(0, CHANGED_SHOWN).join(', ')}${tickets.changed > CHANGED_SHOWN ? ' …' : ''}`,
          })}
        </p>
      ) : null}
      {repairs.length > 0 ? (
        <div>
          <h3>{say('desk.import.repairs.title')}</h3>
          <p className="note">{say('desk.import.repairs.note')}</p>
          <ul className="import-repairs">
            {repairs.map(({ repair, words, rows: count, examples }) => (
              <li key={repair}>
                <span className="number">{format.whole(count)}</span>
                <span>{words}</span>
                <span className="note">
                  {say('desk.import.repairs.lines', { lines: examples.map((line) => format.whole(line)).join(', ') })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <Problems told={told} hasMore={repairs.length + changedTickets.length > 0} />
    </div>
  );
}

/** Reports from before rows were counted so know only which were readable, and then all of these were taken. */
function rowPartsOf({ rows, unreadableRows, rowCounts }: Report): Record<RowPart, number> {
  return rowCounts ?? { imported: rows - unreadableRows, unchanged: 0, changed: 0, rejected: unreadableRows };
}

type Counts<Name extends string> = Record<Name, string>;

function Problems({ told, hasMore }: { readonly told: Import; readonly hasMore: boolean }) {
  const words = useWords();
  const { say, format } = words;
  const { problems, problemCount } = told;
  const download = (
    <TextLink href={addressOf('importProblems', { params: { importId: told.id } })} download="import-problems.csv">
      {say('desk.import.problems.download')}
    </TextLink>
  );
  if (problemCount === 0) return hasMore ? <p className="no-print">{download}</p> : null;
  return (
    <div className="import-findings">
      <h3>{say('desk.import.problems.title')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="import-preview" aria-label={say('desk.import.problems.title')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">
                {say('desk.import.problems.line')}
              </th>
              <th scope="col">{say('desk.import.column.which')}</th>
              <th scope="col">{say('desk.import.problems.what')}</th>
              <th scope="col">{say('desk.import.problems.value')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ line, column, words: wrong, value }) => (
              <tr key={`${line} ${column} ${wrong}`}>
                <td className="number">{format.whole(line)}</td>
                <td>{foreignText(column)}</td>
                <td>{wrong}</td>
                <td>{foreignText(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="note">
        {countWords(told, words)}
        {' · '}
        {download}
      </p>
    </div>
  );
}

function countWords({ problems, problemCount }: Import, { say, format }: Words): string {
  const all = format.whole(problemCount);
  if (problems.length < problemCount) {
    return say('desk.import.problems.first', { shown: format.whole(problems.length), all });
  }
  return problemCount === 1 ? say('desk.import.problems.one') : say('desk.import.problems.many', { all });
}
