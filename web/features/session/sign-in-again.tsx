import { useEffect } from 'react';
import { closeLayer } from '#web/shell/layers.ts';
import { signOut } from '#web/shell/session-acts.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Asks for a token over a page whose session has ended; the page and all that was typed in it stay as they are. */
export function SignInAgain() {
  const { say } = useWords();
  // One question at a time.
  useEffect(closeLayer, []);
  return (
    <Dialog title={say('desk.signIn.again')} isOpen onClose={() => undefined} isStaying>
      <p>{say('desk.signIn.kept')}</p>
      <SignInForm />
      <p>
        <Button look="quiet" onPress={() => void signOut()}>
          {say('desk.signIn.leave')}
        </Button>
      </p>
    </Dialog>
  );
}
