// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows that are not seen
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves over rows and headings, never over cells
import type { Words } from '#web/shell/words.tsx';
import { Icon } from '#web/ui/icon.tsx';
import type { Sorting } from './arrange-rows.ts';
import type { PromiseScale } from './promise-scale.ts';
import type { FigureTold, ListColumn } from './shown-columns.ts';
import { headingOf } from './value-words.ts';

export interface GridHeadProps {
  readonly columns: readonly ListColumn[];
  readonly tracks: string;
  readonly figure: FigureTold;
  readonly scale: PromiseScale;
  readonly words: Words;
  readonly sorting: Sorting | null;
  /** The heading that has the focus of the grid; null while a row has it. */
  readonly stop: number | null;
  readonly onSort: (column: string) => void;
}

/** The headings of the grid: each sorts, that of the promise line is its axis. */
export function GridHead({ columns, tracks, figure, scale, words, sorting, stop, onSort }: GridHeadProps) {
  return (
    <div role="row" aria-rowindex={1} className="grid-head" style={{ gridTemplateColumns: tracks }}>
      {columns.map((column, place) => {
        const name = headingOf(column, figure, words);
        const isSorted = sorting?.column === column.id;
        const direction = sorting?.isDescending ? 'descending' : 'ascending';
        const focus = { tabIndex: stop === place ? 0 : -1, 'data-heading': place };
        const look = column.isEnd ? 'grid-heading fact-end' : 'grid-heading';
        if (column.kind === 'plot') {
          return (
            <div key={column.id} role="columnheader" aria-colindex={place + 1} className={look} {...focus}>
              <PromiseAxis scale={scale} words={words} name={name} />
            </div>
          );
        }
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={place + 1}
            aria-sort={isSorted ? direction : 'none'}
            className={look}
          >
            <button type="button" className="grid-sort" title={name} onClick={() => onSort(column.id)} {...focus}>
              {column.kind === 'priority' ? (
                <>
                  <span aria-hidden="true">{words.say('desk.list.column.priorityShort')}</span>
                  <span className="visually-hidden">{name}</span>
                </>
              ) : (
                <span className="grid-name">{name}</span>
              )}
              {isSorted ? <Icon name={sorting.isDescending ? 'down' : 'up'} /> : null}
            </button>
          </div>
        );
      })}
    </div>
  );
}

/** Where the promise stands and how far the hours lie from it. */
function PromiseAxis({
  scale,
  words,
  name,
}: {
  readonly scale: PromiseScale;
  readonly words: Words;
  readonly name: string;
}) {
  const { say, format } = words;
  // Between two sides there is no room for the unit; the column beside writes hours and minutes.
  const furthest = new Set(scale.ticks.map(({ x }) => x > scale.zero)).size === 1 ? scale.ticks[0] : null;
  return (
    <svg className="promise-axis" width={scale.width} height="16" role="img" aria-label={name}>
      <text className="promise-word" x={scale.zero} y="12" textAnchor={anchorOf(scale.zero, scale.width)}>
        {name}
      </text>
      {scale.ticks.map((tick) => {
        const hours = format.signed(tick.lateSeconds / 3600, Math.abs(tick.lateSeconds) < 3600 ? 2 : 0);
        return (
          <text key={tick.lateSeconds} x={tick.x} y="12" textAnchor={anchorOf(tick.x, scale.width)}>
            {tick === furthest ? say('desk.list.hours', { hours }) : hours}
          </text>
        );
      })}
    </svg>
  );
}

/** Labels at an edge stay within it. */
function anchorOf(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < 22) return 'start';
  return x > width - 22 ? 'end' : 'middle';
}
