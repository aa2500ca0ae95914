import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addDays, formatLocalDate, type LocalDate } from '#core/time/local-date.ts';
import { foreignText } from '#text/foreign-text.ts';
import type { FigureSearch } from '#web/shell/figure-search.ts';
import { useWords } from '#web/shell/words.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { causesOf, causeText, differenceSentence } from './difference-words.ts';
import type { Differences, Figure } from './figure-things.ts';
import { type FigureQuestion, useDifferences } from './use-figure.ts';

export interface ThenProps {
  readonly figure: Figure;
  readonly search: FigureSearch;
  readonly question: FigureQuestion;
  readonly today: LocalDate;
}

/** What the period was known to be on a past day, what it is today, and which tickets make the difference. */
export function Then({ figure, search, question, today }: ThenProps) {
  const words = useWords();
  const { say, format } = words;
  const usual = usualDate(search, question, today);
  // Null while a date is being typed: the answer stays, and the field keeps what stands in it.
  const [typed, setTyped] = useState<string | null | undefined>(undefined);
  const date = typed ?? usual;
  const { data, isError, error, refetch } = useDifferences(figure.id, question, date);
  if (date === null) return null;
  return (
    <section className="figure-then">
      <h2>{say('desk.figure.then')}</h2>
      <div className="no-print">
        <DateField
          label={say('desk.figure.then.date')}
          value={typed === undefined ? date : typed}
          latest={formatLocalDate(addDays(today, -1))}
          onChange={setTyped}
        />
      </div>
      {isError ? (
        <ErrorState title={say('desk.figure.then.problem')} error={error} onRetry={() => void refetch()} />
      ) : data?.summary ? (
        <>
          <p className="figure-then-says">
            {differenceSentence(data.summary, figure, { date: format.date(`${date}T12:00:00Z`), words })}
          </p>
          <ChangedFacts differences={data} />
        </>
      ) : (
        <Skeleton height={48} />
      )}
    </section>
  );
}

/** The day of the address; else the last day of the period, when it is over. */
function usualDate({ asOf }: FigureSearch, { to }: FigureQuestion, today: LocalDate): string | null {
  if (asOf !== undefined) return asOf;
  const last = addDays(to, -1);
  return last < today ? formatLocalDate(last) : null;
}

function ChangedFacts({ differences: { facts, summary } }: { readonly differences: Differences }) {
  const words = useWords();
  const { say, format } = words;
  const total = causesOf(summary!.groups).reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  const caption =
    total === 1
      ? say('desk.figure.then.one')
      : total > facts.length
        ? say('desk.figure.then.first', { shown: format.whole(facts.length), n: format.whole(total) })
        : say('desk.figure.then.list', { n: format.whole(total) });
  const columns = ['ticket', 'subject', 'change', 'cause', 'when'] as const;
  return (
    <details className="chart-table">
      <summary>{caption}</summary>
      <div className="figure-changes">
        <table>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {say(`desk.figure.then.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {facts.map((fact, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a ticket may have several changes, and they never move.
              <tr key={place}>
                <td>
                  <Link to="/t/$number" params={{ number: String(fact.ticket) }}>
                    {fact.ticket}
                  </Link>
                </td>
                <td>{foreignText(fact.subject ?? '')}</td>
                <td>{say(`desk.figure.change.${fact.change}`)}</td>
                <td>{causeText(fact.cause, 1, words)}</td>
                <td>{fact.at === null ? '–' : format.shortMoment(fact.at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
