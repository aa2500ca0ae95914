import './figure.css';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { addDays, formatLocalDate } from '#core/time/local-date.ts';
import { askedPeriodName } from '#web/features/cockpit/period-names.ts';
import { TargetDialog } from '#web/features/cockpit/target-dialog.tsx';
import { badCount, badFacts } from '#web/features/cockpit/things.ts';
import { ApiProblem } from '#web/shell/api.ts';
import { useDimensions, useFigures } from '#web/shell/figure-queries.ts';
import { type FigureSearch, withoutSplit } from '#web/shell/figure-search.ts';
import { useShortcuts } from '#web/shell/shortcuts.ts';
import { useToday } from '#web/shell/today.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { chartSentence } from '#web/ui/charts/chart-sentence.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { FailedPage } from '#web/ui/failed-page.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { KeyCap } from '#web/ui/key-cap.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Part } from '#web/ui/part.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { BaselineDialog, NoteDialog } from './annotation-dialogs.tsx';
import { Annotations } from './annotations.tsx';
import { Counted } from './counted.tsx';
import { Course } from './course.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FigureControls } from './figure-controls.tsx';
import { FigureNumbers } from './figure-numbers.tsx';
import type { Figure, Row } from './figure-things.ts';
import { endedFrom, headOf, tileOf } from './figure-tile.ts';
import { seenThings } from './figure-words.ts';
import { Splits } from './splits.tsx';
import { Spread } from './spread.tsx';
import { Then } from './then.tsx';
import { questionOf, useChart, useNotes, useSplit, useTargets, useValue, useYearBefore } from './use-figure.ts';

/** One figure: its value, its course with what chance explains, where it comes from, and how it is counted. */
export function FigurePage() {
  const { figure: id } = useParams({ from: '/cockpit/$figure' });
  const search = useSearch({ from: '/cockpit/$figure' });
  const { say } = useWords();
  const today = useToday();
  const question = questionOf(search, today);
  const value = useValue(id, question);
  useNeighbourKeys(id, search);
  const { data, isError, error, refetch } = value;
  if (error instanceof ApiProblem && error.code === 'not_found') return <UnknownFigure search={search} />;
  if (isError) return <FailedPage title={say('desk.figure.problem')} error={error} onRetry={() => void refetch()} />;
  const row = data?.rows[0];
  if (!data || !row || data.figure.id !== id) return <ComingFigure />;
  return <LoadedFigure figure={data.figure} row={row} answer={data} search={search} isOld={value.isPlaceholderData} />;
}

interface LoadedFigureProps {
  readonly figure: Figure;
  readonly row: Row;
  readonly answer: NonNullable<ReturnType<typeof useValue>['data']>;
  readonly search: FigureSearch;
  /** The answer to another question, until the one to this is there. */
  readonly isOld: boolean;
}

type Open = 'target' | 'note' | 'baseline';

function LoadedFigure({ figure, row, answer, search, isOld }: LoadedFigureProps) {
  const words = useWords();
  const { say } = words;
  const today = useToday();
  const question = questionOf(search, today);
  const chart = useChart(figure.id, question);
  const targets = useTargets(figure.id).data?.versions ?? [];
  const notes = useNotes(figure.id, question).data?.notes ?? [];
  const dimensions = useDimensions().data?.dimensions ?? [];
  const dimension = splitOf(figure, search);
  const split = useSplit(figure.id, question, dimension);
  const yearBefore = useYearBefore(figure.id, question).data;
  const [open, setOpen] = useState<Open | null>(null);
  const course = useRef<HTMLElement>(null);
  const { asOf, timeZone } = answer;
  const told = (comparison: typeof answer.comparison) => {
    const parts = { figure, row, comparison, chart: chart.data?.charts[0] ?? null, targets, end: question.to };
    return { tile: tileOf(parts), head: headOf(parts, question, { asOf, timeZone }) };
  };
  const { tile, head } = told(answer.comparison);
  const sentence = tile.chart
    ? chartSentence(told(null).tile.chart!, { by: head.by, better: figure.better, words })
    : '';
  const close = () => setOpen(null);
  return (
    <div className={isOld ? 'figure-page figure-old' : 'figure-page'} aria-busy={isOld}>
      <FigureHead figure={figure} row={row} search={search} period={askedPeriodName(head, words)}>
        <ExportMenu figure={figure} question={question} head={head} course={course} title={sentence} />
      </FigureHead>
      <FigureControls figure={figure} search={search} dimensions={dimensions} split={dimension} />
      <p className="note only-print">
        {askedPeriodName(head, words)} ·{' '}
        {say('desk.figure.how.version', { version: figure.definitionVersion, moment: words.format.moment(asOf) })}
      </p>
      <FigureNumbers
        figure={figure}
        tile={tile}
        head={head}
        yearBefore={yearBefore?.comparison ? told(yearBefore.comparison) : null}
        endedFrom={endedFrom(targets)}
        onSetTarget={() => setOpen('target')}
      />
      <div className="figure-middle">
        <section className="figure-course" ref={course} aria-label={say('desk.figure.chart')}>
          <Part resetKey={`${figure.id}${JSON.stringify(question.chart)}`}>
            {chart.isError ? (
              <ErrorState
                title={say('desk.figure.chart.problem')}
                error={chart.error}
                onRetry={() => void chart.refetch()}
              />
            ) : chart.data ? (
              <Course
                figure={figure}
                search={search}
                chart={chart.data.charts[0] ?? null}
                tile={tile}
                head={head}
                notes={notes}
                targets={targets}
              />
            ) : (
              <Skeleton height={358} />
            )}
          </Part>
          <Annotations
            figure={figure}
            notes={notes}
            knownAt={search.asOf === undefined ? null : asOf}
            onAddNote={() => setOpen('note')}
            onNewBaseline={() => setOpen('baseline')}
          />
        </section>
        <Counted figure={figure} search={search} tile={tile} asOf={asOf} />
      </div>
      <Part>
        <Spread figure={figure} search={search} question={question} />
      </Part>
      {dimension === null ? null : (
        <Part resetKey={dimension}>
          <Splits
            figure={figure}
            search={search}
            dimensions={dimensions}
            split={split}
            row={row}
            target={figure.kind === 'count' ? null : (tile.target?.value ?? null)}
          />
        </Part>
      )}
      <Part>
        <Then figure={figure} search={search} question={question} today={today} />
      </Part>
      <TargetDialog figure={figure} isOpen={open === 'target'} onClose={close} />
      {open === 'note' ? (
        <NoteDialog
          figure={figure}
          search={search}
          dimensions={dimensions}
          on={formatLocalDate(question.to > today ? today : addDays(question.to, -1))}
          onClose={close}
        />
      ) : null}
      {open === 'baseline' ? (
        <BaselineDialog figure={figure} from={formatLocalDate(question.from)} onClose={close} />
      ) : null}
    </div>
  );
}

