import { inQuestion, isBarelyRecorded } from '#core/figures/recorded.ts';
import type { Format, Measured, Told } from '#web/shell/format.ts';
import type { Words } from '#web/shell/words.tsx';
import { measuredOf, promiseText } from '#web/ui/charts/chart-figure.ts';
import { periodCount } from '#web/ui/charts/period-words.ts';
import type { SignName } from '#web/ui/sign.tsx';
import type { CockpitHead, Tile, TileFigure, TileSignal } from './cockpit-lines.ts';

export type TileTold = Pick<Words, 'language' | 'say' | 'format'>;

/** A sign and the sentence beside it, without its full stop. */
export interface Verdict {
  readonly sign: SignName;
  readonly text: string;
  /** Nothing that asks for attention. */
  readonly isCalm: boolean;
}

export interface TileContext {
  readonly figure: TileFigure;
  readonly head: Pick<CockpitHead, 'by' | 'isRunning' | 'isWhole'>;
  readonly words: TileTold;
}

const TONE_SIGNS = { better: 'good', worse: 'bad', neutral: 'changed' } as const;

/**
 * What a tile says of its value: why there is none or what it lacks, else the signal and the promise that was missed,
 * else the promise, else that it is usual. The one definition of these words, for tiles, findings and the page of a figure.
 */
export function verdictsOf(tile: Tile, context: TileContext): readonly Verdict[] {
  const promise = promiseVerdict(tile, context);
  if (lackOf(tile, context.words) !== null) return [courseVerdict(tile, context)];
  if (tile.signal === null) return [promise ?? courseVerdict(tile, context)];
  return tile.target?.verdict === 'missed' ? [courseVerdict(tile, context), promise!] : [courseVerdict(tile, context)];
}

/** What the course says of the value, whatever was promised: the signal, that it is usual, or why neither is known. */
export function courseVerdict(tile: Tile, context: TileContext): Verdict {
  const { signal } = tile;
  const lack = lackOf(tile, context.words);
  if (lack !== null) return { sign: 'open', text: lack, isCalm: true };
  if (signal) return { sign: TONE_SIGNS[signal.tone], text: signalText(signal, context), isCalm: false };
  return usualVerdict(tile, context);
}

/** Why there is no value, or that it rests on few cases of many; null where neither is so. */
function lackOf({ row }: Tile, { say, format }: TileTold): string | null {
  if (row.value === null) return say(`desk.cockpit.tile.noValue.${row.reason ?? 'no_cases'}`);
  if (!isBarelyRecorded(row)) return null;
  const [n, all] = [format.whole(row.n), format.whole(inQuestion(row))];
  return say('desk.cockpit.tile.says.barelyRecorded', { n, all });
}

function signalText(signal: TileSignal, { figure, head, words }: TileContext): string {
  const { rule, side, lower, upper, measure } = signal;
  const measured = measuredOf(figure, signal);
  const limit = (given: number): string => {
    const value =
      measured.unit === 'minutes' ? words.format.withUnit(given, measured) : words.format.value(given, measured);
    return measure === 'value' ? value : words.say(`desk.cockpit.measure.short.${measure}`, { value });
  };
  const fillings = {
    low: limit(lower),
    high: limit(upper),
    periods: periodCount(signal.inARow, head.by, words),
  };
  const said = rule === 'beyond_limits' && measure !== 'value' ? 'beyond_measured' : rule;
  return words.say(`desk.cockpit.tile.says.${said}.${side}`, fillings);
}

function promiseVerdict({ target, row }: Tile, { figure, head, words }: TileContext): Verdict | null {
  if (target === null) return null;
  const { say, format } = words;
  const text = promiseText(target.value, figure, format);
  switch (target.verdict) {
    case 'kept': {
      const key = head.isRunning ? 'desk.cockpit.tile.says.keptSoFar' : 'desk.cockpit.tile.says.kept';
      return { sign: 'kept', text: say(key, { target: text }), isCalm: true };
    }
    case 'missed':
      return { sign: 'risk', text: say('desk.cockpit.tile.says.missed', { target: text }), isCalm: false };
    case 'open':
      return {
        sign: 'open',
        text:
          row.immature > 0 && row.bound !== null
            ? say('desk.cockpit.tile.says.openLater', { n: format.whole(row.immature) })
            : // Its unit stands with the interval, a line above.
              say('desk.cockpit.tile.says.openInterval', { target: text.split('\u202f')[0]! }),
        isCalm: false,
      };
    case 'too_few':
      return { sign: 'open', text: say('desk.cockpit.tile.says.tooFew'), isCalm: true };
  }
}

