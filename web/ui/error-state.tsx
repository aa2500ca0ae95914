import './state.css';
import { ApiProblem } from '#web/shell/api.ts';
import { useKnownSession } from '#web/shell/session.ts';
import { useWords, type Words } from '#web/shell/words.tsx';
import { Button } from './button.tsx';

export interface ErrorStateProps {
  /** What it is that failed; left out where a headline has said so. */
  readonly title?: string;
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What went wrong, what to do next, and by which mark an administrator finds it. */
export function ErrorState({ title, error, onRetry }: ErrorStateProps) {
  const words = useWords();
  const { say } = words;
  const session = useKnownSession();
  const problem = error instanceof ApiProblem ? error : null;
  return (
    <div className="state" role="alert">
      {title === undefined ? null : <p className="state-title">{title}</p>}
      {problem ? <p>{whatHappened(problem, words, session?.role ?? null)}</p> : null}
      {problem?.issues.map((issue) => (
        <p key={`${issue.pointer}${issue.code}`}>{issue.detail}</p>
      ))}
      {problem?.requestId ? <p className="note">{say('desk.problem.reference', { id: problem.requestId })}</p> : null}
      {onRetry ? <Button onPress={onRetry}>{say('desk.retry')}</Button> : null}
    </div>
  );
}

/** Its cause, in words that say what to do next. */
function whatHappened(problem: ApiProblem, { say, sayLoosely }: Words, role: string | null): string {
  if (problem.code === 'unreachable') return say('desk.problem.unreachable');
  const permission = problem.missing === null ? null : sayLoosely(`desk.permission.${problem.missing}`);
  if (permission === null || role === null) return problem.message;
  return say('desk.problem.forbidden', { role: sayLoosely(`desk.role.${role}`) ?? role, permission });
}
