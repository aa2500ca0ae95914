import { useEffect } from 'react';
import { useWords } from '#web/shell/words.tsx';
import { Logo } from '#web/ui/logo.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Stands at the address that was asked for, which is shown once somebody is known. */
export function SignInPage() {
  const { say } = useWords();
  useEffect(() => {
    document.title = `${say('desk.signIn.title')} · Kundig`;
  }, [say]);
  return (
    <main className="sign-in">
      <Logo />
      <h1>{say('desk.signIn.title')}</h1>
      <SignInForm />
    </main>
  );
}
