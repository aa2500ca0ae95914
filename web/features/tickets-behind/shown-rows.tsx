import { useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { FactCards } from './fact-cards.tsx';
import { FactGrid, type FactGridProps } from './fact-grid.tsx';
import { FactTable, PagedFactTable } from './fact-table.tsx';
import { useListView } from './list-view.ts';
import { fittingColumns } from './shown-columns.ts';
import { useIsPhone, useIsPrinting } from './use-measures.ts';

/** Pixels of columns as the grid counts them that fit on a page of A4 in the smaller letters of print. */
const PAPER_WIDTH = 880;

/** The rows as the place and the person need them: a grid, cards on a phone, a plain table, or paper. */
export function ShownRows(props: FactGridProps) {
  const { rows, columns, figure, sorting, onSort } = props;
  const isPhone = useIsPhone();
  const [view] = useListView();
  const [isPrinting, setPrinting] = useState(false);
  // The browser prints what stands in the page when the event returns.
  useIsPrinting(useCallback((is: boolean) => flushSync(() => setPrinting(is)), []));
  if (isPrinting) {
    const onPaper = fittingColumns(
      columns.filter(({ kind }) => kind !== 'plot'),
      PAPER_WIDTH,
    );
    return <FactTable rows={rows} columns={onPaper} figure={figure} sorting={sorting} />;
  }
  if (view === 'table') {
    return <PagedFactTable rows={rows} columns={columns} figure={figure} sorting={sorting} onSort={onSort} />;
  }
  if (isPhone) return <FactCards rows={rows} columns={columns} figure={figure} />;
  return <FactGrid {...props} />;
}
