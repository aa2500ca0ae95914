import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { ImportBar } from './import-bar.tsx';
import { partDone, sizeWords } from './import-words.ts';
import { type Import, useStep } from './use-imports.ts';

export interface TaskProgressProps {
  readonly told: Import;
  /** Whoever is at this page has begun it: the focus goes from the button that began it to the one that ends it. */
  readonly isOwn?: boolean;
}

/** How far the task of an import is, with the way to call it off. */
export function TaskProgress({ told, isOwn = false }: TaskProgressProps) {
  const words = useWords();
  const { say, format } = words;
  const cancel = useStep(told.id, 'cancelImport');
  const { task } = told;
  if (task === null) return null;
  const label = (): string => {
    const { phase, done, total } = task;
    if (task.state === 'waiting' || phase === null) return say('desk.import.progress.waiting');
    if (phase === 'reading') {
      return say('desk.import.progress.reading', { done: sizeWords(done, words), total: sizeWords(total, words) });
    }
    const counts = { done: format.whole(done), total: format.whole(total) };
    return say(task.task === 'dry_run' ? 'desk.import.progress.comparing' : 'desk.import.progress.writing', counts);
  };
  return (
    <div className="import-sending">
      <ImportBar label={label()} part={partDone(task)} note={say('desk.import.progress.reload')} />
      <Button autoFocus={isOwn} isDisabled={cancel.isPending} onPress={() => cancel.mutate({})}>
        {say('desk.import.run.stop')}
      </Button>
    </div>
  );
}
