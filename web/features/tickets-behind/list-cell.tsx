import type { Words } from '#web/shell/words.tsx';
import { type ListRow, ownValue } from './list-rows.ts';
import type { ListColumn } from './shown-columns.ts';
import { TicketLink } from './ticket-link.tsx';
import { cellText, lateSentence } from './value-words.ts';

/** What stands in a cell of the grid, the cards and the plain table: the words of the value, marked by what they are. */
export function ListCell({
  row,
  column,
  words,
  isTabStop = false,
}: {
  readonly row: ListRow;
  readonly column: ListColumn;
  readonly words: Words;
  /** In a plain table links are reached by the tab key; in the grid the row is. */
  readonly isTabStop?: boolean;
}) {
  const text = cellText(row, column, words);
  switch (column.kind) {
    case 'number':
      return (
        <TicketLink number={row.fact.ticket} isTabStop={isTabStop}>
          {text}
        </TicketLink>
      );
    case 'subject':
      return (
        <span className="cell-subject" title={text}>
          {text}
        </span>
      );
    case 'late':
      return <LateCell row={row} text={text} words={words} />;
    case 'text':
    case 'why':
    case 'by':
    case 'state':
    case 'cause':
      return <span title={text}>{text}</span>;
    case 'priority':
      return <span className={/^P[12]$/.test(text) ? 'cell-urgent' : 'muted'}>{text}</span>;
    default:
      return text;
  }
}

function LateCell({ row, text, words }: { readonly row: ListRow; readonly text: string; readonly words: Words }) {
  const isMissed = ownValue(row.fact, 'verdict') === 'breached';
  if (row.fact.lateSeconds === null) return <span className="cell-unknown">{text}</span>;
  return (
    <>
      <span className={isMissed ? 'cell-late' : undefined} aria-hidden="true">
        {text}
      </span>
      <span className="visually-hidden">{lateSentence(row.fact, words)}</span>
    </>
  );
}
