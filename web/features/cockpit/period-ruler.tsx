import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Granularity } from '#core/periods/granularity.ts';
import { isoWeekOf } from '#core/periods/iso-week.ts';
import { datePartsOf } from '#core/time/local-date.ts';
import { useWords, type Words } from '#web/shell/words.tsx';
import { monthNamesOf, periodName } from '#web/ui/charts/period-words.ts';
import type { RulerTick } from './ruler-ticks.ts';

export interface PeriodRulerProps {
  readonly granularity: Granularity;
  readonly ticks: readonly RulerTick[];
  readonly onChoose: (token: string) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** A measuring tape of periods: the chosen one is a solid bar, what it is compared with a hollow one. */
export function PeriodRuler({ granularity, ticks, onChoose }: PeriodRulerProps) {
  const words = useWords();
  const tape = useRef<HTMLDivElement>(null);
  const movedByKey = useRef(false);
  const chosen = ticks.findIndex((tick) => tick.isChosen);
  useEffect(() => {
    if (!movedByKey.current) return;
    movedByKey.current = false;
    tape.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = chosen === -1 ? ticks.length - 1 : chosen;
    const step = STEPS[event.key];
    const target =
      step !== undefined ? from + step : event.key === 'Home' ? 0 : event.key === 'End' ? ticks.length - 1 : null;
    const tick = target === null ? undefined : ticks[target];
    if (tick === undefined) return;
    event.preventDefault();
    movedByKey.current = true;
    onChoose(tick.token);
  };
  return (
    <div
      ref={tape}
      className="ruler"
      role="radiogroup"
      aria-label={words.say('desk.cockpit.period')}
      onKeyDown={onKeyDown}
    >
      {ticks.map((tick, index) => (
        <RulerMark
          key={tick.token}
          tick={tick}
          granularity={granularity}
          words={words}
          isTabStop={tick.isChosen || (chosen === -1 && index === ticks.length - 1)}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

interface RulerMarkProps {
  readonly tick: RulerTick;
  readonly granularity: Granularity;
  readonly words: Words;
  readonly isTabStop: boolean;
  readonly onChoose: (token: string) => void;
}

function RulerMark({ tick, granularity, words, isTabStop, onChoose }: RulerMarkProps) {
  const { isChosen, isReference, isRunning, isBlank, isLong, token } = tick;
  const states = { isChosen, isReference, isRunning, isBlank, isLong };
  const classes = Object.entries(states).flatMap(([name, is]) => (is ? [`ruler-${name.slice(2).toLowerCase()}`] : []));
  const name = periodName(datePartsOf(tick.from), granularity, { words });
  const notes = [
    isRunning ? words.say('desk.cockpit.runs') : null,
    isReference ? words.say('desk.cockpit.reference') : null,
  ].filter((note) => note !== null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of radio inputs could not be drawn as a tape.
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      aria-label={notes.length === 0 ? name : `${name} (${notes.join(', ')})`}
      tabIndex={isTabStop ? 0 : -1}
      className={['ruler-tick', ...classes].join(' ')}
      onClick={() => onChoose(token)}
    >
      <span aria-hidden="true">{shortName(tick, granularity, words)}</span>
      {isLong ? (
        <span className="ruler-below" aria-hidden="true">
          {longName(tick, granularity, words)}
        </span>
      ) : null}
    </button>
  );
}

function shortName({ from }: RulerTick, granularity: Granularity, { language }: Words): string {
  const { year, month, day } = datePartsOf(from);
  switch (granularity) {
    case 'day':
      return String(day);
    case 'week':
      return String(isoWeekOf(from).week);
    case 'month':
      return monthNamesOf(language).short[month - 1]!.slice(0, 3);
    case 'quarter':
      return `Q${Math.ceil(month / 3)}`;
    case 'year':
      return String(year);
  }
}

function longName({ from }: RulerTick, granularity: Granularity, { language }: Words): string {
  const { year, month } = datePartsOf(from);
  if (granularity === 'year') return '';
  if (granularity === 'week') return String(isoWeekOf(from).year);
  return granularity === 'day' ? monthNamesOf(language).short[month - 1]! : String(year);
}
