import './sign-line.css';
import type { ReactNode } from 'react';
import { Sign, type SignName } from './sign.tsx';

/** A sign with its words, as it always stands. Usual and open things are quiet, what fired is ink. */
export function SignLine({ name, children }: { readonly name: SignName; readonly children: ReactNode }) {
  const isQuiet = name === 'usual' || name === 'open' || name === 'paused';
  return (
    <span className={isQuiet ? 'sign-line muted' : 'sign-line'}>
      <Sign name={name} />
      <span>{children}</span>
    </span>
  );
}
