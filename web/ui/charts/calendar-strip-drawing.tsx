import './calendar-strip.css';
import { useId } from 'react';
import { useWords, type Words } from '#web/shell/words.tsx';
import { DATES, Dates, HOURS, Hours } from './calendar-strip-heads.tsx';
import { besideStroke, isClearOf, placeLabels, type StripLabel } from './calendar-strip-labels.ts';
import { layOutStrip, type StripColumn, type StripEntry, type StripLayout } from './calendar-strip-layout.ts';
import { CalendarStripPatterns, FoldMark, PieceMark } from './calendar-strip-pieces.tsx';
import { promiseLabel, SUMS, sumLabels } from './calendar-strip-sums.ts';
import { textWidth } from './text-width.ts';

/** Instants that stand out, with what is written there. */
export interface StripMark {
  readonly kind: 'start' | 'now' | 'stop' | 'promise';
  readonly at: string;
  readonly text: string;
}

export interface CalendarStripProps {
  readonly days: readonly StripEntry[];
  /** Seconds that each entry counted, as they are shown. */
  readonly counts: readonly number[];
  readonly countText: (seconds: number) => string;
  readonly marks: readonly StripMark[];
  /** What counts from here on is late; null: nothing is. */
  readonly lateFrom: string | null;
  /** The zone of the days. */
  readonly timeZone: string;
  /** The drawing in one sentence. */
  readonly label: string;
}

const BAR = { top: 38, height: 30 };

/** The days of a clock from left to right: what counted, what did not, and the promise as the tallest stroke. */
export function CalendarStripDrawing({ width, ...strip }: CalendarStripProps & { readonly width: number }) {
  const words = useWords();
  const id = useId();
  const layout = layOutStrip(strip.days, width);
  const promise = strip.marks.find(({ kind }) => kind === 'promise');
  const allSums = sumLabels(layout, { ...strip, closed: words.say('desk.ticket.why.closed') });
  const promiseX = promise ? layout.xOf(promise.at) : null;
  const placed = placeLabels(aboveLabels(strip.marks, layout), width);
  const above = promiseX === null ? placed : besideStroke(placed, promiseX, width);
  const sums = promiseX === null ? allSums : besideStroke(allSums, promiseX, width);
  // What is written above the strip and has no other place is not struck through.
  const promiseTop = promiseX === null || isClearOf(above, promiseX, promiseX) ? DATES + 6 : BAR.top - 4;
  const below = promise && promiseX !== null ? promiseLabel(promise.text, promiseX, { width, sums }) : null;
  const height = (below?.y ?? SUMS) + 8;
  return (
    <svg
      className="calendar-strip"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={strip.label}
    >
      <CalendarStripPatterns id={id} />
      {layout.columns.map((column) => (
        <Column key={column.entry.date} column={column} id={id} lateFrom={strip.lateFrom} words={words} />
      ))}
      <Dates layout={layout} words={words} />
      {layout.detail === 'hours' ? (
        <Hours layout={layout} taken={above} timeZone={strip.timeZone} words={words} />
      ) : null}
      {strip.marks.map((mark) => (
        <Mark key={mark.kind} mark={mark} x={layout.xOf(mark.at)} promise={{ top: promiseTop, bottom: height - 4 }} />
      ))}
      {above.map(({ id: key, text, left, weight }) => (
        <text key={key} x={left} y={HOURS} className={weight === 'bold' ? 'strip-strong' : 'strip-mark'}>
          {text}
        </text>
      ))}
      {sums.map(({ id: key, text, left, weight }) => (
        <text key={key} x={left} y={SUMS} className={weight === 'bold' ? 'strip-strong' : 'strip-quiet'}>
          {text}
        </text>
      ))}
      {below ? (
        <text x={below.left} y={below.y} className="strip-promise">
          {promise?.text}
        </text>
      ) : null}
    </svg>
  );
}

function aboveLabels(marks: readonly StripMark[], layout: StripLayout): StripLabel[] {
  return marks
    .filter(({ kind }) => kind !== 'promise')
    .map(({ kind, at, text }) => ({ id: kind, text, x: layout.xOf(at), weight: kind === 'start' ? 'plain' : 'bold' }));
}

interface ColumnProps {
  readonly column: StripColumn;
  readonly id: string;
  readonly lateFrom: string | null;
  readonly words: Words;
}

function Column({ column, id, lateFrom, words }: ColumnProps) {
  const { entry, x, width, windows, pieces } = column;
  if (windows.length === 0) return <ClosedColumn column={column} id={id} words={words} />;
  return (
    <g>
      {windows.map((window) => (
        <rect key={window.x} {...window} y={BAR.top} height={BAR.height} className="strip-window" />
      ))}
      {pieces.map(({ piece, ...box }) => (
        <PieceMark
          key={piece.from}
          piece={piece}
          box={{ ...box, y: BAR.top, height: BAR.height }}
          id={id}
          lateFrom={lateFrom}
        />
      ))}
      {entry.kind === 'day' && entry.isException && width > 20 ? (
        <path d={`M${x} ${BAR.top - 3}h${width}`} className="strip-exception" />
      ) : null}
    </g>
  );
}

function ClosedColumn({ column, id, words: { say, language } }: Pick<ColumnProps, 'column' | 'id' | 'words'>) {
  const { entry, x, width } = column;
  const box = { x, y: BAR.top, width, height: BAR.height };
  if (entry.kind === 'folded') {
    const name = say('desk.ticket.why.days', { n: entry.days });
    return <FoldMark seconds={entry.seconds} box={box} id={id} name={fitting([name, String(entry.days)], width)} />;
  }
  const name = entry.closed === 'holiday' ? (entry.holiday?.[language] ?? '') : '';
  const names = [name, name.replace(/ \(.*$/, ''), say('desk.ticket.why.holiday')];
  const shown = entry.closed === 'holiday' ? fitting(names, width) : '';
  return (
    <g>
      <rect {...box} className="strip-closed" />
      <text x={x + width / 2} y={BAR.top + 19} className="strip-holiday">
        {shown}
      </text>
    </g>
  );
}

/** The first name that fits; none when none does. */
function fitting(names: readonly string[], width: number): string {
  return names.find((text) => text !== '' && textWidth(text, 'bold') <= width) ?? '';
}

interface MarkProps {
  readonly mark: StripMark;
  readonly x: number;
  /** From where to where the stroke of the promise goes. */
  readonly promise: { readonly top: number; readonly bottom: number };
}

function Mark({ mark, x, promise: { top, bottom } }: MarkProps) {
  const middle = BAR.top + BAR.height / 2;
  if (mark.kind === 'promise') return <path d={`M${x} ${top}V${bottom}`} className="strip-stroke" />;
  if (mark.kind === 'start') return <path d={`M${x} ${BAR.top - 4}v${BAR.height + 8}`} className="strip-start" />;
  return <circle cx={x} cy={middle} r={6} className="strip-dot" />;
}
