import './chip.css';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from './icon.tsx';

export interface ChipProps {
  readonly children: ReactNode;
  /** Locked: part of the number, not to be taken away here. */
  readonly isLocked?: boolean;
  /** Says what taking it away does; with it the chip has a cross. */
  readonly removeLabel?: string;
  readonly onRemove?: () => void;
}

/** A filter in words. */
export function Chip({ children, isLocked = false, removeLabel, onRemove }: ChipProps) {
  return (
    <span className={isLocked ? 'chip chip-locked' : 'chip'}>
      {isLocked ? <Icon name="lock" /> : null}
      {children}
      {onRemove ? (
        <Button className="chip-remove" aria-label={removeLabel ?? ''} onPress={onRemove}>
          <Icon name="close" />
        </Button>
      ) : null}
    </span>
  );
}
