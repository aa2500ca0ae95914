import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Dimensions } from '../dimension-words.ts';
import { useDimensions, useFigures } from '../figure-queries.ts';
import { useSession } from '../session.ts';
import { useToday } from '../today.ts';
import { useViews } from '../views.ts';
import { useWords } from '../words.tsx';
import { type FoundFigure, groupsOf, type PaletteGroup } from './palette-groups.ts';

const noDimensions: Dimensions = [];
const noFigures: readonly FoundFigure[] = [];

/** What fits the words typed, in groups. The same words give the same entries until something behind them changes. */
export function usePaletteEntries(typed: string): readonly PaletteGroup[] {
  const words = useWords();
  const session = useSession();
  const router = useRouter();
  const today = useToday();
  const views = useViews();
  const figures = useFoundFigures();
  const dimensions = useDimensions({ isWanted: session.permissions.includes('figures.read') }).data?.dimensions;
  return useMemo(() => {
    const go = (path: string) => () => router.history.push(path);
    return groupsOf(typed, { words, session, today, views, figures, dimensions: dimensions ?? noDimensions, go });
  }, [typed, words, session, today, views, figures, dimensions, router]);
}

/** Figures with their names in both languages: they are found by either. */
function useFoundFigures(): readonly FoundFigure[] {
  const { permissions } = useSession();
  const figures = useFigures({ isWanted: permissions.includes('figures.read') });
  const names = useQuery({ queryKey: ['names'], queryFn: namesInAllLanguages, staleTime: Number.POSITIVE_INFINITY });
  return useMemo(
    () =>
      figures.data?.figures.map(({ id, name }) => ({
        id,
        name,
        finds: [name, ...(names.data ?? []).map((all) => all[`figure.${id}`] ?? ''), id].join(' '),
      })) ?? noFigures,
    [figures.data, names.data],
  );
}

type Names = Readonly<Record<string, string>>;

async function namesInAllLanguages(): Promise<readonly Names[]> {
  const [de, en] = await Promise.all([import('#text/de/figures.ts'), import('#text/en/figures.ts')]);
  return [de.figures, en.figures];
}
