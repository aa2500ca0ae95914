import { useQuery } from '@tanstack/react-query';
import { askApi } from './api.ts';
import { useWords } from './words.tsx';

/*
 * What several pages ask about figures as such. The same question has the same key everywhere, so that it is asked once.
 */

interface Wanted {
  readonly isWanted?: boolean;
}

/** All figures, in the order of the specification. */
export function useFigures({ isWanted = true }: Wanted = {}) {
  const { language } = useWords();
  return useQuery({
    queryKey: ['figures', language],
    queryFn: ({ signal }) => askApi('listFigures', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isWanted,
  });
}

/** How a figure is counted, in words. */
export function useDefinition(id: string) {
  const { language } = useWords();
  return useQuery({
    queryKey: ['definition', language, id],
    queryFn: ({ signal }) => askApi('readDefinition', { params: { id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The values that tickets have in each dimension, and what they are called. */
export function useDimensions({ isWanted = true }: Wanted = {}) {
  return useQuery({
    queryKey: ['dimensions'],
    queryFn: ({ signal }) => askApi('listDimensions', { signal }),
    enabled: isWanted,
  });
}
