import { askApi } from '#web/shell/api.ts';
import type { Words } from '#web/shell/words.tsx';
import { toast } from '#web/ui/toast.tsx';
import type { Figure, Note } from './figure-things.ts';
import { refreshAnnotated, type useBaselines } from './use-figure.ts';

type Baseline = NonNullable<ReturnType<typeof useBaselines>['data']>['baselines'][number];

/** Takes a note back at once, and offers for ten seconds to write the same again. */
export async function takeBackNote({ id, on, text, figure, split }: Note, { say }: Words): Promise<void> {
  await askApi('takeBackNote', { params: { note: id } });
  const scope = { ...(figure === null ? {} : { figure }), ...(split === null ? {} : { split }) };
  const again = () => askApi('addNote', { body: { on, text, ...scope } });
  toast({ words: say('desk.figure.note.gone', { text }), action: undo(again, say) });
}

/** The same for limits that began anew. */
export async function takeBackBaseline(
  { id }: Pick<Figure, 'id'>,
  { id: baseline, from, reason }: Baseline,
  { say }: Words,
): Promise<void> {
  await askApi('takeBackBaseline', { params: { id, baseline } });
  const again = () => askApi('setBaseline', { params: { id }, body: { from, reason } });
  toast({ words: say('desk.figure.baseline.gone', { reason }), action: undo(again, say) });
}

function undo(again: () => Promise<unknown>, say: Words['say']) {
  const run = (): void => {
    again().then(refreshAnnotated, () => toast({ words: say('desk.undo.failed') }));
  };
  return { label: say('desk.undo'), run };
}