/** The figures before and after this one, also while it is still coming, so that nobody has to wait between two keys. */
function useNeighbourKeys(id: string, search: FigureSearch): void {
  const navigate = useNavigate();
  const ids: readonly string[] = useFigures().data?.figures.map((one) => one.id) ?? [];
  const go = (step: number): void => {
    const place = ids.indexOf(id);
    const figure = ids[(place + step + ids.length) % ids.length];
    if (place < 0 || figure === undefined) return;
    void navigate({ to: '/cockpit/$figure', params: { figure }, search: withoutSplit(search) });
  };
  useShortcuts([
    { id: 'figure.previous', keys: '[', label: 'desk.figure.previousKey', group: 'page', run: () => go(-1) },
    { id: 'figure.next', keys: ']', label: 'desk.figure.nextKey', group: 'page', run: () => go(1) },
  ]);
}

/** The dimension of the address when the figure has it, else its own, else the service. */
function splitOf({ splitBy, naturalSplit }: Figure, { split, where = [] }: FigureSearch): string | null {
  const own: readonly string[] = splitBy;
  const isFree = (one: string) => own.includes(one) && !where.some((filter) => filter.startsWith(`${one}=`));
  if (split !== undefined && own.includes(split)) return split;
  return [naturalSplit, 'service', 'team', ...own].find((one) => one !== null && isFree(one)) ?? null;
}

interface FigureHeadProps {
  readonly figure: Figure;
  readonly row: Row;
  readonly search: FigureSearch;
  readonly period: string;
  readonly children: ReactNode;
}

function FigureHead({ figure, row, search, period, children }: FigureHeadProps) {
  const words = useWords();
  const { say } = words;
  const navigate = useNavigate();
  const list = {
    to: '/q/$figure',
    params: { figure: figure.id },
    search: { ...withoutSplit(search), ...badFacts(figure) },
  } as const;
  useShortcuts([
    { id: 'figure.see', keys: 'enter', label: 'desk.figure.behindKey', group: 'page', run: () => void navigate(list) },
    { id: 'figure.print', keys: 'p', label: 'desk.figure.printKey', group: 'page', run: () => window.print() },
  ]);
  const controlKey = words.sayLoosely('desk.keys.control') ?? 'Ctrl';
  return (
    <PageHead
      title={figure.name}
      above={
        <div className="figure-crumbs">
          <span>
            <Link to="/cockpit" search={withoutSplit(search)}>
              {say('desk.figure.cockpit')}
            </Link>
            {' / '}
            {period}
          </span>
          <span className="figure-neighbours no-print" aria-hidden="true">
            <KeyCap keys="[ ]" controlKey={controlKey} /> {say('desk.figure.next')}
          </span>
        </div>
      }
      actions={
        <>
          {children}
          <Button icon={<Icon name="print" />} onPress={() => window.print()}>
            {say('desk.print')}
          </Button>
          {badCount(row, figure) > 0 ? (
            <ButtonLink look="primary" keyCap="Enter" {...list}>
              {say('desk.figure.see', { things: seenThings(row, figure, words) })}
            </ButtonLink>
          ) : null}
        </>
      }
    />
  );
}

function UnknownFigure({ search }: { readonly search: FigureSearch }) {
  const { say } = useWords();
  return (
    <>
      <PageHead title={say('desk.figure.unknown')} />
      <EmptyState
        title={say('desk.figure.unknownText')}
        action={
          <Link to="/cockpit" search={withoutSplit(search)}>
            {say('desk.figure.toCockpit')}
          </Link>
        }
      />
    </>
  );
}

function ComingFigure() {
  return (
    <div className="figure-page" aria-busy="true">
      <Skeleton width={360} height={76} />
      <Skeleton height={96} />
      <Skeleton height={380} />
    </div>
  );
}
