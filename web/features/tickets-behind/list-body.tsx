import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import type { FactGridProps } from './fact-grid.tsx';
import { LiftFilter } from './lift-filter.tsx';
import type { ListSearch } from './list-search.ts';
import { emptyWords, type ListTime } from './list-words.ts';
import { ShownRows } from './shown-rows.tsx';
import type { FactRows } from './use-fact-rows.ts';

export interface ListBodyProps extends FactGridProps {
  readonly search: ListSearch;
  readonly time: ListTime;
  readonly facts: FactRows;
  readonly find: string;
  readonly onClearFind: () => void;
}

/** The rows, or in words why there are none. */
export function ListBody(props: ListBodyProps) {
  const { figure, search, time, facts, find, onClearFind, ...grid } = props;
  const words = useWords();
  const { say, format } = words;
  const { error, retry, rows, tabs } = facts;
  if (error !== null && rows.length === 0) {
    return <ErrorState title={say('desk.list.problem')} error={error} onRetry={retry} />;
  }
  if (facts.isLoading || tabs === null) return <ComingRows />;
  if (rows.length === 0) {
    const { title, text } = emptyWords(figure, search, { tabs, time, words });
    return (
      <EmptyState title={title}>
        <p className="muted">{text}</p>
        <LiftFilter figure={figure} search={search} names={facts.names} />
      </EmptyState>
    );
  }
  if (grid.rows.length === 0) {
    const n = format.whole(rows.length);
    return (
      <EmptyState
        title={say('desk.list.empty.find', { find })}
        action={<Button onPress={onClearFind}>{say('desk.list.clearFind')}</Button>}
      >
        <p className="muted">
          {say(facts.isComplete ? 'desk.list.empty.findText' : 'desk.list.empty.findLoading', { n })}
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      {error === null ? null : <ErrorState title={say('desk.list.problem')} error={error} onRetry={retry} />}
      <ShownRows figure={figure} {...grid} />
    </>
  );
}

function ComingRows() {
  const { say } = useWords();
  return (
    <div className="list-coming" role="status" aria-busy="true">
      <span className="visually-hidden">{say('desk.loading')}</span>
      {Array.from({ length: 12 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all are alike
        <Skeleton key={index} height={14} width={`${90 - (index % 4) * 8}%`} />
      ))}
    </div>
  );
}
