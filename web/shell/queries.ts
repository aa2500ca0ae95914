import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api.ts';

/** What was asked of the server. Old answers stay visible while newer ones come. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      // What was refused stays refused; what did not arrive may arrive the next time.
      retry: (failures, error) => failures < 2 && (!(error instanceof ApiProblem) || isPassing(error)),
      retryDelay: (failures) => 500 * 2 ** failures,
    },
  },
});

function isPassing({ code }: ApiProblem): boolean {
  return code === 'unreachable' || code === 'overloaded' || code === 'unavailable';
}
