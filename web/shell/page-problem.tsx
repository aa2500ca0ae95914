import { ErrorState } from '#web/ui/error-state.tsx';
import { useWords } from './words.tsx';

/** What stands in place of a page that failed; the shell around it goes on. */
export function PageProblem({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { say } = useWords();
  return <ErrorState title={say('desk.problem.page')} error={error} onRetry={reset} />;
}
