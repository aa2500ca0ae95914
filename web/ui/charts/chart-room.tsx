import type { ReactNode } from 'react';
import { useFollowLinks } from './use-follow-links.ts';

export interface ChartRoomProps {
  /** Measures the width that there is (`useMeasuredWidth`). */
  readonly roomRef: (element: Element | null) => void;
  readonly width: number;
  readonly height: number;
  /** One sentence for those who do not see it. */
  readonly label: string;
  /** A drawing of links is a group; without links it is a picture, and what is in it is not read out. */
  readonly hasLinks: boolean;
  readonly children: ReactNode;
  /** What lies over the drawing. */
  readonly above?: ReactNode;
}

/** The frame of a large chart: its height is there before it is measured, so that nothing moves. */
export function ChartRoom({ roomRef, width, height, label, hasLinks, children, above }: ChartRoomProps) {
  const follow = useFollowLinks();
  return (
    <div ref={roomRef} className="chart-room" style={{ height }}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside take the keys. */}
      <svg
        className="chart-drawing"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role={hasLinks ? 'group' : 'img'}
        aria-label={label}
        onClick={follow}
      >
        {children}
      </svg>
      {above}
    </div>
  );
}
