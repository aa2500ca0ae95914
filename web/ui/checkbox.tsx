import './checkbox.css';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';

export interface CheckboxProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** Some of what it stands for is chosen. */
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
  readonly hint?: string;
}

/** Something that is so or not. */
export function Checkbox({ children, hint, isIndeterminate = false, isDisabled = false, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="checkbox" isIndeterminate={isIndeterminate} isDisabled={isDisabled}>
      <span className="checkbox-box" aria-hidden="true">
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path d={isIndeterminate ? 'M2.5 6h7' : 'M1.5 6.5 4.5 9.5 10.5 2.5'} />
        </svg>
      </span>
      <span>
        {children}
        {hint ? <span className="note checkbox-hint">{hint}</span> : null}
      </span>
    </AriaCheckbox>
  );
}
