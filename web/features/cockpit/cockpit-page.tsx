import './cockpit.css';
import { Navigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FigureSearch } from '#web/shell/figure-search.ts';
import { periodOf, unknownPeriodOf } from '#web/shell/figure-search.ts';
import { useMay } from '#web/shell/session.ts';
import { useToday } from '#web/shell/today.ts';
import { useWords, type Words } from '#web/shell/words.tsx';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { periodText } from '#web/ui/charts/period-words.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { BlankPeriod } from './blank-period.tsx';
import { type Cockpit, cutOff } from './cockpit-lines.ts';
import { FindingsRow } from './findings-row.tsx';
import { GroupRow } from './group-row.tsx';
import { PeriodBar } from './period-bar.tsx';
import { askedPeriodName, comparedName } from './period-names.ts';
import { blankOf, openingPeriod, promisesOf, rangesOf, recordsEnd } from './recorded.ts';
import { ComingTile } from './tile.tsx';
import { useCockpit } from './use-cockpit.ts';
import { useCockpitKeys } from './use-cockpit-keys.ts';
import { FilterChips, ViewControls } from './view-controls.tsx';

/** All headline figures of one period: what stands out, and a tile for each. */
export function CockpitPage() {
  const search = useSearch({ from: '/cockpit' });
  const { say, format } = useWords();
  const { data, isError, error, refetch, isPlaceholderData } = useCockpit(search);
  useCockpitKeys(search);
  const retry = (): void => void refetch();
  if (data?.head.firstAt === null) return <EmptyDesk />;
  const opening = data && !isPlaceholderData ? openingPeriod(search, data.head, format) : null;
  if (opening !== null) return <Navigate to="/cockpit" search={{ ...search, period: opening }} replace />;
  return (
    <div className="cockpit">
      <CockpitHeader search={search} cockpit={isPlaceholderData ? null : (data ?? null)} />
      <PeriodBar search={search} head={isPlaceholderData ? null : (data?.head ?? null)} />
      <FilterChips search={search} />
      <div className={isPlaceholderData ? 'cockpit-body cockpit-old' : 'cockpit-body'} aria-busy={isPlaceholderData}>
        {isError ? (
          <ErrorState title={say(data ? 'desk.cockpit.partly' : 'desk.problem.page')} error={error} onRetry={retry} />
        ) : null}
        {data ? (
          <CockpitBody cockpit={isError ? cutOff(data) : data} search={search} isOver={isError} />
        ) : isError ? null : (
          <ComingBody />
        )}
      </div>
    </div>
  );
}

interface CockpitBodyProps {
  readonly cockpit: Cockpit;
  readonly search: FigureSearch;
  /** Nothing more will come: what stands out was never told. */
  readonly isOver: boolean;
}

function CockpitBody({ cockpit, search, isOver }: CockpitBodyProps) {
  const blank = blankOf(cockpit.head);
  if (blank) return <BlankPeriod head={cockpit.head} blank={blank} search={search} />;
  return (
    <>
      {cockpit.findings === null && isOver ? null : <FindingsRow cockpit={cockpit} search={search} />}
      {cockpit.head.groups.map((group) => (
        <GroupRow key={group.id} group={group} cockpit={cockpit} search={search} />
      ))}
    </>
  );
}

interface CockpitHeaderProps {
  readonly search: FigureSearch;
  /** Null until the answer to this very question has begun. */
  readonly cockpit: Cockpit | null;
}

function CockpitHeader({ search, cockpit }: CockpitHeaderProps) {
  const words = useWords();
  const today = useToday();
  const period = cockpit ? askedPeriodName(cockpit.head, words) : periodText(periodOf(search, today), words);
  return (
    <PageHead
      title={titleOf(period, cockpit, words)}
      below={cockpit ? noteOf(cockpit, search, words) : <>&nbsp;</>}
      actions={<ViewControls search={search} />}
    />
  );
}

/** The finding as the title; the period alone until it is known. */
function titleOf(period: string, cockpit: Cockpit | null, { say, format }: Words): string {
  if (cockpit && blankOf(cockpit.head)) return say('desk.cockpit.title.blank', { period });
  const tally = cockpit?.findings?.tally;
  if (!tally) return period;
  const all = format.whole(tally.figures);
  // Without a usual range and without a promise nothing can stand out: that is no good news.
  if (tally.standOut === 0 && !isJudged(cockpit)) return say('desk.cockpit.title.unjudged', { period });
  if (tally.standOut === 0) return say('desk.cockpit.title.none', { period, all });
  if (tally.standOut === 1) return say('desk.cockpit.title.one', { period, all });
  return say('desk.cockpit.title.many', { period, all, n: format.whole(tally.standOut) });
}

/** Whether there is a usual range or a promise that a figure could be held to. */
function isJudged(cockpit: Cockpit): boolean {
  return rangesOf(cockpit).ranged > 0 || promisesOf(cockpit) > 0;
}

function noteOf({ head }: Cockpit, search: FigureSearch, words: Words): ReactNode {
  const { say, format } = words;
  const unknown = unknownPeriodOf(search);
  const ended = recordsEnd(head);
  const parts = [
    ...(unknown === null ? [] : [say('desk.cockpit.unknownPeriod', { word: unknown })]),
    comparedName(head, words) ?? say('desk.cockpit.notCompared'),
    ...(ended === null ? [] : [say('desk.cockpit.dataUntil', { date: format.date(ended) })]),
    say('desk.cockpit.asOf', { moment: format.moment(head.asOf) }),
    say('desk.cockpit.noPersons'),
  ];
  return parts.join(' · ');
}

/** Nothing has come in yet: what to do next. */
function EmptyDesk() {
  const { say } = useWords();
  const mayImport = useMay('imports.run');
  return (
    <div className="cockpit">
      <PageHead title={say('desk.cockpit.title.empty')} />
      <div className="cockpit-body">
        <EmptyState
          title={say(mayImport ? 'desk.cockpit.empty.title' : 'desk.cockpit.empty.denied')}
          action={
            mayImport ? (
              <ButtonLink to="/admin/import" look="primary">
                {say('desk.cockpit.empty.import')}
              </ButtonLink>
            ) : null
          }
        >
          <p>{say('desk.cockpit.empty')}</p>
          <p className="note">{say('desk.cockpit.empty.demo')}</p>
        </EmptyState>
      </div>
    </div>
  );
}

/** As many rows as there are groups, and as many tiles as a row has room for. */
const PLACES = [1, 2, 3, 4];

/** Before anything is known there is the frame of the rows alone, so that nothing jumps. */
function ComingBody() {
  const { say } = useWords();
  return (
    <div role="status" aria-label={say('desk.cockpit.loading')}>
      <div className="cockpit-row findings">
        <div className="cockpit-margin">
          <Skeleton width={90} height={16} />
        </div>
      </div>
      {PLACES.map((row) => (
        <div key={row} className="cockpit-row group">
          <div className="cockpit-margin">
            <Skeleton width={90} height={16} />
          </div>
          <div className="tiles">
            {PLACES.map((place) => (
              <div key={place} className="tile">
                <Skeleton width={120} height={16} />
                <ComingTile />
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
