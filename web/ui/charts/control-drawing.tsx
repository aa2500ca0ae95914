import { memo } from 'react';
import type { ControlLayout } from './control-layout.ts';
import { CHART_LINE } from './text-width.ts';

interface LayoutProps {
  readonly layout: ControlLayout;
}

/** All of a control chart but its points: what is only looked at. */
export const ControlDrawing = memo(function ControlDrawing({ layout }: LayoutProps) {
  const { plot, axisY, band, limits, centers, promise, line, running } = layout;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus.
    <g aria-hidden="true">
      <path className="chart-band" d={band} />
      <Grid layout={layout} />
      {limits.map((path) => (
        <path key={path} className="chart-limit" d={path} />
      ))}
      {centers.map((center) => (
        <line key={center.x1} className="chart-center" x1={center.x1} x2={center.x2} y1={center.y} y2={center.y} />
      ))}
      {promise === '' ? null : <path className="chart-promise" d={promise} />}
      <line className="chart-axis" x1={plot.left} x2={plot.right} y1={axisY} y2={axisY} />
      <Axis layout={layout} />
      <Brackets layout={layout} />
      <Notes layout={layout} />
      <path className="chart-line" d={line} />
      {running === null ? null : <path className="chart-line chart-running" d={running} />}
    </g>
  );
});

function Grid({ layout: { grid, plot } }: LayoutProps) {
  return grid.map(({ y, text }) => (
    <g key={text}>
      <line className="chart-grid" x1={plot.left} x2={plot.right} y1={y} y2={y} />
      <text className="chart-text" x={plot.left - 8} y={y + 4} textAnchor="end">
        {text}
      </text>
    </g>
  ));
}

function Axis({ layout: { axis, axisY } }: LayoutProps) {
  const spanY = axisY + (axis.labels.length > 0 ? 33 : 18);
  return (
    <>
      {axis.labels.map(({ x, text, isCurrent }) => (
        <text
          key={x}
          className={isCurrent ? 'chart-text chart-text-ink' : 'chart-text'}
          x={x}
          y={axisY + 17}
          textAnchor="middle"
        >
          {text}
        </text>
      ))}
      {axis.spans.map(({ x, text, tickX }) => (
        <g key={x}>
          {tickX === null ? null : <line className="chart-tick" x1={tickX} x2={tickX} y1={axisY + 6} y2={spanY + 1} />}
          <text className="chart-text" x={x} y={spanY}>
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

function Brackets({ layout: { brackets } }: LayoutProps) {
  return brackets.map(({ path, text, x, y, anchor }) => (
    <g key={path}>
      <path className="chart-tick" d={path} />
      <text className="chart-text chart-text-halo" x={x} y={y} textAnchor={anchor}>
        {text}
      </text>
    </g>
  ));
}

/** Dotted lines of notes with their words above, and where new limits begin. */
function Notes({ layout: { notes, changes, plot, axisY } }: LayoutProps) {
  const lowest = plot.top - 6;
  return (
    <>
      {changes.map((x) => (
        <line key={x} className="chart-change" x1={x} x2={x} y1={plot.top - 4} y2={axisY} />
      ))}
      {notes.labels.map(({ x, text, textX, anchor, row }) => (
        <g key={`${x} ${text}`}>
          <line
            className="chart-note"
            x1={x}
            x2={x}
            y1={lowest - row * CHART_LINE + (notes.areNumbered ? 4 : -8)}
            y2={plot.bottom}
          />
          <text
            className={notes.areNumbered ? 'chart-text chart-text-strong' : 'chart-text'}
            x={textX}
            y={lowest - row * CHART_LINE}
            textAnchor={anchor}
          >
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

/** Names of the lines, and the words about one point: over everything else. */
export const ControlLabels = memo(function ControlLabels({ layout: { labels, callout } }: LayoutProps) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus.
    <g aria-hidden="true">
      {labels.map(({ kind, text, x, y, leader }) => (
        <g key={kind + text}>
          <path className={`chart-leader chart-leader-${kind}`} d={leader} />
          <text className={kind === 'promise' ? 'chart-text chart-promise-text' : 'chart-text'} x={x} y={y}>
            {text}
          </text>
        </g>
      ))}
      {callout ? (
        <>
          <path className="chart-leader chart-leader-ink" d={callout.leader} />
          {callout.lines.map((text, index) => (
            <text
              key={text}
              className={`chart-text chart-text-halo${index === 0 ? ' chart-text-strong' : ''}`}
              x={callout.x}
              y={callout.y + index * CHART_LINE}
              textAnchor={callout.anchor}
            >
              {text}
            </text>
          ))}
        </>
      ) : null}
    </g>
  );
});