function usualVerdict({ chart }: Tile, { head, words }: TileContext): Verdict {
  const calm = (sign: SignName, key: 'running' | 'rare' | 'tooFewPoints' | 'noLimits' | 'usual'): Verdict => ({
    sign,
    text: words.say(`desk.cockpit.tile.says.${key}`),
    isCalm: true,
  });
  if (head.isRunning) return calm('open', 'running');
  if (!head.isWhole || chart === null) return calm('open', 'noLimits');
  if (chart.reason === 'rare_events') return calm('open', 'rare');
  if (chart.reason === 'too_few_points') return calm('open', 'tooFewPoints');
  return chart.center === null ? calm('open', 'noLimits') : calm('usual', 'usual');
}

/** How the value stands to that of the other period: `10,1 Pkt. unter Mai`; null without a comparison. */
export function changeText(
  tile: Tile,
  { figure, words, reference }: Pick<TileContext, 'figure' | 'words'> & { readonly reference: string },
): string | null {
  const change = tile.comparison?.change;
  const { say, format } = words;
  if (!change || change.difference === null) return null;
  const isShare = change.differenceUnit === 'pp';
  const relative = figure.kind === 'duration' || figure.kind === 'count' ? change.relativePct : null;
  const [size, digits] = relative === null ? [change.difference, isShare ? 1 : figure.digits] : [relative, 0];
  const shown = format.decimal(Math.abs(size), digits);
  if (Number(Math.abs(size).toFixed(digits)) === 0) return say('desk.cockpit.tile.same', { reference });
  const difference =
    relative === null ? (isShare ? say('desk.cockpit.tile.points', { value: shown }) : shown) : `${shown}\u202f%`;
  return say(size > 0 ? 'desk.cockpit.tile.above' : 'desk.cockpit.tile.below', { difference, reference });
}

/** Whether the difference to the other period may be chance; null where that was not tested. */
export function changeVerdict({ comparison }: Tile, { say }: TileTold): string | null {
  const verdict = comparison?.verdict ?? null;
  if (verdict === null || verdict === 'untested') return null;
  return say(`desk.cockpit.tile.difference.${verdict === 'unclear' ? 'unclear' : 'proven'}`);
}

/** `Intervall 87,4 bis 90,2`; for stocks without one: when it was taken. */
export function surenessText({ row }: Tile, { figure, head, words }: TileContext): string | null {
  const { say, format } = words;
  if (row.value === null) return null;
  const { low, high } = row;
  if (low !== null && high !== null) {
    const { values, unit } = intervalTold([low, high], figure, format);
    // Minutes may be told as hours: only then must the unit stand there.
    const isShown = figure.unit === 'minutes';
    return say('desk.cockpit.tile.interval', {
      low: values[0]!,
      high: isShown ? `${values[1]}\u202f${unit}` : values[1]!,
    });
  }
  if (figure.basis !== 'stock') return null;
  return say(head.isRunning ? 'desk.cockpit.tile.stockNow' : 'desk.cockpit.tile.stock');
}

/** Both ends of an interval. Those of counts are no counts, but decimals of them would claim too much. */
export function intervalTold(ends: readonly [low: number, high: number], figure: Measured, format: Format): Told {
  return format.told(figure.digits === 0 ? ends.map(Math.round) : ends, figure);
}

/** The name of a figure above its value: of a time, that it is the median. */
export function tileName({ name, kind }: TileFigure, { say }: Pick<TileTold, 'say'>): string {
  return kind === 'duration' ? say('desk.cockpit.tile.median', { name }) : name;
}

/** The value with what it is a bound of: `mindestens 5,5 %`. */
export function valueText({ row }: Pick<Tile, 'row'>, figure: TileFigure, { say, format }: TileTold): string {
  if (row.value === null) return say('desk.cockpit.tile.noValue');
  const value = format.withUnit(row.value, figure);
  if (row.bound === null) return value;
  return say(row.bound === 'at_least' ? 'desk.cockpit.tile.atLeast' : 'desk.cockpit.tile.atMost', { value });
}
