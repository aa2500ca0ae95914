import './button.css';
import './key-cap.css';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

interface ButtonAnchorProps extends Omit<ComponentPropsWithRef<'a'>, 'className' | 'style'> {
  readonly look?: 'primary' | 'plain';
  /** The key that does the same, printed in the button. */
  readonly keyCap?: string;
}

function ButtonAnchor({ look = 'plain', keyCap, children, ...rest }: ButtonAnchorProps) {
  return (
    <a {...rest} className={`button button-${look}`}>
      {children}
      {keyCap ? (
        <span className="key-cap" aria-hidden="true">
          {keyCap}
        </span>
      ) : null}
    </a>
  );
}

/** A link to another page of the desk that looks like a button: one that leads on. */
export const ButtonLink = createLink(ButtonAnchor);
