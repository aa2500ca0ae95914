import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { queries } from '#web/shell/queries.ts';
import { useWords, type Words } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { SignLine } from '#web/ui/sign-line.tsx';
import { FailureNote } from './failure-note.tsx';
import { ImportStep } from './import-step.tsx';
import { MonthTable } from './month-table.tsx';
import { RejectedChoice } from './rejected-choice.tsx';
import { fullMonth, lastMonth, monthName } from './report-months.ts';
import { ReportView } from './report-view.tsx';
import { TaskProgress } from './task-progress.tsx';
import type { KeptDraft } from './use-draft.ts';
import { type Import, isAtWork, useStep } from './use-imports.ts';

export interface RunStepProps {
  readonly told: Import;
  readonly kept: KeptDraft;
}

/** The import itself: how far it is, what became of it, and where its figures are. */
export function RunStep({ told, kept }: RunStepProps) {
  const words = useWords();
  const { say } = words;
  const run = useStep(told.id, 'runImport');
  const remove = useStep(told.id, 'removeImportFile');
  const rejected = rejectedOf(told);
  const [isSkipping, setSkipping] = useState(false);
  const isRunning = isAtWork(told) && told.task?.task === 'run';
  const isRun = told.task?.task === 'run';
  const isReady = mayRun(told) && (rejected === 0 || isSkipping);
  useFreshFigures(isRun && told.task?.state === 'done' ? told.task.endedAt : null);
  const start = (): void =>
    void kept.keep().then(
      () => run.mutate({ expectedMapping: kept.draft, unreadableRows: isSkipping ? 'skip' : 'refuse' }),
      () => undefined,
    );
  return (
    <ImportStep title={say('desk.import.step.run')} note={say('desk.import.step.run.note')}>
      {isRunning ? <TaskProgress told={told} isOwn={run.isSuccess} /> : null}
      {isRun ? <FailureNote told={told} /> : null}
      {isRun && told.task?.state === 'interrupted' ? (
        <SignLine name="risk">{say('desk.import.run.interrupted')}</SignLine>
      ) : null}
      {isRun && told.task?.state === 'cancelled' ? (
        <SignLine name="open">{cancelledWords(told, words)}</SignLine>
      ) : null}
      {run.error ? <ErrorState title={say('desk.problem.part')} error={run.error} /> : null}
      {told.result !== null && !isRunning ? <Result told={told} /> : null}
      {told.file === 'stored' && !isRunning && rejected > 0 ? (
        <RejectedChoice rejected={rejected} isSelected={isSkipping} onChange={setSkipping} />
      ) : null}
      {told.file === 'stored' && !isRunning ? (
        <div className="import-do no-print">
          <Button look={isReady ? 'primary' : 'plain'} isDisabled={!isReady || run.isPending} onPress={start}>
            {runWords(told, words)}
          </Button>
          {isReady ? null : <span className="note">{waitWords(told, words)}</span>}
          <Button look="quiet" isDisabled={isAtWork(told)} onPress={() => remove.mutate({})}>
            {say('desk.import.run.remove')}
          </Button>
        </div>
      ) : null}
      {told.file === 'removed' ? (
        <p className="note">{say(told.result ? 'desk.import.run.removed' : 'desk.import.run.removedTry')}</p>
      ) : null}
    </ImportStep>
  );
}

/** Once an import has ended, everything that was asked before is asked anew. */
function useFreshFigures(endedAt: string | null): void {
  useEffect(() => {
    if (endedAt === null) return;
    const own: readonly unknown[] = ['import', 'inspection'];
    void queries.invalidateQueries({ predicate: ({ queryKey }) => !own.includes(queryKey[0]) });
  }, [endedAt]);
}

/** Begun again it needs no other dry run: what was begun goes on. */
function isResumed({ task }: Import): boolean {
  return task?.task === 'run' && (task.state === 'interrupted' || task.state === 'cancelled');
}

function mayRun(told: Import): boolean {
  if (isAtWork(told) || told.draftProblems.length > 0) return false;
  return isResumed(told) || told.dryRun?.isCurrent === true;
}

/** How many rows the import would leave out, as its last dry run counted them. */
function rejectedOf({ dryRun }: Import): number {
  return dryRun?.isCurrent ? (dryRun.report.rowCounts?.rejected ?? dryRun.report.unreadableRows) : 0;
}

/** How much was written before it was called off, and what to do next. */
function cancelledWords({ task }: Import, { say, format }: Words): string {
  const written = task?.written ?? 0;
  if (written === 0) return say('desk.import.run.cancelled.none');
  return say('desk.import.run.cancelled', { n: format.whole(written), total: format.whole(task?.total ?? 0) });
}

function runWords(told: Import, { say, format }: Words): string {
  if (isResumed(told)) return say('desk.import.run.resume');
  const { added = 0, extended = 0 } = told.dryRun?.isCurrent ? told.dryRun.report.tickets : {};
  const n = added + extended;
  return n === 0 ? say('desk.import.run.doNothing') : say('desk.import.run.do', { n: format.whole(n) });
}

function waitWords({ dryRun }: Import, { say }: Words): string {
  return say(dryRun?.isCurrent ? 'desk.import.run.needsGood' : 'desk.import.run.needsTry');
}

function Result({ told }: { readonly told: Import }) {
  const words = useWords();
  const { say } = words;
  const report = told.result;
  if (report === null) return null;
  const month = fullMonth(report.months);
  const last = lastMonth(report.months);
  return (
    <>
      <ReportView told={told} report={report} />
      <div className="import-do no-print">
        {month === null ? null : (
          <Link to="/cockpit" search={{ period: month }} className="button button-primary">
            {say('desk.import.done.cockpit', { month: monthName(month, words) })}
          </Link>
        )}
        {last === null || last === month ? null : (
          <Link to="/cockpit" search={{ period: last }} className="button button-plain">
            {say('desk.import.done.lastMonth', { month: monthName(last, words) })}
          </Link>
        )}
        <Link to="/admin/import" search={{}} className="button button-plain">
          {say('desk.import.done.another')}
        </Link>
      </div>
      <MonthTable report={report} isLinked />
    </>
  );
}
