import { useMutation } from '@tanstack/react-query';
import { askApi } from '#web/shell/api.ts';
import { useMay } from '#web/shell/session.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import type { Figure, Note } from './figure-things.ts';
import { refreshAnnotated, useBaselines } from './use-figure.ts';

export interface AnnotationsProps {
  readonly figure: Figure;
  readonly notes: readonly Note[];
  readonly onAddNote: () => void;
  readonly onNewBaseline: () => void;
}

type TakenBack = { readonly id: string; readonly kind: 'note' | 'baseline' };

/** The notes of the course and the history of its limits, with who wrote them; each can be taken back. */
export function Annotations({ figure, notes, onAddNote, onNewBaseline }: AnnotationsProps) {
  const { say, format } = useWords();
  const mayAnnotate = useMay('figures.annotate');
  const baselines = useBaselines(figure.id);
  const back = useMutation({
    mutationFn: async ({ id, kind }: TakenBack): Promise<void> => {
      if (kind === 'note') await askApi('takeBackNote', { params: { note: id } });
      else await askApi('takeBackBaseline', { params: { id: figure.id, baseline: id } });
    },
    onSuccess: refreshAnnotated,
  });
  const day = (date: string) => format.date(`${date}T12:00:00Z`);
  const entries = [
    ...notes.map(({ id, on, text, writtenBy, writtenAt }) => ({
      ...{ id, kind: 'note' as const, text, takenBack: null },
      date: day(on),
      by:
        writtenBy === null ? null : say('desk.figure.annotations.by', { who: writtenBy, date: format.date(writtenAt) }),
    })),
    ...(baselines.data?.baselines ?? []).map(({ id, from, reason, setBy, setAt, takenBack }) => ({
      ...{ id, kind: 'baseline' as const, text: reason, takenBack },
      date: say('desk.figure.annotations.since', { date: day(from) }),
      by: setBy === null ? null : say('desk.figure.annotations.by', { who: setBy, date: format.date(setAt) }),
    })),
  ];
  return (
    <details className="figure-annotations">
      <summary>{say('desk.figure.notes')}</summary>
      {back.isError ? <ErrorState title={say('desk.figure.annotations.failed')} error={back.error} /> : null}
      {entries.length === 0 ? <p className="note">{say('desk.figure.annotations.none')}</p> : null}
      <ul>
        {entries.map(({ id, kind, text, date, by, takenBack }) => (
          <li key={id} className={takenBack === null ? '' : 'figure-taken-back'}>
            <span className="note">{date}</span>
            <span>
              {text}
              {by === null ? null : <span className="note"> · {by}</span>}
              {takenBack === null ? null : (
                <span className="note">
                  {' · '}
                  {say('desk.figure.annotations.takenBack', { date: format.date(takenBack.at) })}
                </span>
              )}
            </span>
            {mayAnnotate && takenBack === null ? (
              <Button look="quiet" isDisabled={back.isPending} onPress={() => back.mutate({ id, kind })}>
                {say('desk.figure.annotations.takeBack')}
              </Button>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
      {mayAnnotate ? (
        <p className="figure-annotate no-print">
          <Button onPress={onAddNote}>{say('desk.figure.note.add')}</Button>
          <Button onPress={onNewBaseline}>{say('desk.figure.baseline.add')}</Button>
        </p>
      ) : null}
    </details>
  );
}
