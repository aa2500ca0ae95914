import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { ApiProblem, askApi } from '#web/shell/api.ts';
import type { Dimension, Dimensions } from '#web/shell/dimension-words.ts';
import { type FigureSearch, filterParts } from '#web/shell/figure-search.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { Figure } from './figure-things.ts';
import { filterText } from './figure-words.ts';
import { refreshAnnotated } from './use-figure.ts';

interface DialogProps {
  readonly figure: Figure;
  readonly onClose: () => void;
}

type Wrong<Field extends string> = Partial<Record<Field, string>>;

export interface NoteDialogProps extends DialogProps {
  readonly search: FigureSearch;
  readonly dimensions: Dimensions;
  /** The day that is offered. */
  readonly on: string;
}

/** Writes what happened on a day into the charts. */
export function NoteDialog({ figure, search, dimensions, on: offered, onClose }: NoteDialogProps) {
  const words = useWords();
  const { say } = words;
  const form = useId();
  const [text, setText] = useState('');
  const [on, setOn] = useState<string | null>(offered);
  const [scope, setScope] = useState<'all' | 'this'>('all');
  const [filter, setFilter] = useState(search.where?.[0] ?? '');
  const [wrong, setWrong] = useState<Wrong<'text' | 'on'>>({});
  const add = useMutation({
    mutationFn: (day: string) => {
      const { dimension, value } = filterParts(filter);
      const split = { dimension: dimension as Dimension, value };
      const figureId = scope === 'this' ? { figure: figure.id } : {};
      return askApi('addNote', { body: { on: day, text, ...figureId, ...(filter === '' ? {} : { split }) } });
    },
    onSuccess: async () => {
      await refreshAnnotated();
      onClose();
    },
    onError: (error) => setWrong(issuesOf(error, ['text', 'on'])),
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const found: Wrong<'text' | 'on'> = {
      ...(text.trim() === '' ? { text: say('desk.figure.noteDialog.textMissing') } : {}),
      ...(on === null ? { on: say('desk.figure.noteDialog.onMissing') } : {}),
    };
    setWrong(found);
    if (on !== null && Object.keys(found).length === 0) add.mutate(on);
  };
  return (
    <Dialog
      title={say('desk.figure.noteDialog')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('desk.cancel')}</Button>
          <Button look="primary" type="submit" form={form} isDisabled={add.isPending}>
            {say('desk.figure.noteDialog.save')}
          </Button>
        </>
      }
    >
      <form id={form} className="figure-fields" onSubmit={onSubmit} noValidate>
        {add.isError && Object.keys(wrong).length === 0 ? (
          <ErrorState title={say('desk.figure.noteDialog.failed')} error={add.error} />
        ) : null}
        <TextField
          label={say('desk.figure.noteDialog.text')}
          hint={say('desk.figure.noteDialog.textHint')}
          value={text}
          onChange={setText}
          error={wrong.text ?? null}
          maxLength={200}
          autoFocus
        />
        <DateField label={say('desk.figure.noteDialog.on')} value={on} onChange={setOn} error={wrong.on ?? null} />
        <Segmented
          label={say('desk.figure.noteDialog.for')}
          value={scope}
          options={[
            { value: 'all', label: say('desk.figure.noteDialog.forAll') },
            { value: 'this', label: say('desk.figure.noteDialog.forThis') },
          ]}
          onChange={setScope}
        />
        {search.where === undefined ? null : (
          <Select
            label={say('desk.figure.noteDialog.forFilter')}
            value={filter}
            options={[
              { value: '', label: say('desk.figure.noteDialog.noFilter') },
              ...search.where.map((one) => ({ value: one, label: filterText(one, { dimensions, words }) })),
            ]}
            onChange={setFilter}
          />
        )}
      </form>
    </Dialog>
  );
}

/** Lets limits begin anew, with the reason that the history keeps. */
export function BaselineDialog({ figure, from: offered, onClose }: DialogProps & { readonly from: string }) {
  const { say } = useWords();
  const form = useId();
  const [from, setFrom] = useState<string | null>(offered);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<Wrong<'from' | 'reason'>>({});
  const set = useMutation({
    mutationFn: (day: string) => askApi('setBaseline', { params: { id: figure.id }, body: { from: day, reason } }),
    onSuccess: async () => {
      await refreshAnnotated();
      onClose();
    },
    onError: (error) => setWrong(issuesOf(error, ['from', 'reason'])),
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const found: Wrong<'from' | 'reason'> = {
      ...(from === null ? { from: say('desk.figure.baselineDialog.fromMissing') } : {}),
      ...(reason.trim() === '' ? { reason: say('desk.figure.baselineDialog.reasonMissing') } : {}),
    };
    setWrong(found);
    if (from !== null && Object.keys(found).length === 0) set.mutate(from);
  };
  return (
    <Dialog
      title={say('desk.figure.baselineDialog', { name: figure.name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('desk.cancel')}</Button>
          <Button look="primary" type="submit" form={form} isDisabled={set.isPending}>
            {say('desk.figure.baselineDialog.save')}
          </Button>
        </>
      }
    >
      <form id={form} className="figure-fields" onSubmit={onSubmit} noValidate>
        {set.isError && Object.keys(wrong).length === 0 ? (
          <ErrorState title={say('desk.figure.baselineDialog.failed')} error={set.error} />
        ) : null}
        <p>{say('desk.figure.baselineDialog.about')}</p>
        <DateField
          label={say('desk.figure.baselineDialog.from')}
          value={from}
          onChange={setFrom}
          error={wrong.from ?? null}
        />
        <TextField
          label={say('desk.figure.baselineDialog.reason')}
          hint={say('desk.figure.baselineDialog.reasonHint')}
          value={reason}
          onChange={setReason}
          error={wrong.reason ?? null}
          maxLength={1000}
          isMultiline
        />
      </form>
    </Dialog>
  );
}

/** What the server found wrong, at the fields it found it in. */
function issuesOf<Field extends string>(error: unknown, fields: readonly Field[]): Wrong<Field> {
  if (!(error instanceof ApiProblem)) return {};
  const found = error.issues.flatMap(({ pointer, detail }) => {
    const field = fields.find((one) => pointer === `/${one}`);
    return field ? [[field, detail]] : [];
  });
  return Object.fromEntries(found) as Wrong<Field>;
}
