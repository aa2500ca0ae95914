import { type KeyboardEvent, useRef } from 'react';
import { ChartMark } from './chart-mark.tsx';
import type { ControlLayout } from './control-layout.ts';

export interface Look {
  readonly index: number;
  readonly by: 'pointer' | 'focus';
}

export interface ControlPointsProps {
  readonly layout: ControlLayout;
  /** Everything about each point, by its place in the chart. */
  readonly labels: readonly string[];
  readonly hrefs: readonly (string | null)[];
  /** The point that has the only tab stop. */
  readonly current: number;
  /** The point that is looked at, and whether by the focus; null when none is any more. */
  readonly onLook: (look: Look | null) => void;
  readonly onMove: (index: number) => void;
}

/** Below this width of a column plain dots would run into each other. */
const NARROWEST_DOTTED = 6;

/**
 * The points as links: one tab stop, arrows go from point to point. The whole column of a point takes the pointer. A
 * point that leads nowhere is only looked at: its numbers stand in the table.
 */
export function ControlPoints({ layout, labels, hrefs, current, onLook, onMove }: ControlPointsProps) {
  const group = useRef<SVGGElement>(null);
  const { marks, step, plot, axisY } = layout;
  const places = marks.map(({ index }) => index);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLook(null);
    const next = nextPlace(places, current, event.key);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onMove(next);
    group.current?.querySelector<SVGElement>(`[data-index="${next}"]`)?.focus();
  };
  const look = (target: EventTarget, by: Look['by']) => {
    const point = (target as Element).closest<SVGElement>('[data-index]');
    onLook(point ? { index: Number(point.dataset.index), by } : null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside take the keys; the group only hears them.
    <g
      ref={group}
      onKeyDown={onKeyDown}
      onPointerOver={({ target }) => look(target, 'pointer')}
      onPointerLeave={() => onLook(null)}
      onFocus={({ target }) => look(target, 'focus')}
      onBlur={() => onLook(null)}
    >
      {marks.map((mark) => {
        const href = hrefs[mark.index] ?? null;
        const named = { 'aria-label': labels[mark.index], tabIndex: mark.index === current ? 0 : -1 };
        const parts = (
          <>
            <rect
              className="chart-column"
              x={mark.x - step / 2}
              width={step}
              y={plot.top - 6}
              height={axisY - plot.top + 6}
            />
            {mark.shape === 'dot' && step < NARROWEST_DOTTED ? null : (
              <ChartMark {...mark} size={step < 8 ? 'small' : 'large'} />
            )}
          </>
        );
        return href === null ? (
          <g key={mark.index} className="chart-point" data-index={mark.index}>
            {parts}
          </g>
        ) : (
          <a key={mark.index} className="chart-point" data-index={mark.index} href={href} {...named}>
            {parts}
          </a>
        );
      })}
    </g>
  );
}

/** Where a key leads from the point that has the tab stop; null when it leads nowhere. */
function nextPlace(places: readonly number[], current: number, key: string): number | null {
  const at = places.indexOf(current);
  const targets: Readonly<Record<string, number | undefined>> = {
    ArrowRight: places[at + 1],
    ArrowLeft: places[at - 1],
    Home: places[0],
    End: places.at(-1),
  };
  return targets[key] ?? null;
}
