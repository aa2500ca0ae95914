import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
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
      <div className="import-body">
        {isLooking ? <TaskProgress told={told} /> : null}
        {told.task?.task === 'inspect' ? <FailureNote told={told} /> : null}
        {!isLooking && !isRemoved && lookedAt !== null && !inspection ? <Skeleton height={320} /> : null}
        {isOpen ? (
          <>
            <FileStep told={told} inspection={inspection} kept={kept} />
            <ImportStep title={words.say('desk.import.step.columns')} note={words.say('desk.import.step.columns.note')}>
              <MappingTools told={told} inspection={inspection} kept={kept} />
              <ColumnsStep told={told} inspection={inspection} kept={kept} />
            </ImportStep>
            <StatesStep told={told} inspection={inspection} kept={kept} />
          </>
        ) : null}
        {isOpen || (told.dryRun !== null && told.result === null) ? (
          <TryStep told={told} kept={kept} missing={missing} />
        ) : null}
        {isOpen || told.result !== null ? <RunStep told={told} kept={kept} /> : null}
      </div>
    </>
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
