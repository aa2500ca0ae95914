import { Link } from '@tanstack/react-router';
import { datePartsOf } from '#core/time/local-date.ts';
import type { FigureSearch } from '#web/shell/figure-search.ts';
import { useWords } from '#web/shell/words.tsx';
import { periodName } from '#web/ui/charts/period-words.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import type { CockpitHead } from './cockpit-lines.ts';
import { type Blank, lastMonthRecorded } from './recorded.ts';

export interface BlankPeriodProps {
  readonly head: CockpitHead;
  readonly blank: NonNullable<Blank>;
  readonly search: FigureSearch;
}

/** Instead of figures of a period without any data: since when there are some, and the way there. */
export function BlankPeriod({ head, blank, search }: BlankPeriodProps) {
  const words = useWords();
  const { say, format } = words;
  const { firstAt, lastAt } = head;
  if (firstAt === null) return null;
  const month = lastMonthRecorded({ firstAt, lastAt }, format);
  return (
    <div className="findings-none">
      <EmptyState
        title={say(`desk.cockpit.blank.${blank}`)}
        action={
          <Link to="/cockpit" search={{ ...search, period: month.token }}>
            {say('desk.cockpit.blank.last', { month: periodName(datePartsOf(month.from), 'month', { words }) })}
          </Link>
        }
      >
        {say('desk.cockpit.blank.known', { from: format.date(firstAt), to: format.date(lastAt ?? firstAt) })}
      </EmptyState>
    </div>
  );
}
