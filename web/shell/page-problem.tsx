import { FailedPage } from '#web/ui/failed-page.tsx';
import { useWords } from './words.tsx';

/** What stands in place of a page that failed; the shell around it goes on. */
export function PageProblem({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { say } = useWords();
  return <FailedPage title={say('desk.problem.page')} error={error} onRetry={reset} />;
}
