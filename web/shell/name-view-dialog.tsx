import { type FormEvent, useState } from 'react';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { ApiProblem } from './api.ts';
import { useWords } from './words.tsx';

export interface NameViewDialogProps {
  readonly title: string;
  readonly name: string;
  readonly hint?: string;
  readonly onSave: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

const longestName = 80;

/** Asks for the name of a view. It closes once that is kept; what went wrong stands at the field. */
export function NameViewDialog({ title, name: before, hint, onSave, onClose }: NameViewDialogProps) {
  const { say } = useWords();
  const [name, setName] = useState(before);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await onSave(name);
      onClose();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const told = error.issues.map(({ detail }) => detail).join(' ') || error.message;
      setProblem(error.code === 'unreachable' ? say('desk.problem.unreachable') : told);
    }
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('desk.cancel')}</Button>
          <Button type="submit" form="name-view" look="primary">
            {say('desk.save')}
          </Button>
        </>
      }
    >
      <form id="name-view" onSubmit={(event) => void save(event)}>
        <TextField
          label={say('desk.views.name')}
          {...(hint === undefined ? {} : { hint })}
          autoFocus
          maxLength={longestName}
          value={name}
          onChange={(text) => {
            setName(text);
            setProblem(null);
          }}
          error={problem}
        />
      </form>
    </Dialog>
  );
}
