import { CalendarStripDrawing, type CalendarStripProps } from './calendar-strip-drawing.tsx';
import { CalendarStripRows } from './calendar-strip-rows.tsx';
import { useMeasuredWidth } from './use-measured-width.ts';

export type { StripMark } from './calendar-strip-drawing.tsx';

/** In narrower places days stand one below the other. */
const NARROW = 560;
/** What a strip is laid out for before anything is measured, and on paper. */
const USUAL_WIDTH = 810;

/** The days of a clock, as wide as the place they stand in. */
export function CalendarStrip(props: CalendarStripProps) {
  const [ref, width] = useMeasuredWidth(USUAL_WIDTH);
  const Drawing = width < NARROW ? CalendarStripRows : CalendarStripDrawing;
  return (
    <div ref={ref}>
      <Drawing {...props} width={width} />
    </div>
  );
}
