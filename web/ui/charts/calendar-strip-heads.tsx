import { formatIn } from '#web/shell/format.ts';
import type { Words } from '#web/shell/words.tsx';
import { isClearOf, type PlacedLabel } from './calendar-strip-labels.ts';
import type { StripLayout } from './calendar-strip-layout.ts';
import { textWidth } from './text-width.ts';

/** Lines of text above the days. */
export const DATES = 12;
export const HOURS = 30;

/** A date over each day, over Mondays alone, or over none that has no room. */
export function Dates({ layout, words }: { readonly layout: StripLayout; readonly words: Words }) {
  const format = formatIn(words.language, 'UTC');
  let edge = 0;
  return layout.columns.map(({ entry, x, width }, index) => {
    const weekday = format.weekday(entry.date);
    const isFirst = index === 0;
    const isWeek = isFirst || new Date(entry.date).getUTCDay() === 1;
    if (layout.detail === 'weeks' && !isWeek) return null;
    const date = format.shortDate(entry.date);
    const full = `${weekday} ${date}`;
    const isFullFitting = x + textWidth(full) <= nextEdge(layout, index) && (layout.detail === 'hours' || isWeek);
    const text = layout.detail === 'weeks' ? date : isFullFitting ? full : weekday;
    if (x < edge || (text === weekday && textWidth(weekday) > width + 3)) return null;
    edge = x + textWidth(text) + 4;
    const isCounting = entry.seconds.counted > 0 || entry.seconds.ahead > 0;
    return (
      <text key={entry.date} x={x} y={DATES} className={isCounting ? 'strip-date' : 'strip-quiet'}>
        {text === full ? (
          <>
            <tspan className={isCounting ? 'strip-weekday' : ''}>{weekday}</tspan> {date}
          </>
        ) : (
          text
        )}
      </text>
    );
  });
}

/** A date may run over days that are too narrow for one of their own. */
function nextEdge({ columns, width, detail }: StripLayout, index: number): number {
  if (detail === 'hours') return (columns[index + 1]?.x ?? width + 3) - 3;
  const next = columns.findIndex(({ entry }, at) => at > index && new Date(entry.date).getUTCDay() === 1);
  return next < 0 ? width : columns[next]!.x;
}

interface HoursProps {
  readonly layout: StripLayout;
  readonly taken: readonly PlacedLabel[];
  readonly timeZone: string;
  readonly words: Words;
}

/** When the service opens and closes, at the edges of its days. */
export function Hours({ layout, taken, timeZone, words }: HoursProps) {
  const format = formatIn(words.language, timeZone);
  return layout.columns.map(({ entry, x, width }) => {
    if (entry.kind === 'folded' || entry.hours.length === 0) return null;
    const opens = hourText(format.time(entry.hours[0]!.from));
    const closesAt = entry.hours.at(-1)!.until;
    const closes = closesAt === entry.until ? '24' : hourText(format.time(closesAt));
    const [left, right] = [textWidth(opens), textWidth(closes)];
    if (left + right + 8 > width) return null;
    return (
      <g key={entry.date} className="strip-quiet">
        {isClearOf(taken, x, x + left) ? (
          <text x={x} y={HOURS}>
            {opens}
          </text>
        ) : null}
        {isClearOf(taken, x + width - right, x + width) ? (
          <text x={x + width} y={HOURS} textAnchor="end">
            {closes}
          </text>
        ) : null}
      </g>
    );
  });
}

function hourText(time: string): string {
  return time.endsWith(':00') ? String(Number(time.slice(0, 2))) : time.replace(/^0/, '');
}
