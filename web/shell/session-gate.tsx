import '#web/features/session/sign-in.css';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { FailedPage } from '#web/ui/failed-page.tsx';
import { ApiProblem, askApi } from './api.ts';
import { Before } from './before.tsx';
import { isSignedOut } from './connection.ts';
import { SessionContext } from './session.ts';
import { useWords, WordsProvider } from './words.tsx';

const SignInPage = lazy(async () => ({ default: (await import('#web/features/session/sign-in-page.tsx')).SignInPage }));
const SignInAgain = lazy(async () => ({
  default: (await import('#web/features/session/sign-in-again.tsx')).SignInAgain,
}));

/** Until the server has said which one. */
const fallbackZone = 'Europe/Berlin';
const keepMilliseconds = 10 * 60_000;

export const sessionQuestion = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => askApi('readSession', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/**
 * Asks who one is before anything else is shown, and lets nobody past who is not known: the page to sign in then stands
 * at the address that was asked for. When the session ends later, the page stays as it is under the question for a token.
 */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const asked = useQuery(sessionQuestion);
  const isOut = isSignedOut.use();
  if (asked.isPending) return <Before />;
  const session = asked.data;
  if (session === undefined) {
    const isUnknown = asked.error instanceof ApiProblem && asked.error.code === 'token_missing';
    return (
      <WordsProvider timeZone={fallbackZone}>
        {isUnknown ? <SignInPage /> : <NoServer error={asked.error} onRetry={() => void asked.refetch()} />}
      </WordsProvider>
    );
  }
  return (
    <WordsProvider timeZone={session.timeZone} language={session.language}>
      <SessionContext value={session}>
        {children}
        <KeepSession isKept={session.by === 'session'} />
        <Suspense fallback={null}>{isOut ? <SignInAgain /> : null}</Suspense>
      </SessionContext>
    </WordsProvider>
  );
}

function NoServer({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { say } = useWords();
  return (
    <main className="sign-in">
      <FailedPage title={say('desk.problem.start')} error={error} onRetry={onRetry} />
    </main>
  );
}

/** Tells the server now and then that a person is at work: reading alone keeps no session open. */
function KeepSession({ isKept }: { readonly isKept: boolean }) {
  useEffect(() => {
    if (!isKept) return;
    let keptAt = Date.now();
    const keep = (): void => {
      if (Date.now() - keptAt < keepMilliseconds) return;
      keptAt = Date.now();
      askApi('keepSession').catch(() => undefined);
    };
    window.addEventListener('pointerdown', keep);
    window.addEventListener('keydown', keep);
    return () => {
      window.removeEventListener('pointerdown', keep);
      window.removeEventListener('keydown', keep);
    };
  }, [isKept]);
  return null;
}
