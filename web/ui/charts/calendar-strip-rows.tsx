import './calendar-strip.css';
import { useId } from 'react';
import { formatIn } from '#web/shell/format.ts';
import { useWords, type Words } from '#web/shell/words.tsx';
import type { CalendarStripProps, StripMark } from './calendar-strip-drawing.tsx';
import type { StripDay, StripEntry } from './calendar-strip-layout.ts';
import { CalendarStripPatterns, PieceMark } from './calendar-strip-pieces.tsx';

const LABELS = 84 + 60;
const HEIGHT = 18;

/** The days of a clock one below the other, for narrow places: all in one scale of the time of day. */
export function CalendarStripRows({ width, ...strip }: CalendarStripProps & { readonly width: number }) {
  const words = useWords();
  const id = useId();
  const scale = dayScale(strip.days, Math.max(80, width - LABELS));
  return (
    <figure aria-label={strip.label}>
      <svg width="0" height="0" aria-hidden="true">
        <CalendarStripPatterns id={id} />
      </svg>
      <ol className="strip-rows">
        {groupsOf(strip.days).map((group) => {
          const [entry] = group as [StripEntry];
          const marks = strip.marks.filter(({ at }) => isWithin(at, group));
          const seconds = group.reduce((sum, one) => sum + strip.counts[strip.days.indexOf(one)]!, 0);
          return (
            <li key={entry.date} className="strip-row">
              <span className={seconds > 0 || entry.seconds.ahead > 0 ? '' : 'muted'}>{groupText(group, words)}</span>
              {entry.kind === 'day' && entry.hours.length > 0 ? (
                <DayBar day={entry} scale={scale} id={id} lateFrom={strip.lateFrom} marks={marks} />
              ) : (
                <span className="note">{quietText(entry, words)}</span>
              )}
              <span className="strip-row-sum">{seconds > 0 ? strip.countText(seconds) : ''}</span>
              {marks.map(({ kind, text }) => (
                <span key={kind} className={`strip-row-mark strip-row-${kind}`}>
                  {text}
                </span>
              ))}
            </li>
          );
        })}
      </ol>
    </figure>
  );
}

interface DayScale {
  readonly from: number;
  readonly width: number;
  readonly perSecond: number;
}

/** From the earliest opening to the latest closing of all days, in seconds after midnight. */
function dayScale(days: readonly StripEntry[], width: number): DayScale {
  const hours = days.flatMap((day) => (day.kind === 'day' ? day.hours.map((hour) => timesIn(day, hour)) : []));
  const from = Math.min(...hours.map((hour) => hour.from), 86_400);
  const until = Math.max(...hours.map((hour) => hour.until), 0);
  return { from, width, perSecond: until > from ? width / (until - from) : 0 };
}

function timesIn(day: StripDay, { from, until }: { readonly from: string; readonly until: string }) {
  const midnight = Date.parse(day.from);
  return { from: (Date.parse(from) - midnight) / 1000, until: (Date.parse(until) - midnight) / 1000 };
}

interface DayBarProps {
  readonly day: StripDay;
  readonly scale: DayScale;
  readonly id: string;
  readonly lateFrom: string | null;
  readonly marks: readonly StripMark[];
}

function DayBar({ day, scale, id, lateFrom, marks }: DayBarProps) {
  const box = (span: { readonly from: string; readonly until: string }) => {
    const { from, until } = timesIn(day, span);
    const x = (from - scale.from) * scale.perSecond;
    return { x, y: 1, width: (until - from) * scale.perSecond, height: HEIGHT - 2 };
  };
  return (
    <svg width={scale.width} height={HEIGHT} className="calendar-strip" aria-hidden="true">
      {day.hours.map((hour) => (
        <rect key={hour.from} {...box(hour)} className="strip-window" />
      ))}
      {day.pieces.map((piece) => (
        <PieceMark key={piece.from} piece={piece} box={box(piece)} id={id} lateFrom={lateFrom} />
      ))}
      {marks.map(({ kind, at }) => {
        const x = Math.min(Math.max(0, box({ from: at, until: at }).x), scale.width);
        if (kind === 'promise') return <path key={kind} d={`M${x} -3V${HEIGHT + 3}`} className="strip-stroke" />;
        if (kind === 'start') return <path key={kind} d={`M${x} 0V${HEIGHT}`} className="strip-start" />;
        return <circle key={kind} cx={x} cy={HEIGHT / 2} r={5} className="strip-dot" />;
      })}
    </svg>
  );
}

/** Closed days that follow one another stand in one row, but holidays, which have a name. */
function groupsOf(days: readonly StripEntry[]): StripEntry[][] {
  const groups: StripEntry[][] = [];
  for (const day of days) {
    const before = groups.at(-1)?.at(-1);
    if (before && isPlainlyClosed(day) && isPlainlyClosed(before)) groups.at(-1)!.push(day);
    else groups.push([day]);
  }
  return groups;
}

function isPlainlyClosed(entry: StripEntry): boolean {
  return entry.kind === 'day' && entry.hours.length === 0 && entry.closed !== 'holiday';
}

function isWithin(at: string, group: readonly StripEntry[]): boolean {
  const instant = Date.parse(at);
  return Date.parse(group[0]!.from) <= instant && instant < Date.parse(group.at(-1)!.until);
}

function groupText(group: readonly StripEntry[], { language }: Words): string {
  const format = formatIn(language, 'UTC');
  const [first, last] = [group[0]!, group.at(-1)!];
  if (first.kind === 'folded') return `${format.shortDate(first.date)}–`;
  if (group.length > 1) return `${format.weekday(first.date)}–${format.weekday(last.date)}`;
  return `${format.weekday(first.date)} ${format.shortDate(first.date)}`;
}

function quietText(entry: StripEntry, { say, language }: Words): string {
  if (entry.kind === 'folded') {
    const until = formatIn(language, 'UTC').shortDate(entry.lastDate);
    return `${say('desk.ticket.why.days', { n: entry.days })} (${until})`;
  }
  if (entry.closed === 'holiday') return entry.holiday?.[language] ?? say('desk.ticket.why.holiday');
  return say('desk.ticket.why.closed');
}
