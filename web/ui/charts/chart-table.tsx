import './chart-table.css';
import { useWords } from '#web/shell/words.tsx';
import { useFollowLinks } from './use-follow-links.ts';

export interface ChartTableColumn {
  readonly key: string;
  readonly text: string;
  readonly isNumber?: boolean;
}

export interface ChartTableRow {
  readonly key: string;
  /** Aligned with the columns. */
  readonly cells: readonly string[];
  readonly href?: string | null;
}

export interface ChartTableProps {
  /** What the table shows; the same words as the title of the chart. */
  readonly caption: string;
  readonly columns: readonly ChartTableColumn[];
  readonly rows: readonly ChartTableRow[];
  readonly isOpen?: boolean;
}

/** The numbers of a chart as a native table, folded away under it. */
export function ChartTable({ caption, columns, rows, isOpen = false }: ChartTableProps) {
  const { say } = useWords();
  return (
    <details className="chart-table" open={isOpen}>
      <summary>{say('desk.charts.table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
      <section className="chart-table-scroll" aria-label={caption} tabIndex={0}>
        <table>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ key, text, isNumber }) => (
                <th key={key} scope="col" className={isNumber ? 'number' : undefined}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function Row({ row, columns }: { readonly row: ChartTableRow; readonly columns: readonly ChartTableColumn[] }) {
  const follow = useFollowLinks();
  const [head, ...cells] = row.cells;
  return (
    <tr>
      <th scope="row">
        {row.href ? (
          <a href={row.href} onClick={follow}>
            {head}
          </a>
        ) : (
          head
        )}
      </th>
      {cells.map((cell, index) => {
        const column = columns[index + 1]!;
        return (
          <td key={column.key} className={column.isNumber ? 'number' : undefined}>
            {cell}
          </td>
        );
      })}
    </tr>
  );
}
