import './state.css';
import { ApiProblem } from '#web/shell/api.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from './button.tsx';

export interface ErrorStateProps {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What went wrong, what to do next, and by which mark an administrator finds it. */
export function ErrorState({ title, error, onRetry }: ErrorStateProps) {
  const { say } = useWords();
  const problem = error instanceof ApiProblem ? error : null;
  return (
    <div className="state" role="alert">
      <p className="state-title">{title}</p>
      {problem ? <p>{problem.code === 'unreachable' ? say('desk.problem.unreachable') : problem.message}</p> : null}
      {problem?.issues.map((issue) => (
        <p key={`${issue.pointer}${issue.code}`}>{issue.detail}</p>
      ))}
      {problem?.requestId ? <p className="note">{say('desk.problem.reference', { id: problem.requestId })}</p> : null}
      {onRetry ? <Button onPress={onRetry}>{say('desk.retry')}</Button> : null}
    </div>
  );
}
