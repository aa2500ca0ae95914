import './charts.css';
import { useMemo } from 'react';
import { useWords } from '#web/shell/words.tsx';
import { ChartRoom } from './chart-room.tsx';
import { type DrawnBar, type ParetoPanel, paretoLayout } from './pareto-layout.ts';
import { type ParetoItem, paretoRows } from './pareto-rows.ts';
import { useMeasuredWidth } from './use-measured-width.ts';

export interface ParetoProps {
  /** In any order; what was not recorded is marked as such. */
  readonly items: readonly ParetoItem[];
  /** One sentence for those who do not see it. */
  readonly label: string;
  /** How a count is written; left out, as a whole number. */
  readonly text?: (count: number) => string;
}

/** What makes up most of it: bars by size, the leading ones in ink, shares added up beside them. */
export function Pareto({ items, label, text }: ParetoProps) {
  const { say, format } = useWords();
  const [ref, width] = useMeasuredWidth(560);
  const layout = useMemo(
    () =>
      paretoLayout({
        rows: paretoRows(items, (count) => say('desk.charts.more', { count })),
        width,
        text: text ?? format.whole,
        percent: format.percent,
        heading: say('desk.charts.cumulative'),
      }),
    [items, width, text, say, format],
  );
  const { height, bars, panel, heading } = layout;
  return (
    <ChartRoom roomRef={ref} width={width} height={height} label={label} hasLinks={items.some(({ href }) => href)}>
      <text className="chart-text" x={heading.x} y={heading.y} textAnchor={heading.anchor}>
        {heading.text}
      </text>
      {bars.map((bar) => (
        <ParetoBar key={bar.row.key} bar={bar} width={panel ? panel.left - 8 : width} />
      ))}
      {panel ? <CumulativePanel panel={panel} /> : null}
    </ChartRoom>
  );
}

function ParetoBar({
  bar: { row, top, height, label, bar, value, cumulative },
  width,
}: {
  readonly bar: DrawnBar;
  readonly width: number;
}) {
  const words = row.isLeading ? 'chart-text chart-text-strong' : 'chart-text chart-text-ink';
  const look = row.isNotRecorded ? 'chart-bar-unknown' : row.isLeading ? 'chart-bar-leading' : 'chart-bar';
  const parts = (
    <>
      <rect className="chart-column" x={-4} y={top} width={width + 8} height={height} rx={4} />
      <text className={words} x={label.x} y={label.y} textAnchor={label.anchor}>
        {label.lines.map((line, index) => (
          <tspan key={line} x={label.x} dy={index === 0 ? 0 : 14}>
            {index === 0 ? line : ` ${line}`}
          </tspan>
        ))}
      </text>
      {/* Spaces keep the texts apart for those who hear them as one name. */ ' '}
      <rect className={look} {...bar} />
      <text className={words} x={value.x} y={value.y}>
        {value.text}
      </text>{' '}
      {cumulative ? (
        <text className="chart-text" x={cumulative.x} y={cumulative.y} textAnchor="end">
          {cumulative.text}
        </text>
      ) : null}
    </>
  );
  const isCut = label.lines.join(' ') !== row.label;
  if (!row.href) return <g>{parts}</g>;
  return (
    <a className="chart-bar-link" href={row.href}>
      {isCut ? <title>{row.label}</title> : null}
      {parts}
    </a>
  );
}

function CumulativePanel({
  panel: { left, right, top, bottom, line, points, x80, named },
}: {
  readonly panel: ParetoPanel;
}) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus.
    <g aria-hidden="true">
      <line className="chart-grid" x1={left} x2={left} y1={top} y2={bottom} />
      <line className="chart-grid" x1={right} x2={right} y1={top} y2={bottom} />
      <line className="chart-limit" x1={x80} x2={x80} y1={top} y2={bottom} />
      <path className="chart-line" d={line} />
      {points.map(({ x, y }) => (
        <circle key={y} className="chart-dot" cx={x} cy={y} r={2.8} />
      ))}
      {named ? (
        <text className="chart-text chart-text-strong chart-text-halo" x={named.x} y={named.y} textAnchor="end">
          {named.text}
        </text>
      ) : null}
      <text className="chart-text" x={left} y={bottom + 17}>
        0
      </text>
      <text className="chart-text" x={x80} y={bottom + 17} textAnchor="middle">
        80{'\u202f'}%
      </text>
    </g>
  );
}
