import { useQuery } from '@tanstack/react-query';
import { toast } from '#web/ui/toast.tsx';
import { type Answer, ApiProblem, askApi } from './api.ts';
import { queries } from './queries.ts';
import { useMay } from './session.ts';
import type { Words } from './words.tsx';

export type View = Answer<'listViews'>['views'][number];

const queryKey = ['views'];
const none: readonly View[] = [];

/** The saved views of the house, in their order; empty while they are not known. */
export function useViews(): readonly View[] {
  const may = useMay('figures.read');
  const asked = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await askApi('listViews', { signal })).views,
    enabled: may,
  });
  return asked.data ?? none;
}

/** The address of this page as it can be saved. */
export function addressHere(): string {
  return window.location.pathname + window.location.search;
}

export async function saveView(name: string, address: string): Promise<void> {
  await askApi('saveView', { body: { name, address } });
  await queries.invalidateQueries({ queryKey });
}

export async function renameView({ id }: View, name: string): Promise<void> {
  await askApi('renameView', { params: { view: id }, body: { name } });
  await queries.invalidateQueries({ queryKey });
}

/** Puts a view before another; null: at the end. */
export function moveView(view: View, before: View | null, words: Words): Promise<void> {
  const body = { before: before?.id ?? null };
  return change(() => askApi('moveView', { params: { view: view.id }, body }), words);
}

/** Removes a view at once, and offers for ten seconds to take that back. */
export function removeView(view: View, words: Words): Promise<void> {
  const { say } = words;
  const params = { view: view.id };
  const restore = () => change(() => askApi('restoreView', { params }), words);
  return change(async () => {
    const answer = await askApi('removeView', { params });
    const action = { label: say('desk.undo'), run: () => void restore() };
    toast({ words: say('desk.views.removed', { name: view.name }), action });
    return answer;
  }, words);
}

async function change(act: () => Promise<Answer<'listViews'>>, { say }: Words): Promise<void> {
  try {
    queries.setQueryData(queryKey, (await act()).views);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const reason = error.code === 'unreachable' ? say('desk.problem.unreachable') : error.message;
    toast({ words: say('desk.views.failed', { reason }) });
  }
}
