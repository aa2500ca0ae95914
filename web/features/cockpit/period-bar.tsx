import './period-bar.css';
import { useNavigate } from '@tanstack/react-router';
import type { Granularity } from '#core/periods/granularity.ts';
import { addDays, datePartsOf, parseLocalDate } from '#core/time/local-date.ts';
import { type FigureSearch, periodOf } from '#web/shell/figure-search.ts';
import { useToday } from '#web/shell/today.ts';
import { useWords, type Words } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { periodName, periodText } from '#web/ui/charts/period-words.ts';
import { Icon } from '#web/ui/icon.tsx';
import { Menu } from '#web/ui/menu.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import type { CockpitHead } from './cockpit-lines.ts';
import { PeriodRuler } from './period-ruler.tsx';
import { resized, rulerTicks, stepped } from './ruler-ticks.ts';

const LENGTHS = ['week', 'month', 'quarter', 'year'] as const;

export interface PeriodBarProps {
  readonly search: FigureSearch;
  /** Null until the first answer is there. */
  readonly head: CockpitHead | null;
}

/** The choice of the period: its length, and the tape; on a phone a step back and forth and a list. */
export function PeriodBar({ search, head }: PeriodBarProps) {
  const words = useWords();
  const { say } = words;
  const today = useToday();
  const navigate = useNavigate();
  const chosen = periodOf(search, today);
  const granularity: Granularity = chosen.granularity ?? 'month';
  const choose = (period: string): void => void navigate({ to: '/cockpit', search: { ...search, period } });
  const ticks = rulerTicks({
    granularity,
    today,
    chosen,
    references: referencesOf(head, words),
    firstDate: head?.firstAt ? parseLocalDate(words.format.isoDate(head.firstAt)) : null,
  });
  const step = (count: number) => stepped(granularity, chosen, { count, today });
  return (
    <div className="period-bar no-print">
      <Segmented
        label={say('desk.cockpit.length')}
        value={granularity}
        options={lengthsWith(granularity).map((value) => ({ value, label: say(`desk.cockpit.length.${value}`) }))}
        onChange={(length) => choose(resized(length, chosen, today))}
      />
      <div className="period-tape">
        <PeriodRuler granularity={granularity} ticks={ticks} onChoose={choose} />
      </div>
      <div className="period-steps">
        <StepButton label={say('desk.cockpit.earlier')} icon="left" token={step(-1)} onChoose={choose} />
        <Menu
          label={periodText(chosen, words)}
          ariaLabel={`${say('desk.cockpit.period')}: ${periodText(chosen, words)}`}
          entries={ticks.toReversed().map(({ token, from }) => ({
            id: token,
            label: periodName(datePartsOf(from), granularity, { words }),
          }))}
          selected={ticks.find((tick) => tick.isChosen)?.token ?? null}
          onAction={choose}
        />
        <StepButton label={say('desk.cockpit.later')} icon="right" token={step(1)} onChoose={choose} />
      </div>
    </div>
  );
}

interface StepButtonProps {
  readonly label: string;
  readonly icon: 'left' | 'right';
  /** Null: there is none. */
  readonly token: string | null;
  readonly onChoose: (token: string) => void;
}

function StepButton({ label, icon, token, onChoose }: StepButtonProps) {
  return (
    <Button
      aria-label={label}
      icon={<Icon name={icon} />}
      isDisabled={token === null}
      onPress={() => token !== null && onChoose(token)}
    />
  );
}

/** Days are no choice of the bar, but an address may ask for them. */
function lengthsWith(granularity: Granularity): readonly Granularity[] {
  return granularity === 'day' ? ['day', ...LENGTHS] : LENGTHS;
}

function referencesOf(head: CockpitHead | null, { format }: Words) {
  const reference = head?.comparison?.reference;
  if (!reference) return [];
  // A reference that is cut in the middle of its last day still reaches into that day.
  const lastDay = parseLocalDate(format.isoDate(Date.parse(reference.to) - 1000));
  return [{ from: parseLocalDate(format.isoDate(reference.from)), to: addDays(lastDay, 1) }];
}
