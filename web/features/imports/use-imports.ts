import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { type Answer, askApi } from '#web/shell/api.ts';
import { queries } from '#web/shell/queries.ts';
import { useWords } from '#web/shell/words.tsx';

export type ImportLine = Answer<'listImports'>['imports'][number];
export type Import = Answer<'readImport'>;
export type Inspection = Answer<'readInspection'>;
export type Report = NonNullable<Import['result']>;

const POLL_MILLISECONDS = 700;
/** Another window may have gone on with the same import. */
const FOLLOW_MILLISECONDS = 4_000;

/** Whether something is under way in the background of the server. */
export function isAtWork({ task }: Pick<Import, 'task'>): boolean {
  return task?.state === 'waiting' || task?.state === 'working';
}

/** Imports, the newest first, a page at a time. */
export function useImportList() {
  const { language } = useWords();
  return useInfiniteQuery({
    queryKey: ['imports', language],
    queryFn: ({ pageParam, signal }) =>
      askApi('listImports', { query: { limit: 20, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });
}

/** An import; asked again and again while something is under way, also after a reload, and now and then to follow other windows. */
export function useImport(id: string) {
  const { language } = useWords();
  return useQuery({
    queryKey: ['import', id, language],
    queryFn: ({ signal }) => askApi('readImport', { params: { importId: id }, signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? POLL_MILLISECONDS : FOLLOW_MILLISECONDS),
    refetchOnWindowFocus: true,
  });
}

/** What stands in the file, once somebody has looked: `lookedAt` tells one look from the next. */
export function useInspection(id: string, lookedAt: string | null) {
  return useQuery({
    queryKey: ['inspection', id, lookedAt],
    queryFn: ({ signal }) => askApi('readInspection', { params: { importId: id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
    enabled: lookedAt !== null,
  });
}

/** From which systems tickets came so far. */
export function useSources() {
  return useQuery({
    queryKey: ['import-sources'],
    queryFn: ({ signal }) => askApi('listImportSources', { signal }),
  });
}

export function useSavedMappings() {
  return useQuery({
    queryKey: ['import-mappings'],
    queryFn: ({ signal }) => askApi('listImportMappings', { signal }),
  });
}

type Step = 'inspectImport' | 'dryRunImport' | 'runImport' | 'cancelImport' | 'removeImportFile';

/** A step of an import; its answer is what the page shows next. */
export function useStep(id: string, step: Step) {
  const { language } = useWords();
  return useMutation({
    mutationFn: (body: object = {}) => askApi(step, { params: { importId: id }, body: body as never }),
    onSuccess: (told) => {
      queries.setQueryData(['import', id, language], told);
      void queries.invalidateQueries({ queryKey: ['imports'] });
    },
    // What was refused was most likely done in another window: the page shows how things stand now.
    onError: () => void queries.invalidateQueries({ queryKey: ['import', id] }),
  });
}
