import './fact-table.css';
import { useState } from 'react';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import type { Sorting } from './arrange-rows.ts';
import { ListCell } from './list-cell.tsx';
import type { ListRow } from './list-rows.ts';
import type { FigureTold, ListColumn } from './shown-columns.ts';
import { headingOf } from './value-words.ts';

const ROWS_PER_PAGE = 50;

export interface FactTableProps {
  readonly rows: readonly ListRow[];
  readonly columns: readonly ListColumn[];
  readonly figure: FigureTold;
  readonly sorting: Sorting | null;
  /** Left out: headings do not sort, as on paper. */
  readonly onSort?: (column: string) => void;
}

/** The list as a plain table, page by page: what screen readers walk through best. */
export function PagedFactTable(props: FactTableProps) {
  const { rows } = props;
  const { say, format } = useWords();
  const [asked, setPage] = useState(0);
  const last = Math.max(0, Math.ceil(rows.length / ROWS_PER_PAGE) - 1);
  const page = Math.min(asked, last);
  const first = page * ROWS_PER_PAGE;
  const shown = rows.slice(first, first + ROWS_PER_PAGE);
  return (
    <div className="table-mode">
      <FactTable {...props} rows={shown} />
      <nav className="table-pages" aria-label={say('desk.list.grid')}>
        <Button isDisabled={page === 0} onPress={() => setPage(page - 1)}>
          {say('desk.list.previousPage')}
        </Button>
        <span aria-live="polite">
          {say('desk.list.page', {
            from: format.whole(rows.length === 0 ? 0 : first + 1),
            to: format.whole(first + shown.length),
            n: format.whole(rows.length),
          })}
        </span>
        <Button isDisabled={page === last} onPress={() => setPage(page + 1)}>
          {say('desk.list.nextPage')}
        </Button>
      </nav>
    </div>
  );
}

/** All the rows given as one table; what is drawn in the grid stands in words. */
export function FactTable({ rows, columns, figure, sorting, onSort }: FactTableProps) {
  const words = useWords();
  const told = columns.filter(({ kind }) => kind !== 'plot');
  return (
    <table className="fact-table">
      <thead>
        <tr>
          {told.map((column) => {
            const name = headingOf(column, figure, words);
            const direction = sorting?.isDescending ? 'descending' : 'ascending';
            return (
              <th
                key={column.id}
                scope="col"
                className={column.isEnd ? 'number' : undefined}
                aria-sort={sorting?.column === column.id ? direction : undefined}
              >
                {onSort ? (
                  <button type="button" className="grid-sort" onClick={() => onSort(column.id)}>
                    {name}
                  </button>
                ) : (
                  name
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {told.map((column) => (
              <td key={column.id} className={column.isEnd ? 'number' : undefined}>
                <ListCell row={row} column={column} words={words} isTabStop />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
