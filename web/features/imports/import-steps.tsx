import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { useWords, type Words } from '#web/shell/words.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { FailureNote } from './failure-note.tsx';
import { FileStep } from './file-step.tsx';
import { ImportStep } from './import-step.tsx';
import { importTitle, sizeWords } from './import-words.ts';
import { valuesWithoutMeaning } from './mapping-draft.ts';
import { MappingTools } from './mapping-tools.tsx';
import { RunStep } from './run-step.tsx';
import { StatesStep } from './states-step.tsx';
import { statusValues } from './status-values.ts';
import { TaskProgress } from './task-progress.tsx';
import { TryStep } from './try-step.tsx';
import { useDraft } from './use-draft.ts';
import { type Import, isAtWork, useInspection } from './use-imports.ts';

/** All steps of one import, from what stands in its file to what became of it. */
export function ImportSteps({ told }: { readonly told: Import }) {
  const words = useWords();
  const lookedAt = useLastLook(told);
  const { data: inspection } = useInspection(told.id, lookedAt);
  const kept = useDraft(told, lookedAt);
  const withoutMeaning = inspection ? valuesWithoutMeaning(kept.draft, statusValues(kept.draft, inspection) ?? []) : [];
  const missing = told.draftProblems.length + withoutMeaning.length;
  const title = importTitle({ told, rows: inspection?.rows ?? null, missing }, words);
  const isLooking = isAtWork(told) && told.task?.task === 'inspect';
  const isRemoved = told.file === 'removed';
  const isOpen = inspection !== undefined && !isRemoved;
  return (
    <>
      <PageHead title={title} above={<BackLink />} below={uploadWords(told, words)} />
      <p role="status" className="visually-hidden">
        {title}
      </p>
      <div className="import-body">
        {isLooking ? <TaskProgress told={told} /> : null}
        {told.task?.task === 'inspect' ? <FailureNote told={told} /> : null}
        {told.task?.task === 'inspect' && told.task.state === 'failed' ? (
          <p className="no-print">
            <Link to="/admin/import" search={{}} className="button button-primary">
              {words.say('desk.import.done.other')}
            </Link>
          </p>
        ) : null}
        {!isLooking && !isRemoved && lookedAt !== null && !inspection ? <Skeleton height={320} /> : null}
        {isOpen ? (
          <Reading isSettled={isSettled(told)}>
            <FileStep told={told} inspection={inspection} kept={kept} />
            <ImportStep title={words.say('desk.import.step.columns')} note={words.say('desk.import.step.columns.note')}>
              <MappingTools told={told} inspection={inspection} kept={kept} />
              <ColumnsStep told={told} inspection={inspection} kept={kept} />
            </ImportStep>
            <StatesStep told={told} inspection={inspection} kept={kept} />
          </Reading>
        ) : null}
        {isOpen || (told.dryRun !== null && told.result === null) ? (
          <TryStep told={told} kept={kept} missing={missing} />
        ) : null}
        {isOpen || told.result !== null ? <RunStep told={told} kept={kept} /> : null}
      </div>
    </>
  );
}

/** Whether there is something to show that matters more than how the file is read. */
function isSettled(told: Import): boolean {
  if (told.result !== null || told.dryRun?.isCurrent) return true;
  return isAtWork(told) && told.task?.task !== 'inspect';
}

interface ReadingProps {
  readonly isSettled: boolean;
  readonly children: ReactNode;
}

/**
 * How the file is read. It folds away when a dry run or the import has begun, so that what came of it stands on top, and
 * stays open while somebody changes it.
 */
function Reading({ isSettled: isDone, children }: ReadingProps) {
  const { say } = useWords();
  const [isShown, setShown] = useState(!isDone);
  const [wasDone, setWasDone] = useState(isDone);
  if (wasDone !== isDone) {
    setWasDone(isDone);
    if (isDone) setShown(false);
  }
  return (
    <details
      className={isDone || !isShown ? 'import-reading import-reading-done' : 'import-reading'}
      open={isShown}
      onToggle={({ currentTarget }) => setShown(currentTarget.open)}
    >
      <summary>{say('desk.import.reading')}</summary>
      {children}
    </details>
  );
}

/** When the file was last looked at, as long as this page knows; null before the first look has ended. */
function useLastLook({ task, draft }: Import): string | null {
  const last = useRef<string | null>(null);
  if (task?.task === 'inspect' && task.state === 'done') last.current = task.endedAt;
  else if (last.current === null && draft !== null) last.current = 'before';
  return last.current;
}

function BackLink() {
  const { say } = useWords();
  return (
    <Link to="/admin/import" search={{}}>
      {say('desk.import.back')}
    </Link>
  );
}

function uploadWords({ createdAt, createdBy, byteCount }: Import, words: Words): string {
  const { say, format } = words;
  const parts = { moment: format.moment(createdAt), size: sizeWords(byteCount, words) };
  return createdBy === null
    ? say('desk.import.uploaded', parts)
    : say('desk.import.uploadedBy', { ...parts, name: createdBy });
}
