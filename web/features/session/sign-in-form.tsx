import './sign-in.css';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '#web/shell/api.ts';
import { signIn } from '#web/shell/session-acts.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { TextField } from '#web/ui/text-field.tsx';

/** Asks for a token. What went wrong stands at the field, and what was typed stays. */
export function SignInForm({ onDone }: { readonly onDone?: () => void }) {
  const { say } = useWords();
  const [token, setToken] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (token.trim() === '') {
      setProblem(say('desk.signIn.missing'));
      return;
    }
    setWaiting(true);
    try {
      await signIn(token);
      onDone?.();
    } catch (error) {
      setProblem(wordsOf(error));
    } finally {
      setWaiting(false);
    }
  };
  const wordsOf = (error: unknown): string => {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.code === 'unreachable') return say('desk.problem.unreachable');
    if (error.code === 'too_many_requests') {
      const n = error.retrySeconds ?? 1;
      return n === 1 ? say('desk.signIn.brake.one') : say('desk.signIn.brake.many', { n });
    }
    return error.code === 'token_missing' ? say('desk.signIn.wrong') : error.message;
  };
  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)}>
      <TextField
        label={say('desk.signIn.token')}
        hint={say('desk.signIn.hint')}
        type="password"
        autoComplete="current-password"
        autoFocus
        value={token}
        onChange={(text) => {
          setToken(text);
          setProblem(null);
        }}
        error={problem}
      />
      <Button type="submit" look="primary" isPending={isWaiting}>
        {say('desk.signIn.do')}
      </Button>
    </form>
  );
}
