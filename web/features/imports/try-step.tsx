import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { SignLine } from '#web/ui/sign-line.tsx';
import { FailureNote } from './failure-note.tsx';
import { ImportStep } from './import-step.tsx';
import { ReportView } from './report-view.tsx';
import { TaskProgress } from './task-progress.tsx';
import type { KeptDraft } from './use-draft.ts';
import { type Import, isAtWork, useStep } from './use-imports.ts';

export interface TryStepProps {
  readonly told: Import;
  readonly kept: KeptDraft;
  /** How many things are still wrong or without a meaning. */
  readonly missing: number;
}

/** The dry run: what the import would do, as an equation that adds up. */
export function TryStep({ told, kept, missing }: TryStepProps) {
  const { say } = useWords();
  const tryOut = useStep(told.id, 'dryRunImport');
  const isTrying = isAtWork(told) && told.task?.task === 'dry_run';
  const { dryRun } = told;
  // After the real one there is a report that says more.
  const shown = told.result === null ? dryRun : null;
  const isReady = told.file === 'stored' && !isAtWork(told) && told.draftProblems.length === 0;
  const start = (): void =>
    void kept.keep().then(
      () => tryOut.mutate({ expectedMapping: kept.draft }),
      () => undefined,
    );
  const isNext = dryRun === null || !dryRun.isCurrent;
  return (
    <ImportStep title={say('desk.import.step.try')} note={say('desk.import.step.try.note')}>
      {isTrying ? <TaskProgress told={told} isOwn={tryOut.isSuccess} /> : null}
      {told.task?.task === 'dry_run' ? <FailureNote told={told} /> : null}
      {tryOut.error ? <ErrorState title={say('desk.problem.part')} error={tryOut.error} /> : null}
      {shown && !isTrying ? (
        <>
          {shown.isCurrent ? null : <SignLine name="open">{say('desk.import.try.stale')}</SignLine>}
          <ReportView told={told} report={shown.report} {...(told.file === 'stored' && { kept })} />
        </>
      ) : null}
      {told.file === 'stored' && !isTrying ? (
        <div className="import-do no-print">
          <Button
            look={isNext && missing === 0 ? 'primary' : 'plain'}
            isDisabled={!isReady || tryOut.isPending}
            onPress={start}
          >
            {say(dryRun === null ? 'desk.import.try.do' : 'desk.import.try.again')}
          </Button>
          {missing > 0 ? <span className="note">{say('desk.import.try.missing')}</span> : null}
        </div>
      ) : null}
    </ImportStep>
  );
}
