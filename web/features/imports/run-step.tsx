import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { queries } from '#web/shell/queries.ts';
import { useWords, type Words } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { SignLine } from '#web/ui/sign-line.tsx';
import { FailureNote } from './failure-note.tsx';
import { ImportStep } from './import-step.tsx';
import { MonthTable } from './month-table.tsx';
import { fullMonth, monthName } from './report-months.ts';
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
  const isRunning = isAtWork(told) && told.task?.task === 'run';
  const isRun = told.task?.task === 'run';
  useFreshFigures(isRun && told.task?.state === 'done' ? told.task.endedAt : null);
  const start = (): void =>
    void kept.keep().then(
      () => run.mutate({}),
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
        <SignLine name="open">{say('desk.import.run.cancelled')}</SignLine>
      ) : null}
      {run.error ? <ErrorState title={say('desk.problem.part')} error={run.error} /> : null}
      {told.result !== null && !isRunning ? <Result told={told} /> : null}
      {told.file === 'stored' && !isRunning ? (
        <div className="import-do no-print">
          <Button look={mayRun(told) ? 'primary' : 'plain'} isDisabled={!mayRun(told) || run.isPending} onPress={start}>
            {runWords(told, words)}
          </Button>
          {mayRun(told) ? null : <span className="note">{waitWords(told, words)}</span>}
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
  const { dryRun } = told;
  return isResumed(told) || (dryRun?.isCurrent === true && dryRun.report.unreadableRows === 0);
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
  return (
    <>
      <ReportView told={told} report={report} />
      <div className="import-do no-print">
        {month === null ? null : (
          <Link to="/cockpit" search={{ period: month }} className="button button-primary">
            {say('desk.import.done.cockpit', { month: monthName(month, words) })}
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
