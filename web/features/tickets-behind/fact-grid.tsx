// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows that are not seen
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves over rows and headings, never over cells
import './fact-grid.css';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useWords } from '#web/shell/words.tsx';
import type { Sorting } from './arrange-rows.ts';
import { FactRow } from './fact-row.tsx';
import { GridHead } from './grid-head.tsx';
import { type GridPlace, stepOf } from './grid-steps.ts';
import { keepPlace, recallPlace } from './list-memory.ts';
import type { ListRow } from './list-rows.ts';
import type { PromiseScale } from './promise-scale.ts';
import { type FigureTold, fittingColumns, type ListColumn, tracksOf } from './shown-columns.ts';
import { useRowHeight, useWidth } from './use-measures.ts';

/*
 * The list as a grid of our own (ARIA grid pattern): one tab stop, the focus roves over rows, only those that are seen
 * are in the page. A library's table is eight times dearer at 5,000 rows.
 */

const HEAD_HEIGHT = 30;

/** What the keys of the page do in the grid. */
export interface GridHandle {
  readonly move: (rows: 1 | -1) => void;
  readonly open: () => void;
}

export interface FactGridProps {
  readonly handle: Ref<GridHandle>;
  readonly rows: readonly ListRow[];
  readonly columns: readonly ListColumn[];
  readonly figure: FigureTold;
  readonly scale: PromiseScale;
  readonly sorting: Sorting | null;
  /** The address under which the place in this list is remembered. */
  readonly address: string;
  readonly onSort: (column: string) => void;
  readonly onOpen: (row: ListRow) => void;
  readonly onPreview: (row: ListRow) => void;
  /** The row somebody stands on. */
  readonly onPoint: (row: ListRow) => void;
}

export function FactGrid(props: FactGridProps) {
  const { rows, columns, figure, scale, sorting, address, handle, onSort, onOpen, onPreview, onPoint } = props;
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const height = useRowHeight();
  const width = useWidth(scroller, 1100);
  const shown = fittingColumns(columns, width);
  const tracks = tracksOf(shown);
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const [isTouched, setTouched] = useState(false);
  const wantsFocus = useRef(false);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 10,
    scrollPaddingStart: HEAD_HEIGHT,
    // The row that has the focus stays in the page however far it is scrolled away.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      if (place.row < 0 || place.row >= rows.length || seen.includes(place.row)) return seen;
      return [...seen, place.row].sort((a, b) => a - b);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured anew
  useEffect(() => virtual.measure(), [height]);

  const point = useCallback(
    (next: GridPlace) => {
      setPlace(next);
      setTouched(true);
      const row = rows[next.row];
      if (row) onPoint(row);
    },
    [rows, onPoint],
  );
  const pointRow = useCallback((index: number) => point({ row: index, column: 0 }), [point]);

  usePlaceKept({
    address,
    rows,
    row: isTouched ? place.row : -1,
    scroller,
    onRecall: (row, scrollTop) => {
      wantsFocus.current = true;
      point({ row, column: 0 });
      virtual.scrollToOffset(scrollTop);
    },
  });

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const name = place.row < 0 ? `[data-heading="${place.column}"]` : `[data-index="${place.row}"]`;
    const target = scroller.current?.querySelector<HTMLElement>(name);
    if (!target) return;
    wantsFocus.current = false;
    target.focus({ preventScroll: true });
  });

  const goTo = (next: GridPlace): void => {
    wantsFocus.current = true;
    point(next);
    if (next.row >= 0) virtual.scrollToIndex(next.row, { align: 'auto' });
  };
  useImperativeHandle(handle, () => ({
    // The first press leads to the row that the tab key would lead to.
    move: (by) => {
      const last = rows.length - 1;
      if (last >= 0) goTo({ row: Math.max(0, Math.min(last, isTouched ? place.row + by : place.row)), column: 0 });
    },
    open: () => {
      const row = rows[place.row];
      if (row && isTouched) onOpen(row);
    },
  }));

  const hear = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[place.row];
    if (row && event.key === 'Enter' && event.target instanceof HTMLDivElement) {
      event.preventDefault();
      onOpen(row);
      return;
    }
    if (row && event.key === ' ') {
      event.preventDefault();
      setTouched(true);
      onPreview(row);
      return;
    }
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD_HEIGHT) / height) - 1);
    const next = stepOf(event.key, place, { rows: rows.length, columns: shown.length, page });
    if (next === null) return;
    event.preventDefault();
    goTo(next);
  };

  const stop = place.row >= rows.length ? 0 : place.row;
  return (
    <div className="grid-scroller" ref={scroller}>
      <div
        role="grid"
        className="grid"
        aria-label={words.say('desk.list.grid')}
        aria-rowcount={rows.length + 1}
        aria-colcount={shown.length}
        onKeyDown={hear}
      >
        <GridHead
          columns={shown}
          tracks={tracks}
          figure={figure}
          scale={scale}
          words={words}
          sorting={sorting}
          stop={rows.length === 0 || stop < 0 ? place.column : null}
          onSort={onSort}
        />
        <div role="rowgroup" className="grid-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row ? (
              <FactRow
                key={row.key}
                row={row}
                index={index}
                top={start}
                height={height}
                columns={shown}
                tracks={tracks}
                scale={scale}
                words={words}
                isCurrent={isTouched && index === place.row}
                isStop={index === stop}
                onPoint={pointRow}
                onOpen={onOpen}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}

interface KeptPlace {
  readonly address: string;
  readonly rows: readonly ListRow[];
  /** The row somebody stands on; -1 for none. */
  readonly row: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onRecall: (row: number, scrollTop: number) => void;
}

/** Finds the place again that somebody left, as soon as its row has come, and remembers it on leaving. */
function usePlaceKept({ address, rows, row, scroller, onRecall }: KeptPlace): void {
  const wanted = useRef(recallPlace(address));
  const left = useRef<{ readonly rowKey: string; readonly scrollTop: number } | null>(null);
  useEffect(() => {
    const { current } = wanted;
    if (current === null) return;
    const index = rows.findIndex(({ key }) => key === current.rowKey);
    if (index < 0) return;
    wanted.current = null;
    onRecall(index, current.scrollTop);
  });
  useEffect(() => {
    const standsOn = rows[row];
    if (standsOn) left.current = { rowKey: standsOn.key, scrollTop: scroller.current?.scrollTop ?? 0 };
  });
  useEffect(() => {
    const element = scroller.current;
    const note = (): void => {
      if (left.current && element) left.current = { ...left.current, scrollTop: element.scrollTop };
    };
    element?.addEventListener('scroll', note, { passive: true });
    return () => {
      element?.removeEventListener('scroll', note);
      if (left.current) keepPlace(address, left.current);
    };
  }, [address, scroller]);
}
