import './button.css';
import './key-cap.css';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** `primary`: one in a view. `quiet`: no border until it is touched. */
  readonly look?: 'primary' | 'plain' | 'quiet';
  readonly icon?: ReactNode;
  /** The key that does the same, printed in the button. */
  readonly keyCap?: string;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', icon, keyCap, children, ref, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} ref={ref ?? null} className={`button button-${look}`}>
      {icon}
      {children}
      {keyCap ? (
        <span className="key-cap" aria-hidden="true">
          {keyCap}
        </span>
      ) : null}
    </AriaButton>
  );
}
