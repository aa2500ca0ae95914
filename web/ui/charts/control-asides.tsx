import { useWords } from '#web/shell/words.tsx';

/** Something that happened on a day. */
export interface ChartNote {
  /** A local date: `2026-06-01`. */
  readonly date: string;
  readonly text: string;
}

/** What a pointer or the focus shows of a point. Those who hear the page hear the same from the link itself. */
export function ChartTip({
  x,
  y,
  width,
  head,
  rest,
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly head: string;
  readonly rest: readonly string[];
}) {
  const side = x > width / 2 ? { right: width - x + 14 } : { left: x + 14 };
  return (
    <div className="chart-tip no-print" aria-hidden="true" style={{ top: Math.max(0, y - 12), ...side }}>
      <strong>{head}</strong>
      {rest.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </div>
  );
}

/** What is known of the point in question and had no room beside it. */
export function HiddenCallout({
  lines,
  shown,
}: {
  readonly lines: readonly string[];
  readonly shown: readonly string[];
}) {
  if (lines.length === shown.length) return null;
  return (
    <p className="chart-words note">
      <b>{lines[0]}</b> {lines.slice(1).join(' · ')}
    </p>
  );
}

/** The notes where their words have no room in the picture. */
export function NoteList({ notes }: { readonly notes: readonly ChartNote[] }) {
  const { format } = useWords();
  const inOrder = notes.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return (
    <ol className="chart-notes note">
      {inOrder.map(({ date, text }, index) => (
        <li key={date + text}>
          <b>{index + 1}</b>
          <span>
            {format.date(`${date}T12:00:00Z`)} {text}
          </span>
        </li>
      ))}
    </ol>
  );
}
