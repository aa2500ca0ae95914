import { useWords } from '#web/shell/words.tsx';
import type { StripEntry, StripPiece } from './calendar-strip-layout.ts';
import { textWidth } from './text-width.ts';

/** Hatchings of one strip; `id` keeps them apart from those of another on the page. */
export function CalendarStripPatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}rest`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0v6" className="strip-hatch" />
      </pattern>
      <pattern id={`${id}over`} width="6" height="6" patternUnits="userSpaceOnUse">
        <circle cx="3" cy="3" r="0.9" className="strip-dots" />
      </pattern>
    </defs>
  );
}

export interface PieceMarkProps {
  readonly piece: StripPiece;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly id: string;
  /** What counts from here on is late; null: nothing is. */
  readonly lateFrom: string | null;
}

/** Service hours by what they were to the clock: ink counts, hatching rests, dots are over, an outline is to come. */
export function PieceMark({ piece, box, id, lateFrom }: PieceMarkProps) {
  const { say } = useWords();
  switch (piece.kind) {
    case 'counted': {
      const isLate = lateFrom !== null && Date.parse(piece.from) >= Date.parse(lateFrom);
      return <rect {...box} className={isLate ? 'strip-late' : 'strip-counted'} />;
    }
    case 'paused':
      return <Rest box={box} fill={`url(#${id}rest)`} word={say('desk.ticket.why.pause')} />;
    case 'resolved':
    case 'withdrawn':
      return <Rest box={box} fill={`url(#${id}over)`} word={say(`desk.ticket.why.${piece.kind}`)} />;
    case 'ahead':
    case 'unused':
      return null;
  }
}

interface BoxProps {
  readonly box: PieceMarkProps['box'];
}

function Rest({ box, fill, word }: BoxProps & { readonly fill: string; readonly word: string }) {
  return (
    <>
      <rect {...box} fill={fill} className="strip-rest" />
      {textWidth(word) + 12 <= box.width ? <Plate box={box} text={word} /> : null}
    </>
  );
}

/** Days folded into one: hatched or dotted when they were one rest, with how many they are. */
export function FoldMark({
  seconds,
  box,
  id,
  name,
}: BoxProps & { readonly seconds: StripEntry['seconds']; readonly id: string; readonly name: string }) {
  const { paused, resolved, withdrawn, counted, ahead } = seconds;
  const isRest = counted + ahead === 0 && paused + resolved + withdrawn > 0;
  const fill = isRest ? `url(#${id}${paused > 0 ? 'rest' : 'over'})` : 'none';
  return (
    <>
      <rect {...box} fill={fill} className="strip-folded" />
      {name === '' ? null : <Plate box={box} text={name} />}
    </>
  );
}

/** A word in the middle of a hatching, on a ground of its own. */
function Plate({ box, text }: BoxProps & { readonly text: string }) {
  const width = Math.min(textWidth(text) + 8, box.width - 2);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return (
    <>
      <rect x={x - width / 2} y={y - 9} width={width} height={Math.min(18, box.height - 2)} className="strip-plate" />
      <text x={x} y={y + 4} className="strip-middle">
        {text}
      </text>
    </>
  );
}
