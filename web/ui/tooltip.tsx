import './tooltip.css';
import type { ReactElement, ReactNode } from 'react';
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components';

export interface TooltipProps {
  /** What says a little more; never the only place of something needed. */
  readonly words: ReactNode;
  /** A button or a link of the house, or with `isPlain` anything that can take the focus. */
  readonly children: ReactElement<Record<string, unknown>, string>;
  readonly isPlain?: boolean;
}

/** A word beside the pointer or the focus after half a second. Esc closes it. */
export function Tooltip({ words, children, isPlain = false }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {isPlain ? <Focusable>{children}</Focusable> : children}
      <AriaTooltip className="tooltip" offset={6}>
        {words}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
