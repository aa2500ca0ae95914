import './fact-cards.css';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useWords, type Words } from '#web/shell/words.tsx';
import { Sign } from '#web/ui/sign.tsx';
import { ListCell } from './list-cell.tsx';
import { type ListRow, ownValue } from './list-rows.ts';
import type { FigureTold, ListColumn } from './shown-columns.ts';
import { TicketLink } from './ticket-link.tsx';
import { cellText, headingOf, lateSentence } from './value-words.ts';

export interface FactCardsProps {
  readonly rows: readonly ListRow[];
  readonly columns: readonly ListColumn[];
  readonly figure: FigureTold;
}

/** The list on a phone: a card for each fact, as tall as its words need, only those that are seen. */
export function FactCards({ rows, columns, figure }: FactCardsProps) {
  const words = useWords();
  const list = useRef<HTMLUListElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 104,
    overscan: 6,
    scrollMargin: list.current?.offsetTop ?? 0,
  });
  return (
    <ul
      className="cards"
      ref={list}
      style={{ height: virtual.getTotalSize() }}
      aria-label={words.say('desk.list.grid')}
    >
      {virtual.getVirtualItems().map(({ index, start }) => {
        const row = rows[index];
        return row ? (
          <li
            key={row.key}
            ref={virtual.measureElement}
            data-index={index}
            className="card"
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
          >
            <FactCard row={row} columns={columns} figure={figure} words={words} />
          </li>
        ) : null;
      })}
    </ul>
  );
}

/** What a card tells in its head and its verdict. */
const IN_HEAD: ReadonlySet<string> = new Set(['ticket', 'subject', 'customer', 'priority', 'plot', 'lateSeconds']);

function FactCard({
  row,
  columns,
  figure,
  words,
}: Omit<FactCardsProps, 'rows'> & { readonly row: ListRow; readonly words: Words }) {
  const { fact } = row;
  const isLine = columns.some(({ kind }) => kind === 'plot');
  const rest = columns.filter(({ id }) => !IN_HEAD.has(id));
  const subject = columns.find(({ kind }) => kind === 'subject');
  return (
    <>
      <p className="card-head">
        <TicketLink number={fact.ticket} isTabStop>
          <span className="card-number">{fact.ticket}</span>{' '}
          <span className="card-subject">{subject ? cellText(row, subject, words) : null}</span>
        </TicketLink>
      </p>
      {isLine ? (
        <p className="card-verdict">
          <Sign name={ownValue(fact, 'verdict') === 'breached' ? 'missed' : 'kept'} /> {lateSentence(fact, words)}
        </p>
      ) : null}
      <dl className="card-facts">
        {row.customerName === null ? null : (
          <div>
            <dt className="visually-hidden">{words.say('desk.list.column.customer')}</dt>
            <dd>{row.customerName}</dd>
          </div>
        )}
        {rest.map((column) => {
          const text = cellText(row, column, words);
          if (text === '') return null;
          const isNamed = column.kind !== 'text' && column.kind !== 'state' && column.kind !== 'why';
          return (
            <div key={column.id}>
              <dt className={isNamed ? undefined : 'visually-hidden'}>{headingOf(column, figure, words)}</dt>
              <dd>
                <ListCell row={row} column={column} words={words} />
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
