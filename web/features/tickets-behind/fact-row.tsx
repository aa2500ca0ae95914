// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows that are not seen
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves over rows and headings, never over cells
import { memo } from 'react';
import type { Words } from '#web/shell/words.tsx';
import { ListCell } from './list-cell.tsx';
import type { ListRow } from './list-rows.ts';
import { PromisePlot } from './promise-plot.tsx';
import type { PromiseScale } from './promise-scale.ts';
import type { ListColumn } from './shown-columns.ts';

export interface FactRowProps {
  readonly row: ListRow;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly columns: readonly ListColumn[];
  readonly tracks: string;
  readonly scale: PromiseScale;
  readonly words: Words;
  readonly isCurrent: boolean;
  /** Whether the tab key comes to this row: to one of all. */
  readonly isStop: boolean;
  readonly onPoint: (index: number) => void;
  readonly onOpen: (row: ListRow) => void;
}

/** A row of the grid. Rows that did not change are not drawn again while others scroll past. */
export const FactRow = memo(function FactRow(props: FactRowProps) {
  const { row, index, top, height, columns, tracks, scale, words, isCurrent, isStop, onPoint, onOpen } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys of all its rows
    <div
      role="row"
      className="fact-row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isCurrent}
      tabIndex={isStop ? 0 : -1}
      style={{ gridTemplateColumns: tracks, height, transform: `translateY(${top}px)` }}
      onClick={() => onPoint(index)}
      onDoubleClick={() => onOpen(row)}
    >
      {columns.map((column, place) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={place + 1}
          className={column.isEnd ? 'fact-cell fact-end' : `fact-cell fact-${column.kind}`}
        >
          {column.kind === 'plot' ? (
            <PromisePlot fact={row.fact} scale={scale} height={height} />
          ) : (
            <ListCell row={row} column={column} words={words} />
          )}
        </div>
      ))}
    </div>
  );
});
