import './fields.css';
import './target-dialog.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { formatLocalDate, parseLocalDate } from '#core/time/local-date.ts';
import { type Answer, ApiProblem, type Asked, askApi } from '#web/shell/api.ts';
import { queries } from '#web/shell/queries.ts';
import { useToday } from '#web/shell/today.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { tightText } from '#web/ui/charts/chart-figure.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { toast } from '#web/ui/toast.tsx';
import type { TileFigure } from './cockpit-lines.ts';
import { readTargetValue } from './target-value.ts';
import { refreshCockpit } from './use-cockpit.ts';

type TargetVersion = Answer<'listTargetVersions'>['versions'][number];
type Direction = TargetVersion['direction'];
type Field = 'value' | 'owner' | 'validFrom';

export interface TargetDialogProps {
  readonly figure: Pick<TileFigure, 'id' | 'name' | 'unit' | 'digits' | 'better'>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Sets, changes or ends what is promised of a figure, with all that was promised before. */
export function TargetDialog({ figure, isOpen, onClose }: TargetDialogProps) {
  const { say } = useWords();
  const versions = useQuery({
    queryKey: ['targets', figure.id],
    queryFn: ({ signal }) => askApi('listTargetVersions', { params: { id: figure.id }, signal }),
    enabled: isOpen,
  });
  if (!isOpen) return null;
  if (versions.isError) {
    return (
      <Dialog title={say('desk.cockpit.target.title', { name: figure.name })} isOpen onClose={onClose}>
        <ErrorState title={say('desk.problem.part')} error={versions.error} onRetry={() => void versions.refetch()} />
      </Dialog>
    );
  }
  if (!versions.data) return null;
  return <TargetForm figure={figure} versions={versions.data.versions} onClose={onClose} />;
}

interface TargetFormProps extends Pick<TargetDialogProps, 'figure' | 'onClose'> {
  readonly versions: readonly TargetVersion[];
}

function TargetForm({ figure, versions, onClose }: TargetFormProps) {
  const { say, format } = useWords();
  const today = useToday();
  const form = useId();
  const last = versions[0] ?? null;
  const [value, setValue] = useState(last?.value == null ? '' : tightText(last.value, figure, format));
  const [direction, setDirection] = useState<Direction>(last?.direction ?? usualDirection(figure));
  const [owner, setOwner] = useState(last?.owner ?? '');
  const [validFrom, setValidFrom] = useState(formatLocalDate(today));
  const [wrong, setWrong] = useState<Partial<Record<Field, string>>>({});
  const set = useMutation({
    mutationFn: (given: number | null) => setTarget(figure, { value: given, direction, owner, validFrom }),
    onSuccess: (_, given) => {
      if (given === null && last?.value != null) {
        const before = { value: last.value, direction: last.direction, owner: last.owner, validFrom };
        const failed = () => toast({ words: say('desk.undo.failed') });
        const action = { label: say('desk.undo'), run: () => void setTarget(figure, before).catch(failed) };
        const date = format.date(`${validFrom}T12:00:00Z`);
        toast({ words: say('desk.cockpit.target.ended', { name: figure.name, date }), action });
      }
      onClose();
    },
    onError: (error) => setWrong(issuesOf(error)),
  });
  const number = readTargetValue(value, figure);
  const wrongHere = (isEnding: boolean): Partial<Record<Field, string>> => ({
    ...(!isEnding && number === null ? { value: say('desk.cockpit.target.valueWrong') } : {}),
    ...(owner.trim() === '' ? { owner: say('desk.cockpit.target.ownerMissing') } : {}),
    ...(isDate(validFrom) ? {} : { validFrom: say('desk.cockpit.target.validFromWrong') }),
  });
  const submit = (isEnding: boolean): void => {
    const found = wrongHere(isEnding);
    setWrong(found);
    if (Object.keys(found).length === 0) set.mutate(isEnding ? null : number);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    submit(false);
  };
  const unit = format.unit(figure);
  const isFieldProblem = Object.keys(wrong).length > 0;
  return (
    <Dialog
      title={say('desk.cockpit.target.title', { name: figure.name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          {last?.value == null ? null : (
            <Button look="quiet" isDisabled={set.isPending} onPress={() => submit(true)}>
              {say('desk.cockpit.target.end')}
            </Button>
          )}
          <Button onPress={onClose}>{say('desk.cancel')}</Button>
          <Button look="primary" type="submit" form={form} isDisabled={set.isPending}>
            {say('desk.cockpit.target.set')}
          </Button>
        </>
      }
    >
      <form id={form} className="cockpit-fields" onSubmit={onSubmit} noValidate>
        {set.isError && !isFieldProblem ? (
          <ErrorState title={say('desk.cockpit.target.failed')} error={set.error} />
        ) : null}
        <Segmented
          label={say('desk.cockpit.target.direction')}
          value={direction}
          options={(['at_least', 'at_most'] as const).map((one) => ({
            value: one,
            label: say(`desk.cockpit.target.${one}`),
          }))}
          onChange={setDirection}
        />
        <TextField
          label={unit === '' ? say('desk.cockpit.target.valueBare') : say('desk.cockpit.target.value', { unit })}
          value={value}
          onChange={setValue}
          error={wrong.value ?? null}
          inputMode="decimal"
          autoFocus
        />
        <TextField
          label={say('desk.cockpit.target.owner')}
          hint={say('desk.cockpit.target.ownerHint')}
          value={owner}
          onChange={setOwner}
          error={wrong.owner ?? null}
          maxLength={200}
        />
        <DateField
          label={say('desk.cockpit.target.validFrom')}
          hint={say('desk.cockpit.target.validFromHint')}
          value={validFrom === '' ? null : validFrom}
          onChange={(date) => setValidFrom(date ?? '')}
          error={wrong.validFrom ?? null}
        />
      </form>
      <TargetHistory figure={figure} versions={versions} />
    </Dialog>
  );
}

async function setTarget(
  { id }: TargetFormProps['figure'],
  body: NonNullable<Asked<'setTarget'>['body']>,
): Promise<void> {
  await askApi('setTarget', { params: { id }, body });
  await Promise.all([queries.invalidateQueries({ queryKey: ['targets', id] }), refreshCockpit()]);
}

/** What was promised before, the last word first. */
function TargetHistory({ figure, versions }: Pick<TargetFormProps, 'figure' | 'versions'>) {
  const { say, format } = useWords();
  return (
    <section className="target-history">
      <h3>{say('desk.cockpit.target.history')}</h3>
      {versions.length === 0 ? <p className="note">{say('desk.cockpit.target.historyNone')}</p> : null}
      <ol>
        {versions.map(({ version, value, direction, owner, validFrom }) => {
          const date = format.date(`${validFrom}T12:00:00Z`);
          return (
            <li key={version} className="note">
              {value === null
                ? say('desk.cockpit.target.versionEnd', { date })
                : say('desk.cockpit.target.version', {
                    target: `${say(`desk.cockpit.target.${direction}`)} ${format.tight(value, figure)}`,
                    date,
                    owner,
                  })}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function usualDirection({ better }: Pick<TileFigure, 'better'>): Direction {
  return better === 'lower' ? 'at_most' : 'at_least';
}

/** What the server found wrong, at the fields it found it in. */
function issuesOf(error: unknown): Partial<Record<Field, string>> {
  if (!(error instanceof ApiProblem)) return {};
  const fields = ['value', 'owner', 'validFrom'] as const;
  return Object.fromEntries(
    error.issues.flatMap(({ pointer, detail }) => {
      const field = fields.find((one) => pointer === `/${one}`);
      return field ? [[field, detail]] : [];
    }),
  );
}

function isDate(text: string): boolean {
  try {
    parseLocalDate(text);
    return true;
  } catch {
    return false;
  }
}
