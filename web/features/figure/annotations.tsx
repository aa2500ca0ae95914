import { useMutation } from '@tanstack/react-query';
import { foreignText } from '#text/foreign-text.ts';
import { useMay } from '#web/shell/session.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import type { Figure, Note } from './figure-things.ts';
import { takeBackBaseline, takeBackNote } from './take-back.ts';
import { refreshAnnotated, useBaselines } from './use-figure.ts';

export interface AnnotationsProps {
  readonly figure: Figure;
  readonly notes: readonly Note[];
  /** The instant of a past state of knowledge; null for that of now. */
  readonly knownAt: string | null;
  readonly onAddNote: () => void;
  readonly onNewBaseline: () => void;
}

/** The notes of the course and the history of its limits, with who wrote them; each can be taken back. */
export function Annotations({ figure, notes, knownAt, onAddNote, onNewBaseline }: AnnotationsProps) {
  const words = useWords();
  const { say, format } = words;
  const mayAnnotate = useMay('figures.annotate');
  const baselines = useBaselines(figure.id);
  const back = useMutation({
    mutationFn: (takeBack: () => Promise<void>) => takeBack(),
    onSuccess: refreshAnnotated,
  });
  // What is known today was not all known then.
  const wasKnown = ({ setAt }: { readonly setAt: string }) => knownAt === null || setAt < knownAt;
  const day = (date: string) => format.date(`${date}T12:00:00Z`);
  const by = (who: string | null, at: string) =>
    who === null ? null : say('desk.figure.annotations.by', { who, date: format.date(at) });
  const entries = [
    ...notes.map((note) => ({
      ...{ id: note.id, text: note.text, takenBack: null, date: day(note.on), by: by(note.writtenBy, note.writtenAt) },
      takeBack: () => takeBackNote(note, words),
    })),
    ...(baselines.data?.baselines ?? []).filter(wasKnown).map((baseline) => ({
      ...{ id: baseline.id, text: baseline.reason, takenBack: baseline.takenBack },
      date: say('desk.figure.annotations.since', { date: day(baseline.from) }),
      by: by(baseline.setBy, baseline.setAt),
      takeBack: () => takeBackBaseline(figure, baseline, words),
    })),
  ];
  return (
    <details className="figure-annotations">
      <summary>{say('desk.figure.notes')}</summary>
      {back.isError ? <ErrorState title={say('desk.figure.annotations.failed')} error={back.error} /> : null}
      {entries.length === 0 ? <p className="note">{say('desk.figure.annotations.none')}</p> : null}
      <ul>
        {entries.map(({ id, text, date, by, takenBack, takeBack }) => (
          <li key={id} className={takenBack === null ? '' : 'figure-taken-back'}>
            <span className="note">{date}</span>
            <span>
              {foreignText(text)}
              {by === null ? null : <span className="note"> · {by}</span>}
              {takenBack === null ? null : (
                <span className="note">
                  {' · '}
                  {say('desk.figure.annotations.takenBack', { date: format.date(takenBack.at) })}
                </span>
              )}
            </span>
            {mayAnnotate && takenBack === null ? (
              <Button look="quiet" isDisabled={back.isPending} onPress={() => back.mutate(takeBack)}>
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
