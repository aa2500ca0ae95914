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

/** What a tile says of its value: why there is none, else the signal, else the target, else that it is usual. */
export function verdictOf(tile: Tile, context: TileContext): Verdict {
  const { say } = context.words;
  const { row, signal } = tile;
  if (row.value === null) {
    const reason = row.reason ?? 'no_cases';
    return { sign: 'open', text: say(`desk.cockpit.tile.noValue.${reason}`), isCalm: true };
  }
  if (signal) return { sign: TONE_SIGNS[signal.tone], text: signalText(signal, context), isCalm: false };
  return targetVerdict(tile, context) ?? usualVerdict(tile, context);
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

function targetVerdict({ target, row, chart }: Tile, { figure, head, words }: TileContext): Verdict | null {
  if (target === null) return null;
  const { say, format } = words;
  const text = promiseText(target.value, figure, format);
  switch (target.verdict) {
    case 'kept': {
      const key = head.isRunning ? 'desk.cockpit.tile.says.keptSoFar' : 'desk.cockpit.tile.says.kept';
      return { sign: 'kept', text: say(key, { target: text }), isCalm: true };
    }
    case 'missed': {
      const isUsual = !head.isRunning && head.isWhole && chart !== null && chart.center !== null;
      const key = isUsual ? 'desk.cockpit.tile.says.missed' : 'desk.cockpit.tile.says.missedPlain';
      return { sign: 'risk', text: say(key, { target: text }), isCalm: false };
    }
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

/** Whether chance explains the change; null where nothing was tested. */
export function changeVerdict({ comparison }: Tile, { say }: TileTold): string | null {
  const verdict = comparison?.verdict ?? null;
  if (verdict === null || verdict === 'untested') return null;
  return say(`desk.cockpit.tile.verdict.${verdict}`);
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
